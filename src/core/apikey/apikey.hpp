// API key: a REST API Key (scope fullAccess) for an app's back end, or an Auth Key (scope authOnly)
// for clients in development.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/clock.hpp"
#include "base/result.hpp"
#include "base/secret.hpp"
#include "core/app/app.hpp"
#include "core/audit/audit.hpp"
#include "crypto/digest.hpp"
#include "crypto/random.hpp"

namespace parley::core {

inline constexpr std::size_t kMaxApiKeysPerApp = 25;

enum class Scope : std::uint8_t {
  auth_only,    ///< May create and update users and log them in, while the app is in development.
  full_access,  ///< May do everything within its app.
};

struct ApiKey {
  std::string id;  ///< Public: "key_..." .
  std::string app_id;
  std::string name;  ///< 1-100 characters.
  Scope scope = Scope::auth_only;
  crypto::Sha256 digest{};  ///< Of the key; the key itself is never stored.
  std::string hint;         ///< What may be shown of the key: "1a2b...f09".
  std::string created_by;   ///< Id of a key or administrator, or "server".
  Time created_at;
  Time last_used_at;  ///< kNever until used; precise to a minute.

  bool operator==(const ApiKey&) const = default;
};

/// A key cached in memory, with the epoch of the app that it belongs to.
struct CachedApiKey : ApiKey {
  AppEpoch app_epoch = 0;

  /// Whether the key belongs to `app`, and not to an earlier app with the same id.
  [[nodiscard]] bool belongs_to(const App& app) const {
    return app_epoch == app.epoch && app_id == app.id;
  }
};

/// A key as stored, with the secret, which is shown only once.
struct CreatedApiKey {
  ApiKey key;
  SecretString secret;
};

/// A new key, not stored yet. created_by is set to public_id_of(actor).
[[nodiscard]] CreatedApiKey make_api_key(crypto::Random& random, Time now, std::string app_id,
                                         std::string name, Scope scope, const Actor& actor);

/// ERR_BAD_REQUEST when the name is invalid.
[[nodiscard]] Status validate(const ApiKey& key);

/// Whether a key of this scope may be used in the app. In production an Auth Key may not, because
/// every copy of a client can contain it. Error: AUTH_ERR_NO_ACCESS.
[[nodiscard]] Status check_usable(const App& app, Scope scope);

/// "authOnly" or "fullAccess".
[[nodiscard]] std::string_view to_string(Scope scope) noexcept;

/// nullopt for any other text.
[[nodiscard]] std::optional<Scope> scope_from_string(std::string_view text) noexcept;

}  // namespace parley::core
