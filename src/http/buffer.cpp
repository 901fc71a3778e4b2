#include "http/buffer.hpp"

#include <algorithm>
#include <cstring>
#include <utility>

namespace parley::http {

void Buffer::append(std::string_view bytes) {
  std::copy(bytes.begin(), bytes.end(), bytes_.get() + end_);
  end_ += bytes.size();
}

void Buffer::make_room(std::size_t max_capacity) {
  if (end_ < capacity_) return;
  if (begin_ > 0) {
    std::memmove(bytes_.get(), bytes_.get() + begin_, end_ - begin_);
    end_ -= std::exchange(begin_, 0);
    return;
  }
  Buffer larger(std::max(capacity_, std::min(2 * capacity_, max_capacity)));
  std::copy(data().begin(), data().end(), larger.bytes_.get());
  larger.end_ = end_;
  *this = std::move(larger);
}

}  // namespace parley::http
