// /me, /me/jwt, /settings, /user_sessions and /online-members: the calls of a logged-in client.
#include <algorithm>
#include <chrono>
#include <utility>

#include <fmt/format.h>

#include "api/handlers.hpp"
#include "base/log.hpp"
#include "base/once.hpp"
#include "wire/session_json.hpp"
#include "wire/settings_json.hpp"
#include "wire/user_json.hpp"

namespace parley::api {
namespace {

constexpr std::chrono::hours kJwtLifetime{24};

// A jwt is dated this far back, for verifiers whose clock is behind ours.
constexpr std::chrono::seconds kClockSkew{10};

// The user counts as available once the client has made its session call.
json::object own_json(const core::User& user, const core::Session& session) {
  const bool started = !session.device.platform.empty() || !session.device.device_id.empty();
  return wire::to_json(user, {.app_id = session.app_id, .viewer = user.uid, .available = started});
}

// Warns once if clients are likely to be sent to port 80 by mistake: published clients use only
// https and wss, so a proxy hardly serves them there.
void warn_about_announced(const wire::PublicAddress& address, const Call& call) {
  static Once told;
  const auto& request = call.request;
  const bool is_guessed = call.services.options.public_url.empty();
  const bool is_likely_wrong =
      is_guessed ? address.port_is_default && request.came_through_proxy : request.secure;
  if (address.secure || !is_likely_wrong || !told.is_first()) return;
  log::warn(
      "port_80_announced",
      {{"host", address.host},
       {"reason", std::string_view(
                      "clients behind a proxy are sent to http: set public_url to an https URL, or "
                      "list the proxy in trusted_proxy and let it send X-Forwarded-Proto")}});
}

// The configured address, else the one that the client used.
wire::PublicAddress public_address(const Call& call) {
  const auto& public_url = call.services.options.public_url;
  const auto address =
      public_url.empty() ? wire::parse_host(call.request.header(Header::host), call.request.secure)
                         : wire::parse_public_url(public_url);
  return address.value_or(wire::PublicAddress{});
}

json::object settings(const Call& call) {
  const auto address = public_address(call);
  warn_about_announced(address, call);
  return wire::settings_json(*call.caller.app, address);
}

std::string jwt(const Call& call, const core::Session& session) {
  const auto issued_at = call.services.clock.now() - kClockSkew;
  Time end = issued_at + kJwtLifetime;
  if (session.expires_at != kNever) end = std::min(end, session.expires_at);
  return call.services.signer.sign({.issuer = wire::url_of(public_address(call)),
                                    .subject = session.uid,
                                    .app = session.app_id,
                                    .session = session.id,
                                    .issued_at = issued_at,
                                    .expires_at = end});
}

// Adds a new jwt to `text`, the response to GET /me. Published clients expect it there.
std::string with_jwt(std::string_view text, std::string_view token) {
  constexpr std::string_view kEnd = "}}";  // Of the user and of the envelope.
  text.remove_suffix(kEnd.size());
  return fmt::format(R"({},"jwt":"{}"{})", text, token, kEnd);
}

// The user with its credentials, as PUT /me returns it.
json::object with_credentials(const Call& call, const core::User& user,
                              const core::Session& session) {
  auto object = own_json(user, session);
  object["authToken"] = presented_auth_token(call.request);
  object["jwt"] = jwt(call, session);
  return object;
}

Task<Result<Response>> start_session(Call& call, const json::object& body) {
  auto device = wire::parse_session_call(body, call.request.header(Header::user_agent));
  if (!device) co_return device.error();
  const auto started = co_await call.domain().sessions.record_device(
      call.caller.session, std::move(*device), std::string(call.request.remote_address));
  if (!started) co_return started.error();
  auto object = with_credentials(call, started->user, started->session->session());
  object["settings"] = settings(call);
  co_return data_answer(object);
}

Task<Result<Response>> update_own_details(Call& call, const json::object& body) {
  const auto& uid = call.caller.session->session().uid;
  auto change = wire::parse_own_change(body, uid);
  if (!change) co_return change.error();
  const auto user =
      co_await call.domain().users.update(call.actor(), call.app_id(), uid, std::move(*change));
  if (!user) co_return user.error();
  co_return data_answer(with_credentials(call, user->user, call.caller.session->session()));
}

}  // namespace

Task<Result<Response>> get_me(Call& call) {
  const auto& session = call.caller.session;
  const auto& text =
      session->rendered([](const core::User& user, const core::Session& own_session) {
        return data_envelope(json::serialize(own_json(user, own_session)));
      });
  Response response;
  if (is_published_client(call.request)) {
    response.body = with_jwt(text, jwt(call, session->session()));
  } else {
    response.shared_body = {session, &text};
  }
  co_return response;
}

Task<Result<Response>> create_jwt(Call& call) {
  co_return data_answer(json::object{{"jwt", jwt(call, call.caller.session->session())}});
}

Task<Result<Response>> update_me(Call& call) {
  const auto body = call.body();
  if (!body) co_return body.error();
  if (wire::is_session_call(*body)) co_return co_await start_session(call, *body);
  co_return co_await update_own_details(call, *body);
}

Task<Result<Response>> logout(Call& call) {
  const auto ended = co_await call.domain().sessions.logout(call.actor(), call.caller.session);
  if (!ended) co_return ended.error();
  co_return success("Logout completed successfully");
}

Task<Result<Response>> get_settings(Call& call) { co_return data_answer(settings(call)); }

Task<Result<Response>> accept_telemetry(Call& call) {
  const auto body = call.body();
  if (!body) co_return body.error();
  co_return data_answer(json::object{});
}

Task<Result<Response>> count_online_members(Call& call) {
  core::UserQuery query;
  query.viewer = query.except_uid = call.caller.viewer();
  query.online = true;
  query.per_page = 1;
  const auto online = co_await call.domain().users.list(call.app_id(), std::move(query));
  if (!online) co_return online.error();
  // The caller has just connected and must be counted, too.
  const bool caller_too = call.domain().presence.is_online(call.app_id(), call.caller.viewer());
  co_return data_answer(json::object{{"onlineUsersCount", online->total + (caller_too ? 1 : 0)}});
}

}  // namespace parley::api
