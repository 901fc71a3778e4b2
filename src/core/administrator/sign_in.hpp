// How a session of an administrator begins: inside a transaction.
#pragma once

#include <string>

#include "base/secret.hpp"
#include "core/administrator/administrator.hpp"
#include "core/environment.hpp"

namespace parley::core {

/// Where a sign-in comes from.
struct SignInOrigin {
  std::string address;     ///< Of the client.
  std::string user_agent;  ///< Cut off after kMaxAdminUserAgentBytes.
};

struct SignedIn {
  Administrator administrator;
  AdminSession session;
  SecretString token;  ///< Of the session; shown this once.
  SecretString csrf;
};

struct CreatedLink {
  SecretString token;
  Time expires_at;
};

/// Gives `administrator` (who is stored) a new session, and notes when that was and from where.
[[nodiscard]] SignedIn begin_session(Transaction& transaction, const Environment& environment,
                                     Administrator administrator, const SignInOrigin& origin);

/// Gives `administrator` (who is stored) a new one-time link. Older ones stay.
[[nodiscard]] CreatedLink make_link(Transaction& transaction, const Environment& environment,
                                    const Administrator& administrator);

/// Whether the text can be the token of a session, or of a link. Texts that cannot are refused
/// without a lookup.
[[nodiscard]] bool is_admin_session_token(const SecretString& text) noexcept;
[[nodiscard]] bool is_sign_in_link_token(const SecretString& text) noexcept;

}  // namespace parley::core
