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

/// The label for metrics: the name of the limit's setting, if it has one of its own.
[[nodiscard]] std::string_view label_of(Limit limit) noexcept;

/// ERR_TOO_MANY_REQUESTS with the name of the limit and `wait` as retry_after. Counts the refusal,
/// so call it once per refused request. Any thread.
[[nodiscard]] Error too_many_requests(Limit limit, std::chrono::seconds wait);

/// How often too_many_requests() was called for this limit in this process. Any thread.
[[nodiscard]] std::uint64_t times_reached(Limit limit) noexcept;

}  // namespace parley
