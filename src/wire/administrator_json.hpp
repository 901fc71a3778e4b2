// Administrators and their sessions as JSON.
#pragma once

#include <string>
#include <string_view>

#include <boost/json/object.hpp>

#include "base/result.hpp"
#include "core/administrator/service.hpp"

namespace parley::wire {

namespace json = boost::json;

[[nodiscard]] json::object to_json(const core::Administrator& administrator);

/// `current_id`: the session that asks.
[[nodiscard]] json::object to_json(const core::AdminSession& session, std::string_view current_id);

/// Who is signed in: the answer to a sign-in, and to a page that was loaded again.
[[nodiscard]] json::object signed_in_json(const core::Administrator& administrator,
                                          const core::AdminSession& session,
                                          const SecretString& csrf);

/// `{"link", "expiresAt"}`.
[[nodiscard]] json::object to_json(const core::CreatedLink& link);

struct SignInBody {
  std::string email;
  SecretString password;
};

struct PasswordChange {
  SecretString current;  ///< Empty when it was not sent.
  SecretString password;
};

// Error of all: ERR_BAD_REQUEST.
[[nodiscard]] Result<SignInBody> parse_sign_in(const json::object& body);
[[nodiscard]] Result<SecretString> parse_link(const json::object& body);
[[nodiscard]] Result<PasswordChange> parse_password_change(const json::object& body);
[[nodiscard]] Result<core::AdministratorDraft> parse_new_administrator(const json::object& body);
[[nodiscard]] Result<core::AdministratorChange> parse_administrator_change(
    const json::object& body);

}  // namespace parley::wire
