// Administrator: a person who works with the dashboard. Administrators belong to the server, not to
// an app.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/clock.hpp"
#include "base/result.hpp"
#include "base/secret.hpp"
#include "crypto/digest.hpp"

namespace parley::core {

inline constexpr std::size_t kMaxAdministrators = 100;
inline constexpr std::size_t kMaxPasswordLength = 128;  ///< Characters.

/// Each may do what those before it may. The values are stored.
enum class AdminRole : std::uint8_t {
  viewer = 0,     ///< Reads everything but secrets.
  developer = 1,  ///< Changes everything but administrators.
  owner = 2,      ///< Changes everything.
};

struct Administrator {
  std::string id;     ///< Public: "adm_...".
  std::string email;  ///< As normalize_email() makes it; unique on the server.
  std::string name;   ///< 1-100 characters.
  AdminRole role = AdminRole::viewer;
  std::string password_hash;  ///< Empty: signs in by one-time links only.
  Time created_at;
  Time updated_at;
  Time last_signed_in_at;  ///< kNever until the first time.

  bool operator==(const Administrator&) const = default;
};

/// A sign-in of an administrator that has not ended.
struct AdminSession {
  std::string id;  ///< Public: "ads_...".
  std::string administrator_id;
  crypto::Sha256 digest{};  ///< Of the session token; the token itself is never stored.
  Time created_at;
  Time last_used_at;  ///< Precise to kAdminUseNotedEvery; at first the time of the sign-in.
  std::string last_ip;
  std::string user_agent;  ///< At most kMaxAdminUserAgentBytes.

  bool operator==(const AdminSession&) const = default;
};

inline constexpr std::chrono::hours kAdminSessionLifetime{12};
inline constexpr std::chrono::minutes kAdminIdleTimeout{30};
/// The idle time is counted from the last use that was noted: so much earlier it may end, not
/// later.
inline constexpr std::chrono::seconds kAdminUseNotedEvery{30};
inline constexpr std::size_t kMaxAdminUserAgentBytes = 500;

/// Where an administrator signed in from: see FailedSignIns, which does not take such an address
/// for a stranger's.
struct KnownAddress {
  std::string administrator_id;
  std::string network;  ///< As client_network() writes it.
  Time last_signed_in_at;

  bool operator==(const KnownAddress&) const = default;
};

/// The addresses that each administrator used last.
inline constexpr std::size_t kKnownAddressesPerAdministrator = 20;
/// An address is forgotten when the administrator has not signed in from it for so long.
inline constexpr std::chrono::days kKnownAddressesKept{90};

/// Signs one administrator in, once.
struct SignInLink {
  crypto::Sha256 digest{};  ///< Of the token of the link.
  std::string administrator_id;
  Time expires_at;

  bool operator==(const SignInLink&) const = default;
};

inline constexpr std::chrono::minutes kSignInLinkLifetime{15};

/// At the very millisecond of a limit the session is over.
[[nodiscard]] bool is_live(const AdminSession& session, Time now) noexcept;

/// What proves that a call that changes something comes from a page that knows the session token:
/// derived from it, so nothing more is stored, and the token cannot be told from it.
[[nodiscard]] SecretString csrf_token_of(const SecretString& session_token);

/// Lower-case, without spaces around it.
[[nodiscard]] std::string normalize_email(std::string_view email);

/// ERR_BAD_REQUEST when email (one @ with text on both sides, at most 254 bytes) or name is wrong.
[[nodiscard]] Status validate(const Administrator& administrator);

/// ERR_BAD_REQUEST about `field` unless the password has 10-128 characters and is neither email nor
/// name, whatever the case.
[[nodiscard]] Status validate_password(std::string_view field, const SecretString& password,
                                       const Administrator& administrator);

/// "owner", "developer" or "viewer".
[[nodiscard]] std::string_view to_string(AdminRole role) noexcept;

/// nullopt for any other text.
[[nodiscard]] std::optional<AdminRole> admin_role_from_string(std::string_view text) noexcept;

}  // namespace parley::core
