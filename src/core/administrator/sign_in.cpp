#include "core/administrator/sign_in.hpp"

#include <utility>

#include "base/client_network.hpp"
#include "base/text.hpp"
#include "crypto/token_format.hpp"

namespace parley::core {
namespace {

constexpr std::string_view kSessionPrefix = "parley_admin_";
constexpr std::string_view kLinkPrefix = "parley_link_";

}  // namespace

SignedIn begin_session(Transaction& transaction, const Environment& environment,
                       Administrator administrator, const SignInOrigin& origin) {
  const auto now = environment.clock.now();
  auto token = crypto::make_prefixed_token(kSessionPrefix, environment.random);
  AdminSession session{
      .id = crypto::new_id(environment.random, "ads_"),
      .administrator_id = administrator.id,
      .digest = crypto::sha256(token),
      .created_at = now,
      .last_used_at = now,
      .last_ip = origin.address,
      .user_agent = std::string(utf8_start(origin.user_agent, kMaxAdminUserAgentBytes))};
  administrator.last_signed_in_at = now;
  transaction.administrators().update(administrator);
  transaction.administrators().insert_session(session);
  transaction.administrators().remember_address(
      {administrator.id, client_network(origin.address), now});
  const Actor actor{ActorKind::administrator, administrator.id, administrator.email,
                    origin.address};
  transaction.audit().append(audit_event({}, now, actor, AuditAction::administrator_signed_in,
                                         administrator.id, {{"sessionId", session.id}}));
  auto csrf = csrf_token_of(token);
  return {std::move(administrator), std::move(session), std::move(token), std::move(csrf)};
}

CreatedLink make_link(Transaction& transaction, const Environment& environment,
                      const Administrator& administrator) {
  auto token = crypto::make_prefixed_token(kLinkPrefix, environment.random);
  const auto expires_at = environment.clock.now() + kSignInLinkLifetime;
  transaction.administrators().insert_link({.digest = crypto::sha256(token),
                                            .administrator_id = administrator.id,
                                            .expires_at = expires_at});
  return {std::move(token), expires_at};
}

bool is_admin_session_token(const SecretString& text) noexcept {
  return crypto::is_prefixed_token(kSessionPrefix, text.expose());
}

bool is_sign_in_link_token(const SecretString& text) noexcept {
  return crypto::is_prefixed_token(kLinkPrefix, text.expose());
}

}  // namespace parley::core
