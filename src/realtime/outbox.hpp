// The queue of frames to be written to one socket.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace parley::realtime {

/// The bytes of a frame, shared by all sockets that it is sent to.
using Frame = std::shared_ptr<const std::string>;

[[nodiscard]] inline Frame make_frame(std::string bytes) {
  return std::make_shared<const std::string>(std::move(bytes));
}

/// A bounded FIFO queue. Only presence frames may be dropped, because clients can fetch presence
/// again. Not thread-safe.
class Outbox {
 public:
  /// The most presence frames that may wait.
  static constexpr std::size_t kMaxPresence = 64;
  /// The most bytes that may wait, with kFrameOverhead added for each frame.
  static constexpr std::size_t kMaxBytes = 512 * 1024;
  static constexpr std::size_t kFrameOverhead = 64;

  /// Queues a frame that must not be dropped. Returns false, and changes nothing, if there is no
  /// room.
  [[nodiscard]] bool push(const Frame& frame);

  /// Whether push_presence() would queue the frame.
  [[nodiscard]] bool has_room_for_presence(const Frame& frame) const;

  /// Queues a presence frame. If there is no room, drops it and all waiting presence frames, and
  /// returns false. The client must then be told to fetch presence again.
  [[nodiscard]] bool push_presence(const Frame& frame);

  [[nodiscard]] bool empty() const { return first_ == frames_.size(); }

  /// The number of frames that it has memory for. 0 when it is empty, because a socket may be idle
  /// for a long time.
  [[nodiscard]] std::size_t capacity() const { return frames_.capacity(); }

  /// Returns the bytes to write next. The outbox must not be empty. Their frame is not dropped from
  /// now on: TLS may have encrypted it even if the kernel accepted no byte, and must then be
  /// offered the same bytes again.
  [[nodiscard]] std::string_view next();

  /// Removes the first `count` bytes of next(), which were written.
  void wrote(std::size_t count);

 private:
  struct Waiting {
    Frame bytes;
    bool is_presence;
  };

  static std::size_t cost(const Frame& frame) { return frame->size() + kFrameOverhead; }
  void add(const Frame& frame, bool is_presence);
  void drop_presence();
  void release_memory();

  std::vector<Waiting> frames_;
  std::size_t first_ = 0;        ///< Index of the first frame that is not written.
  std::size_t written_ = 0;      ///< Bytes of that frame.
  std::size_t bytes_ = 0;        ///< Total cost of the waiting frames.
  std::size_t presence_ = 0;     ///< The number of waiting presence frames.
  bool first_is_begun_ = false;  ///< next() has returned bytes of the first frame.
};

}  // namespace parley::realtime
