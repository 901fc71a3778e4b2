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

/// `current_id`: the id of the session that makes the request.
[[nodiscard]] json::object to_json(const core::AdminSession& session, std::string_view current_id);

/// The signed-in administrator: the response to a sign-in and to GET /session.
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
  SecretString current;  ///< Empty if it was not sent.
  SecretString password;
};

// Error of all parsers: ERR_BAD_REQUEST.
[[nodiscard]] Result<SignInBody> parse_sign_in(const json::object& body);
[[nodiscard]] Result<SecretString> parse_link(const json::object& body);
[[nodiscard]] Result<PasswordChange> parse_password_change(const json::object& body);
[[nodiscard]] Result<core::AdministratorDraft> parse_new_administrator(const json::object& body);
[[nodiscard]] Result<core::AdministratorChange> parse_administrator_change(
    const json::object& body);

}  // namespace parley::wire
