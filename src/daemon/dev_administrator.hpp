// `parleyd dev`: somebody who can open the dashboard at once.
#pragma once

#include <optional>
#include <string_view>

#include "base/result.hpp"
#include "base/secret.hpp"
#include "base/task.hpp"
#include "core/domain.hpp"

namespace parley::daemon {

inline constexpr std::string_view kDevEmail = "developer@localhost";

/// The token of a new one-time link for the owner kDevEmail, who is made, without a password, when
/// there is no administrator at all. nullopt when there are others only: the developer was removed
/// on purpose. Error: ERR_SERVICE_UNAVAILABLE.
[[nodiscard]] Task<Result<std::optional<SecretString>>> prepare_dev_administrator(
    core::Domain& domain);

}  // namespace parley::daemon
