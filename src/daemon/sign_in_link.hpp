// The URL that a one-time link is.
#pragma once

#include <string>
#include <string_view>

#include <fmt/format.h>

namespace parley::daemon {

/// The page of the dashboard at `base_url` (without a slash at the end; empty: a path) that signs
/// in by the token. It stands in the fragment, which browsers send to no server and no log.
[[nodiscard]] inline std::string sign_in_url(std::string_view base_url, std::string_view token) {
  return fmt::format("{}/dashboard/sign-in#link={}", base_url, token);
}

}  // namespace parley::daemon
