// Failures of the system that can pass without anybody's help.
#pragma once

#include <cerrno>

namespace parley {

/// Whether the same call may succeed later: a full disk, a failing device, too many open files, no
/// memory. A missing file or a wrong permission stays as it is.
[[nodiscard]] constexpr bool can_pass(int error_number) {
  switch (error_number) {
    case ENOSPC:
    case EDQUOT:
    case EIO:
    case EMFILE:
    case ENFILE:
    case ENOMEM:
    case EAGAIN:
    case EBUSY:
    case EINTR: return true;
    default: return false;
  }
}

}  // namespace parley
