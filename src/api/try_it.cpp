#include "api/try_it.hpp"

#include <utility>

#include <boost/json/array.hpp>

#include "base/client_network.hpp"
#include "wire/fields.hpp"
#include "wire/session_json.hpp"
#include "wire/settings_json.hpp"

namespace parley::api {
namespace {

constexpr std::string_view kConfig = "config.json";
constexpr std::string_view kTokens = "tokens";

// Whether the request comes from the page itself in a browser on this machine. Refuses other
// machines, and proxies on this one, whose clients may be anywhere. Also refuses pages elsewhere
// that point their own host name at this machine (DNS rebinding) or post a form across origins.
bool is_own_page(const Request& request) {
  if (!is_this_machine(request.remote_address) || request.came_through_proxy) return false;
  const auto host = request.header(Header::host);
  const auto address = wire::parse_host(host, request.secure);
  if (!address ||
      (address->host != "localhost" && address->host != "127.0.0.1" && address->host != "[::1]"))
    return false;
  const auto origin = request.header(Header::origin);
  const std::string_view scheme = request.secure ? "https://" : "http://";
  return origin.empty() || (origin.starts_with(scheme) && origin.substr(scheme.size()) == host);
}

Task<Result<std::shared_ptr<const core::App>>> find_app(const Services& services) {
  const auto& id = services.options.try_it->app_id;
  auto app = co_await services.domain.apps.find(id);
  if (app && !*app) co_return make_error(ErrorCode::kAuthErrInvalidAppid, {{"appId", id}});
  co_return app;
}

Task<Result<Response>> config(const Services& services) {
  const auto app = co_await find_app(services);
  if (!app) co_return app.error();
  const auto& try_it = *services.options.try_it;
  json::array users;
  for (const auto& user : try_it.users) {
    users.push_back({{"uid", user.uid}, {"name", user.name}, {"avatar", user.avatar}});
  }
  Response response;
  response.body = json::serialize(json::object{{"appId", try_it.app_id},
                                               {"region", (*app)->region},
                                               {"authKey", try_it.auth_key},
                                               {"users", std::move(users)}});
  co_return response;
}

Task<Result<Response>> mint(const Request& request, const Services& services) {
  const auto body = wire::parse_request_body(
      request.body, {.content_type = request.header(Header::content_type), .example = {}});
  if (!body) co_return body.error();
  wire::Fields fields(*body);
  const auto uid = core::normalize_uid(fields.required_text("uid"));
  core::SessionRequest session;
  session.ip = request.remote_address;
  session.expires_in = fields.seconds("expiresIn");
  if (auto status = fields.finish(); !status) co_return status.error();
  const auto app = co_await find_app(services);
  if (!app) co_return app.error();
  core::Actor actor{core::ActorKind::server, {}, {}, session.ip, (*app)->epoch};
  const auto issued =
      co_await services.domain.sessions.log_in(std::move(actor), *app, uid, std::move(session));
  if (!issued) co_return issued.error();
  co_return data_answer(wire::to_json(*issued));
}

}  // namespace

std::string methods_of_try_it(const Request& request) {
  if (!is_own_page(request)) return "";
  const auto name = request.path.substr(kTryItPath.size());
  if (name == kConfig) return kReadsOnly;
  return name == kTokens ? "POST, OPTIONS" : "";
}

Task<std::optional<Response>> answer_try_it(const Request& request, const Services& services) {
  auto allowed = methods_of_try_it(request);
  if (allowed.empty()) co_return std::nullopt;
  const auto answered = [&request](Result<Response> result) {
    return result ? std::move(*result) : error(result.error(), request.id);
  };
  const bool is_config = request.path.substr(kTryItPath.size()) == kConfig;
  if (is_config ? !is_read(request.method) : request.method != Method::post)
    co_return method_not_allowed(request, std::move(allowed));
  if (is_config) co_return answered(co_await config(services));
  co_return answered(co_await mint(request, services));
}

}  // namespace parley::api
