// `parleyd dev`: an app with keys and sample users, created at the first start.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "base/task.hpp"
#include "core/domain.hpp"
#include "daemon/data/credentials.hpp"

namespace parley::daemon {

struct SampleUser {
  std::string_view uid;
  std::string_view name;
};

[[nodiscard]] std::span<const SampleUser> sample_users();

/// The path at which the server serves the picture of a sample user.
[[nodiscard]] std::string avatar_path(std::string_view uid);

/// The developer's app, and what the developer should know about it.
struct DevApp {
  Credentials credentials;  ///< The addresses are those of the last run, empty before the first.
  std::string note;         ///< Empty, or one line.
  std::optional<SecretString> sign_in_link = {};  ///< Token that signs in to the dashboard once.
};

/// Returns the app in `remembered` (credentials.json) if it and its keys still exist. Creates what
/// is missing: the app, in development mode, or new keys. Errors: ERR_LIMIT_EXCEEDED if there is no
/// room for a key, ERR_SERVICE_UNAVAILABLE. `same_data`: from flags_for_same_data(), for commands
/// that the note suggests.
[[nodiscard]] Task<Result<DevApp>> prepare_dev_app(core::Domain& domain,
                                                   std::optional<Credentials> remembered,
                                                   std::string same_data);

/// Creates the sample users that do not exist, with pictures at `base_url`. Error:
/// ERR_SERVICE_UNAVAILABLE; other failures are ignored.
[[nodiscard]] Task<Status> create_sample_users(core::Domain& domain, std::string app_id,
                                               std::string base_url);

/// Updates the picture URLs of the sample users to `base_url`, the server's current address. Leaves
/// other pictures alone, and skips users that cannot be read. Errors: those of
/// UserService::update().
[[nodiscard]] Task<Status> refresh_avatars(core::Domain& domain, std::string app_id,
                                           std::string base_url);

}  // namespace parley::daemon
