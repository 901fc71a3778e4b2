// What benchmarks work on: users, sessions and requests as they come.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "core/session/session.hpp"
#include "core/user/user.hpp"

namespace parley::bench {

inline constexpr const char* kApp = "bench";

/// About 500 bytes of JSON, as the budgets speak of.
[[nodiscard]] core::User sample_user(std::size_t number);

/// One of that user. Its digest is that of no token, but as spread out as one.
[[nodiscard]] core::Session sample_session(std::size_t number);

/// GET /v3/me as a program sends it that asks whose a token is.
[[nodiscard]] std::string request_of_program(std::string_view token);

/// The same as a page in a browser sends it, from another origin.
[[nodiscard]] std::string request_of_page(std::string_view token);

}  // namespace parley::bench
