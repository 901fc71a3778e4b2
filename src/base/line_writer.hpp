// Writes lines to a file descriptor without making the caller wait for whoever reads them.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace parley {

/// A bounded queue of lines and a thread that writes them. Only that thread ever waits for the
/// descriptor. When the queue is full, new lines are dropped; a descriptor that fails (full disk,
/// closed pipe) loses lines too. Both are counted, and reported in one line as soon as the
/// descriptor takes lines again. All functions are safe from any thread.
class LineWriter {
 public:
  /// Makes the line, with its line feed, that reports `count` lost lines. Runs on the thread.
  using Report = std::function<std::string(std::uint64_t count)>;

  /// The queue holds this much. The last part of it is for urgent lines only, so that a flood of
  /// ordinary ones does not displace an error.
  static constexpr std::size_t kCapacity = 4 << 20;
  static constexpr std::size_t kReserve = 256 << 10;

  /// `descriptor` stays open as long as the process. Without `report`, losses are only counted.
  explicit LineWriter(int descriptor, Report report = nullptr);
  LineWriter(const LineWriter&) = delete;
  LineWriter& operator=(const LineWriter&) = delete;

  /// Waits for the queue to be written, for a second at most. The thread is then left behind: it
  /// may be waiting for the descriptor until the process ends.
  ~LineWriter();

  /// Queues one or several lines, each with its line feed. Does not throw.
  void write(std::string_view lines, bool urgent = false) noexcept;

  /// Waits until the queue is empty, for `patience` at most. Answers whether it is.
  bool flush(std::chrono::milliseconds patience);

  /// Lines lost so far.
  [[nodiscard]] std::uint64_t lost() const noexcept;

 private:
  struct Queue;

  std::shared_ptr<Queue> queue_;  ///< Shared with the thread, which may outlive this.
};

}  // namespace parley
