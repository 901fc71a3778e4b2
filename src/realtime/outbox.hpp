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

/// A bounded queue. Presence can be dropped, because clients can fetch it again; nothing else can.
class Outbox {
 public:
  /// Presence frames that may wait.
  static constexpr std::size_t kMaxPresence = 64;
  /// Bytes that may wait, with kFrameOverhead added to each frame.
  static constexpr std::size_t kMaxBytes = 512 * 1024;
  static constexpr std::size_t kFrameOverhead = 64;

  /// Queues a frame that must not be dropped. False, and no change, when there is no room.
  [[nodiscard]] bool push(const Frame& frame);

  /// Whether push_presence() would queue the frame.
  [[nodiscard]] bool has_room_for_presence(const Frame& frame) const;

  /// Queues a frame of presence. When there is no room for it, drops this and all other presence
  /// that waits, and returns false: the reader has to be told to fetch presence again.
  [[nodiscard]] bool push_presence(const Frame& frame);

  [[nodiscard]] bool empty() const { return first_ == frames_.size(); }

  /// Frames that it has memory for: none when it is empty, as a socket may be idle for long.
  [[nodiscard]] std::size_t capacity() const { return frames_.capacity(); }

  /// The bytes to write next; not empty unless the outbox is. The frame they belong to is not
  /// dropped from now on: TLS may already have encrypted bytes that the kernel did not take.
  [[nodiscard]] std::string_view next();

  /// `count` bytes of next() are written.
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
  std::size_t first_ = 0;        ///< Of frames_: those before it are written.
  std::size_t written_ = 0;      ///< Of the first frame.
  std::size_t bytes_ = 0;        ///< The cost of all that wait.
  std::size_t presence_ = 0;     ///< How many of those that wait are presence.
  bool first_is_begun_ = false;  ///< next() has handed out the first frame.
};

}  // namespace parley::realtime
