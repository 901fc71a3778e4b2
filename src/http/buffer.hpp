// A receive buffer.
#pragma once

#include <cstddef>
#include <memory>
#include <string_view>

#include <boost/asio/buffer.hpp>

namespace parley::http {

/// Holds bytes that were received and not consumed yet. A default-constructed buffer has no memory
/// and never grows.
class Buffer {
 public:
  Buffer() = default;
  explicit Buffer(std::size_t capacity)
      : bytes_(std::make_unique_for_overwrite<char[]>(capacity)), capacity_(capacity) {}

  [[nodiscard]] std::string_view data() const { return {bytes_.get() + begin_, end_ - begin_}; }
  [[nodiscard]] std::size_t capacity() const { return capacity_; }

  /// The free space behind data(), where the next bytes go. When it is empty, call make_room().
  [[nodiscard]] boost::asio::mutable_buffer room() {
    return {bytes_.get() + end_, capacity_ - end_};
  }

  /// Adds the first `count` bytes of room(), which were written, to data().
  void commit(std::size_t count) { end_ += count; }

  /// Removes the first `count` bytes from data(). Their memory stays as it is until room() is
  /// written to, or make_room() is called.
  void consume(std::size_t count) {
    begin_ += count;
    if (begin_ == end_) begin_ = end_ = 0;
  }

  /// Copies `bytes`, which must fit into room(), and adds them to data().
  void append(std::string_view bytes);

  /// If room() is empty, moves data() to the front, or doubles the capacity up to `max_capacity`
  /// bytes. room() stays empty if data() already has that size. Invalidates views of data().
  void make_room(std::size_t max_capacity);

 private:
  std::unique_ptr<char[]> bytes_;
  std::size_t capacity_ = 0;
  std::size_t begin_ = 0;
  std::size_t end_ = 0;
};

}  // namespace parley::http
