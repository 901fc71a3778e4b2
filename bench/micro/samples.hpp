// Typical users, sessions and requests for the benchmarks.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "core/session/session.hpp"
#include "core/user/user.hpp"

namespace parley::bench {

inline constexpr const char* kApp = "bench";

/// A user of about 500 bytes of JSON, the size that the performance budgets assume.
[[nodiscard]] core::User sample_user(std::size_t number);

/// A session of sample_user(number). Its digest belongs to no token, but is distributed like one.
[[nodiscard]] core::Session sample_session(std::size_t number);

/// GET /v3/me as sent by a program that looks up the user of a token.
[[nodiscard]] std::string request_of_program(std::string_view token);

/// GET /v3/me as sent by a page in a browser, from another origin.
[[nodiscard]] std::string request_of_page(std::string_view token);

}  // namespace parley::bench
