// The frames that wait to be written to one socket.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace parley::realtime {

/// A frame as bytes, shared by all sockets it is for.
using Frame = std::shared_ptr<const std::string>;

[[nodiscard]] inline Frame make_frame(std::string bytes) {
  return std::make_shared<const std::string>(std::move(bytes));
}

/// Bounded: presence that a slow reader does not take is dropped, and a reader that takes nothing
/// at all is given up.
class Outbox {
 public:
  static constexpr std::size_t kMaxFrames = 64;

  enum class Verdict {
    queued,
    dropped_presence,  ///< The frame, and all presence before it: the reader has to be told.
    full,              ///< Nothing can be told to this reader any more.
  };

  [[nodiscard]] Verdict push(Frame frame);
  /// For frames that the reader can do without.
  [[nodiscard]] Verdict push_presence(Frame frame);

  [[nodiscard]] bool empty() const { return frames_.empty(); }

  /// Frames that it has memory for: none when it is empty, as a socket may be idle for long.
  [[nodiscard]] std::size_t capacity() const { return frames_.capacity(); }

  /// What is to be written next; not empty unless the outbox is.
  [[nodiscard]] std::string_view next() const {
    return std::string_view(*frames_.front().bytes).substr(written_);
  }

  /// `count` bytes of next() are written.
  void wrote(std::size_t count);

 private:
  struct Waiting {
    Frame bytes;
    bool is_presence;
  };

  std::vector<Waiting> frames_;
  std::size_t written_ = 0;  ///< Of the first frame.
};

}  // namespace parley::realtime
