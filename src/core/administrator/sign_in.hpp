// Starts sessions of administrators, inside a transaction.
#pragma once

#include <string>

#include "base/secret.hpp"
#include "core/administrator/administrator.hpp"
#include "core/environment.hpp"

namespace parley::core {

/// Where a sign-in comes from.
struct SignInOrigin {
  std::string address;     ///< Of the client.
  std::string user_agent;  ///< Truncated to kMaxAdminUserAgentBytes.
};

struct SignedIn {
  Administrator administrator;
  AdminSession session;
  SecretString token;  ///< Of the session; shown only once.
  SecretString csrf;
};

struct CreatedLink {
  SecretString token;
  Time expires_at;
};

/// Creates a session for `administrator`, who must be stored, and records the time and address of
/// the sign-in.
[[nodiscard]] SignedIn begin_session(Transaction& transaction, const Environment& environment,
                                     Administrator administrator, const SignInOrigin& origin);

/// Creates a one-time link for `administrator`, who must be stored. Older links stay valid.
[[nodiscard]] CreatedLink make_link(Transaction& transaction, const Environment& environment,
                                    const Administrator& administrator);

/// Whether the text has the format of a session token, or of a link token. Other text is rejected
/// without a lookup.
[[nodiscard]] bool is_admin_session_token(const SecretString& text) noexcept;
[[nodiscard]] bool is_sign_in_link_token(const SecretString& text) noexcept;

}  // namespace parley::core
