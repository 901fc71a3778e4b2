// The URL of a one-time link.
#pragma once

#include <string>
#include <string_view>

#include <fmt/format.h>

namespace parley::daemon {

/// The URL of the dashboard page that signs in with the token. `base_url` has no slash at its end;
/// if it is empty, the result is a path. The token is in the fragment, which browsers do not send
/// to servers, so it does not reach a log.
[[nodiscard]] inline std::string sign_in_url(std::string_view base_url, std::string_view token) {
  return fmt::format("{}/dashboard/sign-in#link={}", base_url, token);
}

}  // namespace parley::daemon
