// Bytes that were received and not yet used.
#pragma once

#include <cstddef>
#include <memory>
#include <string_view>

#include <boost/asio/buffer.hpp>

namespace parley::http {

class Buffer {
 public:
  Buffer() = default;
  explicit Buffer(std::size_t capacity)
      : bytes_(std::make_unique_for_overwrite<char[]>(capacity)), capacity_(capacity) {}

  [[nodiscard]] std::string_view data() const { return {bytes_.get() + begin_, end_ - begin_}; }
  [[nodiscard]] std::size_t capacity() const { return capacity_; }

  /// Where the next bytes go. Empty when the buffer is full up to its end.
  [[nodiscard]] boost::asio::mutable_buffer room() {
    return {bytes_.get() + end_, capacity_ - end_};
  }

  /// `count` bytes were written into room().
  void commit(std::size_t count) { end_ += count; }

  /// The first `count` bytes of data() are done with. Their memory stays as it is until the next
  /// make_room() or commit().
  void consume(std::size_t count) {
    begin_ += count;
    if (begin_ == end_) begin_ = end_ = 0;
  }

  /// `bytes` must fit into room().
  void append(std::string_view bytes);

  /// Makes room() not empty, unless data() already has `max_capacity` bytes: moves the data to the
  /// front or grows. Invalidates views of data().
  void make_room(std::size_t max_capacity);

 private:
  std::unique_ptr<char[]> bytes_;
  std::size_t capacity_ = 0;
  std::size_t begin_ = 0;
  std::size_t end_ = 0;
};

}  // namespace parley::http
