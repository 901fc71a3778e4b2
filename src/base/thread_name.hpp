// Thread names, as shown by `top -H`, debuggers and the benchmarks.
#pragma once

#include <pthread.h>

#include <cstddef>

namespace parley {

/// Sets the name of the calling thread. Linux keeps 15 characters.
template <std::size_t Size>
void name_this_thread(const char (&name)[Size]) {
  static_assert(Size <= 16);
  ::pthread_setname_np(::pthread_self(), name);
}

}  // namespace parley
