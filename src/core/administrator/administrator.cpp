#include "core/administrator/administrator.hpp"

#include <utility>

#include "base/text.hpp"
#include "core/field_checks.hpp"
#include "core/readable_text.hpp"

namespace parley::core {
namespace {

constexpr std::size_t kMaxEmailBytes = 254;
constexpr std::size_t kLeastPassword = 10;

/// Whether the text has no characters that hide or move other text.
bool is_plain(std::string_view text) {
  if (!is_utf8(text)) return false;
  const auto traits = traits_of(text);
  return !traits.has_controls && !traits.has_line_breaks && !traits.has_bidi_controls &&
         !traits.has_direction_marks && !traits.has_stray_tags && !traits.has_tall_stacks;
}

bool is_email(std::string_view text) {
  const auto at = text.find('@');
  return at != std::string_view::npos && at > 0 && at + 1 < text.size() &&
         text.find('@', at + 1) == std::string_view::npos &&
         text.find(' ') == std::string_view::npos && is_plain(text);
}

}  // namespace

bool is_live(const AdminSession& session, Time now) noexcept {
  return now < session.created_at + kAdminSessionLifetime &&
         now < session.last_used_at + kAdminIdleTimeout;
}

SecretString csrf_token_of(const SecretString& session_token) {
  return SecretString(crypto::to_hex(crypto::hmac_sha256(session_token, "parley dashboard csrf")));
}

std::string normalize_email(std::string_view email) {
  const auto first = email.find_first_not_of(' ');
  if (first == std::string_view::npos) return {};
  return to_lower_ascii(email.substr(first, email.find_last_not_of(' ') + 1 - first));
}

Status validate(const Administrator& administrator) {
  FieldChecks checks;
  if (administrator.email.size() > kMaxEmailBytes) {
    checks.fail("email", "must have at most 254 bytes");
  } else if (!is_email(administrator.email)) {
    checks.fail("email", "must be an email address");
  }
  checks.line("name", administrator.name, {1, 100});
  return std::move(checks).status();
}

Status validate_password(std::string_view field, const SecretString& password,
                         const Administrator& administrator) {
  const auto& text = password.expose();
  if (!is_utf8(text) || has_control_characters(text))
    return bad_request(field, "must be UTF-8 without control characters");
  const auto characters = count_characters(text);
  if (characters < kLeastPassword || characters > kMaxPasswordLength)
    return bad_request(field, "must have 10 to 128 characters");
  const auto lower = to_lower_ascii(text);
  if (lower == administrator.email || lower == to_lower_ascii(administrator.name))
    return bad_request(field, "must not be the email or the name");
  return {};
}

std::string_view to_string(AdminRole role) noexcept {
  switch (role) {
    case AdminRole::owner: return "owner";
    case AdminRole::developer: return "developer";
    case AdminRole::viewer: break;
  }
  return "viewer";
}

std::optional<AdminRole> admin_role_from_string(std::string_view text) noexcept {
  for (const auto role : {AdminRole::owner, AdminRole::developer, AdminRole::viewer}) {
    if (text == to_string(role)) return role;
  }
  return std::nullopt;
}

}  // namespace parley::core
