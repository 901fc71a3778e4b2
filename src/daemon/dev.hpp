// `parleyd dev`: an app with keys and sample users, made at the first start.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "base/task.hpp"
#include "core/domain.hpp"
#include "daemon/credentials.hpp"

namespace parley::daemon {

struct SampleUser {
  std::string_view uid;
  std::string_view name;
};

[[nodiscard]] std::span<const SampleUser> sample_users();

/// Where the server itself serves the picture of a sample user.
[[nodiscard]] std::string avatar_path(std::string_view uid);

/// The developer's app, and what a person should know about it besides.
struct DevApp {
  Credentials credentials;  ///< The addresses are those of the last time, empty at first.
  std::string note;         ///< Empty, or one line.
  std::optional<SecretString> sign_in_link = {};  ///< Token that opens the dashboard, once.
};

/// The app that `remembered` (credentials.json) names, if it and its keys still exist. What is
/// missing is made: the app in development mode, or new keys for it. Errors: ERR_LIMIT_EXCEEDED
/// when there is no room for a key, ERR_SERVICE_UNAVAILABLE.
[[nodiscard]] Task<Result<DevApp>> prepare_dev_app(core::Domain& domain,
                                                   std::optional<Credentials> remembered);

/// Creates the sample users that do not exist, with pictures at `base_url`. Error:
/// ERR_SERVICE_UNAVAILABLE.
[[nodiscard]] Task<Status> create_sample_users(core::Domain& domain, std::string app_id,
                                               std::string base_url);

/// Points the pictures of the sample users to `base_url`, where the server is found now; pictures
/// that somebody chose stay. Error: ERR_SERVICE_UNAVAILABLE.
[[nodiscard]] Task<Status> refresh_avatars(core::Domain& domain, std::string app_id,
                                           std::string base_url);

}  // namespace parley::daemon
