// Writes lines to a file descriptor without making the caller wait for a slow reader.
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
/// closed pipe) loses lines too. Both losses are counted, and reported in one line as soon as the
/// descriptor accepts lines again. All functions are safe from any thread.
class LineWriter {
 public:
  /// Returns the line, with its line feed, that reports `count` lost lines. Called on the writer
  /// thread.
  using Report = std::function<std::string(std::uint64_t count)>;

  /// Size of the queue in bytes. The last kReserve bytes are for urgent lines only, so that a flood
  /// of ordinary lines does not displace an error.
  static constexpr std::size_t kCapacity = 4 << 20;
  static constexpr std::size_t kReserve = 256 << 10;

  /// `descriptor` must stay open until the process ends. Without `report`, losses are only counted.
  explicit LineWriter(int descriptor, Report report = nullptr);
  LineWriter(const LineWriter&) = delete;
  LineWriter& operator=(const LineWriter&) = delete;

  /// Waits up to one second for the queue to be written. The thread is then left running: it may be
  /// blocked on the descriptor until the process ends.
  ~LineWriter();

  /// Queues one or more lines, each with its line feed. Does not throw.
  void write(std::string_view lines, bool urgent = false) noexcept;

  /// Waits up to `patience` for the queue to be written. Returns whether it is.
  bool flush(std::chrono::milliseconds patience);

  /// Lines lost so far.
  [[nodiscard]] std::uint64_t lost() const noexcept;

 private:
  struct Queue;

  std::shared_ptr<Queue> queue_;  ///< Shared with the thread, which may outlive this.
};

}  // namespace parley
