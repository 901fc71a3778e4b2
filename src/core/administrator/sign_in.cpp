#include "core/administrator/sign_in.hpp"

#include <utility>

#include "base/text.hpp"

namespace parley::core {
namespace {

constexpr std::size_t kTokenLength = 32;  // Characters of base62: 190 bits.

// Prefixes, so that secret scanners recognise a leaked one.
SecretString new_token(crypto::Random& random, std::string_view prefix) {
  return SecretString(std::string(prefix) + crypto::random_base62(random, kTokenLength));
}

/// At most kMaxAdminUserAgentBytes, and no half a character at the end.
std::string cut_off(std::string user_agent) {
  if (user_agent.size() > kMaxAdminUserAgentBytes) user_agent.resize(kMaxAdminUserAgentBytes);
  while (!is_utf8(user_agent)) user_agent.pop_back();
  return user_agent;
}

}  // namespace

SignedIn begin_session(Transaction& transaction, const Environment& environment,
                       Administrator administrator, const SignInOrigin& origin) {
  const auto now = environment.clock.now();
  auto token = new_token(environment.random, "parley_admin_");
  AdminSession session{.id = crypto::new_id(environment.random, "ads_"),
                       .administrator_id = administrator.id,
                       .digest = crypto::sha256(token),
                       .created_at = now,
                       .last_used_at = now,
                       .last_ip = origin.address,
                       .user_agent = cut_off(origin.user_agent)};
  administrator.last_signed_in_at = now;
  transaction.administrators().update(administrator);
  transaction.administrators().insert_session(session);
  const Actor actor{ActorKind::administrator, administrator.id, administrator.email,
                    origin.address};
  transaction.audit().append(audit_event({}, now, actor, AuditAction::administrator_signed_in,
                                         administrator.id, {{"sessionId", session.id}}));
  auto csrf = csrf_token_of(token);
  return {std::move(administrator), std::move(session), std::move(token), std::move(csrf)};
}

CreatedLink make_link(Transaction& transaction, const Environment& environment,
                      const Administrator& administrator) {
  auto token = new_token(environment.random, "parley_link_");
  const auto expires_at = environment.clock.now() + kSignInLinkLifetime;
  transaction.administrators().insert_link({.digest = crypto::sha256(token),
                                            .administrator_id = administrator.id,
                                            .expires_at = expires_at});
  return {std::move(token), expires_at};
}

}  // namespace parley::core
