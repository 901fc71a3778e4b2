#include "http/middleware.hpp"

#include <chrono>
#include <new>
#include <optional>

#include "api/cors.hpp"
#include "api/error_json.hpp"
#include "base/log.hpp"
#include "http/access_log.hpp"

namespace parley::http {
namespace {

/// The answer to a bug. Only the log learns what happened.
api::Response generic_error(std::string_view request_id, std::string_view reason) {
  auto error = make_error(ErrorCode::kErrException, {{"requestId", request_id}});
  error->internal = reason;
  auto response = api::error(error, request_id);
  api::allow_any_origin(response);
  return response;
}

/// The answer when memory ran out, which can pass.
api::Response out_of_memory(std::string_view request_id) {
  auto error = make_error(ErrorCode::kErrServiceUnavailable);
  error->internal = "out of memory";
  error->retry_after = 1;
  auto response = api::error(error, request_id);
  api::allow_any_origin(response);
  return response;
}

/// Networks of one machine or one organisation, where a reverse proxy is.
bool is_private(std::string_view address) {
  static const auto networks = [] {
    std::vector<Network> parsed;
    for (const auto* text : {"127.0.0.0/8", "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16",
                             "100.64.0.0/10", "169.254.0.0/16", "::1", "fc00::/7", "fe80::/10"}) {
      parsed.push_back(Network::parse(text).value());
    }
    return parsed;
  }();
  return is_in(networks, address);
}

bool has_forwarded_header(const api::Request& request) {
  return !request.header(api::Header::x_forwarded_for).empty() ||
         !request.header(api::Header::x_forwarded_proto).empty() ||
         !request.header(api::Header::forwarded).empty();
}

}  // namespace

Middleware::Middleware(api::Service& service, FailedCredentials& failed_credentials,
                       AddressLimiter& address_limiter, const Clock& clock,
                       MiddlewareOptions options, const Assets* assets, Upgrader* upgrader,
                       Observer* observer)
    : service_(service),
      clock_(clock),
      options_(std::move(options)),
      failed_credentials_(failed_credentials),
      address_limiter_(address_limiter),
      assets_(assets),
      upgrader_(upgrader),
      observer_(observer) {}

std::size_t Middleware::body_limit(api::Method method, std::string_view path) const {
  return service_.body_limit(method, path);
}

void Middleware::adopt(Upgrade upgrade, const api::Request& received) {
  Client client;
  upgrader_->adopt(std::move(upgrade), from_client(received, client));
}

/// The request as the client sent it to the first of the trusted proxies. `client` keeps what it
/// refers to.
api::Request Middleware::from_client(const api::Request& received, Client& client) const {
  auto request = received;
  client = find_client(received, options_.trusted_proxies);
  request.remote_address = client.address;
  request.secure = client.secure;
  return request;
}

Task<api::Response> Middleware::handle(const api::Request& received) {
  if (received.came_through_proxy) warn_about_proxy(received);
  return options_.trusted_proxies.empty() ? answer(received) : answer_forwarded(received);
}

/// Once: a proxy of ours, as it seems, that the configuration does not name. All its clients would
/// share its address and its limits.
void Middleware::warn_about_proxy(const api::Request& received) {
  const auto peer = received.remote_address;
  if (untrusted_proxy_.is_done() || !has_forwarded_header(received) || !is_private(peer) ||
      is_in(options_.trusted_proxies, peer) || !untrusted_proxy_.is_first()) {
    return;
  }
  log::warn(
      "untrusted_proxy",
      {{"address", peer},
       {"reason", std::string_view("it sends X-Forwarded-For, X-Forwarded-Proto or Forwarded, "
                                   "which are ignored: if it is your reverse proxy, name it "
                                   "in trusted_proxy")}});
}

Task<api::Response> Middleware::answer_forwarded(const api::Request& received) {
  Client client;
  const auto request = from_client(received, client);
  co_return co_await answer(request);
}

Task<api::Admission> Middleware::admit(const api::Request& received, std::size_t body_bytes) {
  Client client;
  const auto request = from_client(received, client);
  const auto started = std::chrono::steady_clock::now();
  api::Admission admission;
  try {
    // Counted here too, since a body that never comes never becomes a request.
    if (const auto wait = count_request(request)) {
      admission.refusal = too_many_requests(request, *wait);
    } else {
      auto judged = co_await service_.admit(request, body_bytes);
      admission = std::move(judged);
    }
  } catch (const std::bad_alloc&) {
    admission.refusal = out_of_memory(request.id);
  } catch (const std::exception& bug) {
    admission.refusal = generic_error(request.id, bug.what());
  } catch (...) {
    admission.refusal = generic_error(request.id, "an exception of unknown type");
  }
  if (admission.refusal) finish(request, *admission.refusal, started);
  co_return admission;
}

Task<api::Response> Middleware::answer(const api::Request& request) {
  Moment started;
  if (options_.access_log) started = std::chrono::steady_clock::now();
  std::optional<api::Response> response;
  try {
    if (const auto wait = count_request(request)) response = too_many_requests(request, *wait);
    if (!response && upgrader_ && request.asks_for_upgrade) response = upgrader_->answer(request);
    if (!response && assets_) response = assets_->answer(request);
    if (!response) response = co_await service_.handle(request);
  } catch (const std::bad_alloc&) {
    response = out_of_memory(request.id);
  } catch (const std::exception& bug) {
    response = generic_error(request.id, bug.what());
  } catch (...) {
    response = generic_error(request.id, "an exception of unknown type");
  }
  finish(request, *response, started);
  co_return *std::move(response);
}

/// What every answer goes through. `started` counts for the access log only.
void Middleware::finish(const api::Request& request, api::Response& response, Moment started) {
  if (response.refused_credential) count_refused_credential(request, response);
  if (!response.internal_error.empty()) {
    log::error("request_failed", {{"requestId", request.id},
                                  {"status", std::int64_t{response.status}},
                                  {"reason", std::string_view(response.internal_error)}});
  }
  if (options_.access_log) {
    log_access(request, response, std::chrono::steady_clock::now() - started);
  }
}

/// How long an address that asks too much has to wait, whatever it asks for. Trusted proxies that
/// ask for themselves are not limited: they may leave out who they ask for.
std::optional<std::chrono::seconds> Middleware::count_request(const api::Request& request) {
  const auto wait = address_limiter_.count(request.remote_address);
  if (!wait || is_in(options_.trusted_proxies, request.remote_address)) return std::nullopt;
  return wait;
}

api::Response Middleware::too_many_requests(const api::Request& request,
                                            std::chrono::seconds wait) const {
  auto problem =
      make_error(ErrorCode::kErrTooManyRequests,
                 {{"seconds", std::to_string(wait.count())},
                  {"limit", "requests per minute and address (address_requests_per_minute)"}});
  problem->retry_after = wait.count();
  auto response = api::error(problem, request.id);
  api::allow_any_origin(response);
  response.headers.emplace_back("x-rate-limit-reset",
                                std::to_string(to_unix_seconds(clock_.now() + wait)));
  return response;
}

/// While the address waits, refusals become a 429. Valid credentials never come here, so that
/// nobody is locked out by a stranger behind the same address.
void Middleware::count_refused_credential(const api::Request& request, api::Response& response) {
  if (observer_) observer_->credential_refused();
  boost::system::error_code code;
  const auto address = boost::asio::ip::make_address(std::string(request.remote_address), code);
  if (code) return;
  const auto wait = failed_credentials_.record(address);
  if (wait == std::chrono::seconds::zero()) return;

  const auto seconds = std::to_string(wait.count());
  response.status = 429;
  response.body = api::error_json(
      make_error(
          ErrorCode::kErrTooManyRequests,
          {{"seconds", seconds},
           {"limit", "failed credentials per minute and address (failed_credentials_per_minute)"}}),
      request.id);
  // Other headers stay: a browser shows the answer to a page only with its CORS headers.
  std::erase_if(response.headers,
                [](const auto& header) { return header.first == "www-authenticate"; });
  response.headers.emplace_back("retry-after", seconds);
  response.headers.emplace_back("x-rate-limit-reset",
                                std::to_string(to_unix_seconds(clock_.now() + wait)));
}

}  // namespace parley::http
