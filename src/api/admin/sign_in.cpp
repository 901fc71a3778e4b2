// /sign_in, /sign_in/link and signing out
#include <utility>

#include "api/admin/handlers.hpp"
#include "api/admin/session_cookie.hpp"
#include "wire/administrator_json.hpp"

namespace parley::api::admin {
namespace {

constexpr std::string_view kSetCookie = "set-cookie";

core::SignInOrigin origin_of(const Request& request) {
  return {std::string(request.remote_address), std::string(request.header(Header::user_agent))};
}

Response signed_in(const core::SignedIn& session, const Request& request) {
  auto response =
      data_answer(wire::signed_in_json(session.administrator, session.session, session.csrf));
  response.headers.emplace_back(kSetCookie, set_session_cookie(request, session.token));
  return response;
}

Response signed_out(std::string_view message, const Request& request) {
  auto response = success(message);
  response.headers.emplace_back(kSetCookie, clear_session_cookie(request));
  return response;
}

/// Refuses to send a session token over a connection that others could read.
Status check_private(const Request& request) {
  if (is_private_connection(request)) return {};
  return make_error(ErrorCode::kAuthErrInsecureSignIn);
}

}  // namespace

Task<Result<Response>> sign_in(AdminCall& call) {
  if (auto safe = check_private(call.request); !safe) co_return safe.error();
  auto body = call.parse(wire::parse_sign_in);
  if (!body) co_return body.error();
  const auto session = co_await call.domain().admin_sessions.sign_in(
      std::move(body->email), std::move(body->password), origin_of(call.request));
  if (!session) co_return session.error();
  co_return signed_in(*session, call.request);
}

Task<Result<Response>> sign_in_with_link(AdminCall& call) {
  if (auto safe = check_private(call.request); !safe) co_return safe.error();
  auto link = call.parse(wire::parse_link);
  if (!link) co_return link.error();
  const auto session = co_await call.domain().admin_sessions.sign_in_by_link(
      std::move(*link), origin_of(call.request));
  if (!session) co_return session.error();
  co_return signed_in(*session, call.request);
}

Task<Result<Response>> sign_out(AdminCall& call) {
  const auto done =
      co_await call.domain().admin_sessions.sign_out(call.actor(), call.caller.session);
  if (!done) co_return done.error();
  co_return signed_out("You are signed out.", call.request);
}

Task<Result<Response>> sign_out_everywhere(AdminCall& call) {
  const auto done = co_await call.domain().admin_sessions.sign_out_everywhere(
      call.actor(), call.caller.administrator.id, {});
  if (!done) co_return done.error();
  co_return signed_out("You are signed out everywhere.", call.request);
}

}  // namespace parley::api::admin
