// System errors that may go away on their own.
#pragma once

#include <cerrno>

namespace parley {

/// Whether the same call may succeed later, as after a full disk, an I/O error, too many open files
/// or threads, a limit on the size of files, or lack of memory. False for errors that stay, such as
/// a missing file or permission.
[[nodiscard]] constexpr bool can_pass(int error_number) {
  switch (error_number) {
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
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
