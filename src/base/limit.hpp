// The limits on what callers may do, and how often each was reached.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "base/error.hpp"

namespace parley {

enum class Limit : std::uint8_t {
  connections_of_address,
  requests_of_address,
  failed_credentials,
  failed_sign_ins,
  calls_of_user,
  calls_of_key,
  calls_of_app,
  sockets,
  memory_of_caller,
};

inline constexpr std::size_t kLimitCount = 9;

/// For metrics: the setting of the limit where it has one of its own.
[[nodiscard]] std::string_view label_of(Limit limit) noexcept;

/// ERR_TOO_MANY_REQUESTS, which names the limit and says when to try again. Counts it: make one
/// for each caller that is refused. Any thread.
[[nodiscard]] Error too_many_requests(Limit limit, std::chrono::seconds wait);

/// How many such errors this process has made. Any thread.
[[nodiscard]] std::uint64_t times_reached(Limit limit) noexcept;

}  // namespace parley
