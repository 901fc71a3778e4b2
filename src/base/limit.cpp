#include "base/limit.hpp"

#include <array>
#include <atomic>
#include <string_view>

#include "base/quantity.hpp"

namespace parley {
namespace {

struct Names {
  std::string_view label;
  std::string_view text;
};

/// Indexed by Limit.
constexpr std::array<Names, kLimitCount> kNames{{
    {"connections_per_address", "open connections per address (connections_per_address)"},
    {"address_requests_per_minute",
     "requests per minute per address (address_requests_per_minute)"},
    {"failed_credentials_per_minute",
     "wrong keys per minute per address (failed_credentials_per_minute)"},
    {"failed_sign_ins", "failed sign-ins"},
    {"user_calls_per_minute",
     "calls per minute per user (user_calls_per_minute, or a tenth of the app's limit)"},
    {"key_calls_per_minute", "calls per minute per API key (key_calls_per_minute)"},
    {"app_calls_per_minute", "calls per minute of the app"},
    {"sockets", "open WebSockets per user or address (sockets_per_user, connections_per_address)"},
    {"caller_memory",
     "bytes of large answers and bodies per caller (answer_memory_mb, body_memory_mb)"},
}};

std::array<std::atomic<std::uint64_t>, kLimitCount> g_reached{};

std::size_t index_of(Limit limit) { return static_cast<std::size_t>(limit); }

}  // namespace

std::string_view label_of(Limit limit) noexcept { return kNames[index_of(limit)].label; }

Error too_many_requests(Limit limit, std::chrono::seconds wait) {
  g_reached[index_of(limit)].fetch_add(1, std::memory_order_relaxed);
  auto error = make_error(
      ErrorCode::kErrTooManyRequests,
      {{"wait", quantity(wait.count(), "second")}, {"limit", kNames[index_of(limit)].text}});
  error->retry_after = wait.count();
  return error;
}

std::uint64_t times_reached(Limit limit) noexcept {
  return g_reached[index_of(limit)].load(std::memory_order_relaxed);
}

}  // namespace parley
