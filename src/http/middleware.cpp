#include "http/middleware.hpp"

#include <chrono>
#include <optional>

#include "api/cors.hpp"
#include "api/error_json.hpp"
#include "base/limit.hpp"
#include "base/log.hpp"
#include "http/access_log.hpp"
#include "http/exception_answer.hpp"

namespace parley::http {
namespace {

/// Allows any origin, like every response of the API, so that web pages can read the error.
api::Response answer_exception_to_any(const api::Request& request) {
  auto response = answer_exception(request);
  if (response.fixed_headers.empty()) api::allow_any_origin(response);
  return response;
}

/// Whether the address is in a loopback, private, shared (100.64.0.0/10) or link-local network, as
/// a reverse proxy usually is.
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

/// Returns the request with the address and protocol of the client instead of the proxy. Sets
/// `client`, which the returned request refers to.
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

/// Warns once if a peer looks like the operator's reverse proxy and is not in trusted_proxy: all
/// its clients would share its address and its limits.
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
                                   "which are ignored; if it is your reverse proxy, add it "
                                   "to trusted_proxy")}});
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
    if (const auto wait = count_request(request)) {
      admission.refusal = refuse_address(request, *wait);
    } else {
      auto judged = co_await service_.admit(request, body_bytes);
      admission = std::move(judged);
    }
  } catch (...) {
    admission.refusal = answer_exception_to_any(request);
  }
  if (admission.refusal) finish(request, *admission.refusal, started);
  co_return admission;
}

Task<api::Response> Middleware::answer(const api::Request& request) {
  Moment started;
  if (options_.access_log) started = std::chrono::steady_clock::now();
  std::optional<api::Response> response;
  try {
    if (const auto wait = count_request(request)) response = refuse_address(request, *wait);
    if (!response && upgrader_ && request.asks_for_upgrade) response = upgrader_->answer(request);
    if (!response && assets_) response = assets_->answer(request);
    if (!response) response = co_await service_.handle(request);
  } catch (...) {
    response = answer_exception_to_any(request);
  }
  finish(request, *response, started);
  co_return *std::move(response);
}

/// Called for every response. `started` is only used by the access log.
void Middleware::finish(const api::Request& request, api::Response& response, Moment started) {
  if (response.refused_credential) count_refused_credential(request, response);
  log_internal_error(request, response);
  if (options_.access_log) {
    log_access(request, response, std::chrono::steady_clock::now() - started);
  }
}

/// Counts the request for its address. Returns how long the address must wait if it is over its
/// limit, whatever the request is for. Each request counts once: in admit() if its body comes later
/// (it may never come), otherwise when it is answered. A request that seems to come from a trusted
/// proxy itself is not limited: the proxy may not say which client it acts for.
std::optional<std::chrono::seconds> Middleware::count_request(const api::Request& request) {
  if (request.admitted) return std::nullopt;
  const auto wait = address_limiter_.count(request.remote_address);
  if (!wait || is_in(options_.trusted_proxies, request.remote_address)) return std::nullopt;
  return wait;
}

api::Response Middleware::refuse_address(const api::Request& request,
                                         std::chrono::seconds wait) const {
  auto response =
      api::readable_error(too_many_requests(Limit::requests_of_address, wait), request.id);
  response.headers.emplace_back("x-rate-limit-reset",
                                std::to_string(to_unix_seconds(clock_.now() + wait)));
  return response;
}

/// Turns the refusal of a key into a 429 while its address must wait. Valid credentials
/// never get here, so a stranger behind the same address cannot lock anyone out. Auth tokens are
/// not limited: clients log out when they learn that their token is no longer valid, and a 429
/// would keep them logged in.
void Middleware::count_refused_credential(const api::Request& request, api::Response& response) {
  if (observer_) observer_->credential_refused();
  if (response.refused_auth_token) return;
  boost::system::error_code code;
  const auto address = boost::asio::ip::make_address(std::string(request.remote_address), code);
  if (code) return;
  const auto wait = failed_credentials_.record(address);
  if (wait == std::chrono::seconds::zero()) return;

  const auto seconds = std::to_string(wait.count());
  response.status = 429;
  response.body = api::error_json(too_many_requests(Limit::failed_credentials, wait), request.id);
  // Keeps the other headers: without the CORS headers a page could not read the response.
  std::erase_if(response.headers,
                [](const auto& header) { return header.first == "www-authenticate"; });
  response.headers.emplace_back("retry-after", seconds);
  response.headers.emplace_back("x-rate-limit-reset",
                                std::to_string(to_unix_seconds(clock_.now() + wait)));
}

}  // namespace parley::http
