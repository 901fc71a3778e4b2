// Administrator: a person who uses the dashboard. Administrators belong to the server, not to an
// app.
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

/// Each role may do what the roles before it may. The values are stored.
enum class AdminRole : std::uint8_t {
  viewer = 0,     ///< Reads everything but secrets.
  developer = 1,  ///< Changes everything but administrators.
  owner = 2,      ///< Changes everything.
};

struct Administrator {
  std::string id;     ///< Public: "adm_...".
  std::string email;  ///< Normalised by normalize_email(); unique on the server.
  std::string name;   ///< 1-100 characters.
  AdminRole role = AdminRole::viewer;
  std::string password_hash;  ///< Empty: signs in by one-time links only.
  Time created_at;
  Time updated_at;
  Time last_signed_in_at;  ///< kNever until the first time.

  bool operator==(const Administrator&) const = default;
};

/// A session of an administrator in the dashboard.
struct AdminSession {
  std::string id;  ///< Public: "ads_...".
  std::string administrator_id;
  crypto::Sha256 digest{};  ///< Of the session token; the token itself is never stored.
  Time created_at;
  Time last_used_at;  ///< Precise to kAdminUseNotedEvery; initially the time of the sign-in.
  std::string last_ip;
  std::string user_agent;  ///< At most kMaxAdminUserAgentBytes.

  bool operator==(const AdminSession&) const = default;
};

inline constexpr std::chrono::hours kAdminSessionLifetime{12};
inline constexpr std::chrono::minutes kAdminIdleTimeout{30};
/// How often the use of a session is recorded. The idle time counts from the last recorded use, so
/// a session may end up to this much early, but never late.
inline constexpr std::chrono::seconds kAdminUseNotedEvery{30};
inline constexpr std::size_t kMaxAdminUserAgentBytes = 500;

/// A network that an administrator has signed in from. FailedSignIns does not treat it as a
/// stranger's.
struct KnownAddress {
  std::string administrator_id;
  std::string network;  ///< From client_network().
  Time last_signed_in_at;

  bool operator==(const KnownAddress&) const = default;
};

/// How many of the most recently used addresses are kept per administrator.
inline constexpr std::size_t kKnownAddressesPerAdministrator = 20;
/// An address is forgotten if the administrator has not signed in from it for this long.
inline constexpr std::chrono::days kKnownAddressesKept{90};

/// A one-time link that signs in one administrator.
struct SignInLink {
  crypto::Sha256 digest{};  ///< Of the link's token.
  std::string administrator_id;
  Time expires_at;

  bool operator==(const SignInLink&) const = default;
};

inline constexpr std::chrono::minutes kSignInLinkLifetime{15};

/// Whether the session has neither expired nor idled out. At exactly the limit, it has.
[[nodiscard]] bool is_live(const AdminSession& session, Time now) noexcept;

/// The CSRF token of a session: calls that change something must send it, to prove that they come
/// from a page of the dashboard. It is derived from the session token, so it need not be stored,
/// and does not reveal that token.
[[nodiscard]] SecretString csrf_token_of(const SecretString& session_token);

/// Lower-cases ASCII letters and removes the spaces around the text.
[[nodiscard]] std::string normalize_email(std::string_view email);

/// ERR_BAD_REQUEST when email (one @ with text on both sides, at most 254 bytes) or name is
/// invalid.
[[nodiscard]] Status validate(const Administrator& administrator);

/// ERR_BAD_REQUEST for `field` unless the password is UTF-8 without control characters, has 10-128
/// characters, and is neither the email nor the name in any (ASCII) case.
[[nodiscard]] Status validate_password(std::string_view field, const SecretString& password,
                                       const Administrator& administrator);

/// "owner", "developer" or "viewer".
[[nodiscard]] std::string_view to_string(AdminRole role) noexcept;

/// nullopt for any other text.
[[nodiscard]] std::optional<AdminRole> admin_role_from_string(std::string_view text) noexcept;

}  // namespace parley::core
