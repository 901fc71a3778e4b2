// `parleyd dev`: an administrator who can open the dashboard at once.
#pragma once

#include <optional>
#include <string_view>

#include "base/result.hpp"
#include "base/secret.hpp"
#include "base/task.hpp"
#include "core/domain.hpp"

namespace parley::daemon {

inline constexpr std::string_view kDevEmail = "developer@localhost";

/// Returns the token of a new one-time link for the owner kDevEmail. Creates this owner, without a
/// password, if there are no administrators. nullopt if there are only others: the developer was
/// removed on purpose. Error: ERR_SERVICE_UNAVAILABLE.
[[nodiscard]] Task<Result<std::optional<SecretString>>> prepare_dev_administrator(
    core::Domain& domain);

}  // namespace parley::daemon
