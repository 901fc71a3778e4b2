#include "wire/administrator_json.hpp"

#include <utility>

#include "base/text.hpp"
#include "wire/fields.hpp"

namespace parley::wire {
namespace {

/// Fields of an administrator that responses include but no change can set.
constexpr std::string_view kReadOnlyOfAdministrator[] = {"id", "hasPassword", "createdAt",
                                                         "updatedAt", "lastSignedInAt"};

std::optional<core::AdminRole> read_role(Fields& fields) {
  const auto value = fields.text("role");
  if (!value) return std::nullopt;
  const auto role = core::admin_role_from_string(*value);
  if (!role) fields.fail("role", "must be owner, developer or viewer");
  return role;
}

Status validity_of(std::string_view email, std::string name) {
  core::Administrator administrator{};
  administrator.email = core::normalize_email(email);
  administrator.name = std::move(name);
  return core::validate(administrator);
}

}  // namespace

json::object to_json(const core::Administrator& administrator) {
  return {{"id", administrator.id},
          {"email", administrator.email},
          {"name", administrator.name},
          {"role", core::to_string(administrator.role)},
          {"hasPassword", !administrator.password_hash.empty()},
          {"createdAt", to_unix_seconds(administrator.created_at)},
          {"updatedAt", to_unix_seconds(administrator.updated_at)},
          {"lastSignedInAt", to_unix_seconds(administrator.last_signed_in_at)}};
}

json::object to_json(const core::AdminSession& session, std::string_view current_id) {
  json::object object{
      {"id", session.id},
      {"createdAt", to_unix_seconds(session.created_at)},
      {"lastUsedAt", to_unix_seconds(session.last_used_at)},
      {"expiresAt", to_unix_seconds(session.created_at + core::kAdminSessionLifetime)},
      {"current", session.id == current_id}};
  if (!session.last_ip.empty()) object["lastIp"] = session.last_ip;
  if (!session.user_agent.empty()) object["userAgent"] = session.user_agent;
  return object;
}

json::object signed_in_json(const core::Administrator& administrator,
                            const core::AdminSession& session, const SecretString& csrf) {
  return {{"administrator", to_json(administrator)},
          {"session", to_json(session, session.id)},
          {"csrfToken", csrf.expose()}};
}

json::object to_json(const core::CreatedLink& link) {
  return {{"link", link.token.expose()}, {"expiresAt", to_unix_seconds(link.expires_at)}};
}

Result<SignInBody> parse_sign_in(const json::object& body) {
  Fields fields(body);
  SignInBody sign_in{fields.required_text("email"), SecretString(fields.required_text("password"))};
  // Hashing takes memory and time; a longer text cannot be anyone's password.
  if (count_characters(sign_in.password.expose()) > core::kMaxPasswordLength)
    fields.fail("password", "must have at most 128 characters");
  if (auto status = fields.finish(); !status) return status.error();
  return sign_in;
}

Result<SecretString> parse_link(const json::object& body) {
  Fields fields(body);
  SecretString link(fields.required_text("link"));
  if (auto status = fields.finish(); !status) return status.error();
  return link;
}

Result<PasswordChange> parse_password_change(const json::object& body) {
  Fields fields(body);
  PasswordChange change{SecretString(fields.text("currentPassword").value_or("")),
                        SecretString(fields.required_text("password"))};
  if (auto status = fields.finish(); !status) return status.error();
  return change;
}

Result<core::AdministratorDraft> parse_new_administrator(const json::object& body) {
  Fields fields(body);
  core::AdministratorDraft draft{.email = fields.required_text("email"),
                                 .name = fields.required_text("name")};
  if (!body.contains("role")) fields.fail("role", "is required");
  draft.role = read_role(fields).value_or(core::AdminRole::viewer);
  fields.ignore(kReadOnlyOfAdministrator);
  const auto validity = [&] { return validity_of(draft.email, draft.name); };
  if (auto status = fields.finish(validity); !status) return status.error();
  return draft;
}

Result<core::AdministratorChange> parse_administrator_change(const json::object& body) {
  Fields fields(body);
  core::AdministratorChange change{
      .name = fields.text("name"), .role = read_role(fields), .email = fields.text("email")};
  fields.ignore(kReadOnlyOfAdministrator);
  const auto validity = [&] {
    return validity_of(change.email.value_or("any@example.com"), change.name.value_or("Any"));
  };
  if (auto status = fields.finish(validity); !status) return status.error();
  return change;
}

}  // namespace parley::wire
