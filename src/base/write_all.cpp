#include "base/write_all.hpp"

#include <poll.h>
#include <unistd.h>

#include <cerrno>
#include <cstddef>

namespace parley {
namespace {

bool is_passing(int descriptor, int failure) noexcept {
  if (failure != EAGAIN) return failure == EINTR;
  pollfd writable{.fd = descriptor, .events = POLLOUT, .revents = 0};
  return ::poll(&writable, 1, -1) >= 0 || errno == EINTR;
}

}  // namespace

std::string_view write_all(int descriptor, std::string_view text) noexcept {
  while (!text.empty()) {
    const auto written = ::write(descriptor, text.data(), text.size());
    if (written > 0) {
      text.remove_prefix(static_cast<std::size_t>(written));
    } else if (written == 0 || !is_passing(descriptor, errno)) {
      break;
    }
  }
  return text;
}

}  // namespace parley
