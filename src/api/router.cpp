#include "api/router.hpp"

#include <chrono>
#include <string>
#include <utility>

#include "api/cors.hpp"
#include "api/failures.hpp"
#include "base/limit.hpp"

namespace parley::api {
namespace {

constexpr std::string_view kKeySetPath = "/.well-known/jwks.json";
constexpr const char* kEveryMethod = "GET, HEAD, POST, PUT, DELETE, OPTIONS";

Response key_set(const crypto::JwtSigner& signer) {
  Response response;
  response.body = signer.key_set();
  return response;
}

Response not_found(const Request& request) {
  return readable_error(no_such_call(ErrorCode::kErrApiNotFound, request), request.id);
}

/// The methods of a path under /v3, as the header Allow lists them; empty if it is unknown.
std::string methods_of(std::string_view path) {
  return path == kRealtimePath ? kReadsOnly : allowed_methods(routes(), path);
}

/// The contract requires 404 for an unsupported method, too. The header Allow distinguishes it from
/// an unknown path.
Response not_found_or_allowed(const Request& request, std::string_view path) {
  if (path == kRealtimePath && is_read(request.method))
    return readable_error(make_error(ErrorCode::kErrUpgradeRequired), request.id);
  auto allowed = methods_of(path);
  if (allowed.empty()) return not_found(request);
  auto response =
      readable_error(no_such_call(ErrorCode::kErrApiNotFoundMethod, request, allowed), request.id);
  response.headers.emplace_back("allow", std::move(allowed));
  return response;
}

Response failure(const Error& problem, const Request& request) {
  auto response = error(problem, request.id);
  response.refused_auth_token = problem.code == ErrorCode::kAuthErrAuthTokenNotFound;
  response.refused_credential =
      response.refused_auth_token || problem.code == ErrorCode::kAuthErrApikeyNotFound;
  return response;
}

Limit limit_of(const Caller& caller) {
  return caller.session ? Limit::calls_of_user : Limit::calls_of_key;
}

Error over_limit(const RateStatus& status, Limit limit) {
  return too_many_requests(limit, std::chrono::ceil<std::chrono::seconds>(status.resets_in));
}

}  // namespace

Router::Router(core::Domain& domain, const Clock& clock, const SteadyClock& steady_clock,
               const crypto::JwtSigner& signer, ApiOptions options)
    : options_(std::move(options)),
      answer_memory_(options_.answer_memory),
      body_memory_(options_.body_memory),
      services_{domain, clock, steady_clock, signer, options_, answer_memory_},
      admin_(services_),
      rate_limiter_(steady_clock),
      user_limiter_(steady_clock, options_.hash_key),
      key_limiter_(steady_clock, options_.hash_key) {}

std::size_t Router::body_limit(Method method, std::string_view path) const {
  const auto versioned = split_version(path);
  const bool import = versioned.kind == VersionedPath::Kind::known
                          ? versioned.rest == kImportPath
                          : admin::AdminRouter::is_for(path) && path.ends_with(kImportPath);
  return import && method == Method::post ? kMaxImportBody : kMaxBody;
}

Task<Response> Router::handle(const Request& request) {
  if (admin::AdminRouter::is_for(request.path)) return admin_.handle(request);
  if (request.method == Method::options) return answer_options(request);
  const auto path = split_version(request.path);
  if (path.kind == VersionedPath::Kind::known) return answer_versioned(request, path.rest);
  return answer_other(request, path);
}

Task<Response> Router::answer_options(const Request& request) {
  co_return preflight(request, allowed_at(request));
}

/// The methods of any path outside /admin, as the header Allow lists them; empty if it is unknown.
std::string Router::allowed_at(const Request& request) const {
  if (request.path == "*") return kEveryMethod;
  if (request.path == kKeySetPath) return kReadsOnly;
  if (options_.try_it && request.path.starts_with(kTryItPath)) return methods_of_try_it(request);
  const auto path = split_version(request.path);
  return path.kind == VersionedPath::Kind::known ? methods_of(path.rest) : "";
}

Task<Response> Router::answer_other(const Request& request, VersionedPath path) {
  if (path.kind == VersionedPath::Kind::other_version) {
    co_return readable_error(
        make_error(ErrorCode::kErrInvalidApiVersion, {{"version", path.version}}), request.id);
  }
  if (request.path == kKeySetPath) {
    auto response = is_read(request.method) ? key_set(services_.signer)
                                            : method_not_allowed(request, kReadsOnly);
    allow_any_origin(response);
    co_return response;
  }
  if (options_.try_it && request.path.starts_with(kTryItPath)) {
    if (auto answer = co_await answer_try_it(request, services_)) co_return std::move(*answer);
  }
  co_return not_found(request);
}

Task<Response> Router::answer_versioned(const Request& request, std::string_view path) {
  const auto found = match(request.method, path);
  if (found.route == nullptr) co_return not_found_or_allowed(request, path);
  Progress progress;
  auto result = co_await call_as_meant(request, found, progress);
  if (!result) co_return co_await refuse(request, found, progress, result.error());
  if (progress.limit) add_limit_headers(*progress.limit, *result);
  allow_origin(request, progress.app.get(), options_.public_url, *result);
  co_return std::move(*result);
}

Task<Response> Router::refuse(const Request& request, const Match& match, const Progress& progress,
                              const Error& problem) {
  co_await note_failure(request, *match.route, match.parameters[0], progress.app, problem,
                        services_.domain);
  auto response = failure(problem, request);
  if (progress.limit) add_limit_headers(*progress.limit, response);
  // A page that the app does not allow may read why.
  const bool is_of_page = problem.code == ErrorCode::kAuthErrNoAccessOrigin;
  allow_origin(request, is_of_page ? nullptr : progress.app.get(), options_.public_url, response);
  co_return response;
}

// Results get a name before they go into an Admission: GCC 12 destroys the result of a co_await
// within braces twice.
Task<Admission> Router::admit(const Request& request, std::size_t body_bytes) {
  Admission admission;
  if (admin::AdminRouter::is_for(request.path)) {
    const auto owner = co_await admin_.admit_body(request);
    auto memory = owner ? memory_for_body(*owner, body_bytes) : owner.error();
    if (memory) {
      admission.memory = std::move(*memory);
    } else {
      admission.refusal = admin_.answer(request, memory.error());
    }
    co_return admission;
  }
  const auto path = split_version(request.path);
  if (path.kind != VersionedPath::Kind::known) co_return admission;
  const auto found = match(request.method, path.rest);
  if (found.route == nullptr) co_return admission;  // handle() will return 404.
  Progress progress;
  const auto caller = co_await authenticate(request, found.route->access, services_, progress.app);
  auto memory = caller ? admit_caller(*caller, *found.route, body_bytes, progress) : caller.error();
  if (memory) {
    admission.memory = std::move(*memory);
  } else {
    auto refusal = co_await refuse(request, found, progress, memory.error());
    admission.refusal = std::move(refusal);
  }
  co_return admission;
}

/// Counts the call for its caller, so that a body that never arrives cannot bypass the caller's
/// limit. The app's limit counts the call once it is complete.
Result<ByteBudget::LeasePtr> Router::admit_caller(const Caller& caller, const Route& route,
                                                  std::size_t body_bytes, Progress& progress) {
  progress.limit = count_caller(caller, route.rate_class);
  if (progress.limit && !route.passes_limits) return over_limit(*progress.limit, limit_of(caller));
  return memory_for_body(caller.unique_name(), body_bytes);
}

/// Does not account for a body of the size that every call may have: it needs no more memory than a
/// request head may.
Result<ByteBudget::LeasePtr> Router::memory_for_body(const std::string& owner, std::size_t bytes) {
  if (bytes <= kMaxBody) return ByteBudget::LeasePtr();
  return body_memory_.take(owner, bytes);
}

/// Not a coroutine itself, so that other requests need no extra frame.
Task<Result<Response>> Router::call_as_meant(const Request& request, const Match& match,
                                             Progress& progress) {
  const bool is_list = !match.route->parameters.empty() && is_read(request.method);
  if (is_list && !request.query.empty() && is_published_client(request)) {
    if (auto meant = Query::as_published_clients_mean(request.query, match.route->parameters))
      return call_with_query(request, *std::move(meant), match, progress);
  }
  return call(request, match, progress);
}

Task<Result<Response>> Router::call_with_query(Request request, std::string query,
                                               const Match& match, Progress& progress) {
  request.query = query;
  co_return co_await call(request, match, progress);
}

Task<Result<Response>> Router::call(const Request& request, const Match& match,
                                    Progress& progress) {
  auto caller = co_await authenticate(request, match.route->access, services_, progress.app);
  if (!caller) co_return caller.error();
  if (auto within = count(request, *caller, *match.route, progress); !within)
    co_return within.error();
  if (auto known = Query::check_names(request.query, match.route->parameters); !known)
    co_return known.error();
  Call call{{request, services_, match.parameters}, std::move(*caller)};
  auto result = co_await match.route->handler(call);
  count_answer(result, request, answer_memory_, [&] { return call.caller.unique_name(); });
  co_return result;
}

/// Checks the caller's own limit first: calls refused there do not count for the app. An admitted
/// request was already counted for its caller.
Status Router::count(const Request& request, const Caller& caller, const Route& route,
                     Progress& progress) {
  auto limit = limit_of(caller);
  if (!request.admitted) progress.limit = count_caller(caller, route.rate_class);
  if (!progress.limit) {
    limit = Limit::calls_of_app;
    progress.limit = rate_limiter_.count(*progress.app, route.rate_class, options_.rate_limits);
  }
  if (!progress.limit || !progress.limit->exceeded || route.passes_limits) return {};
  return over_limit(*progress.limit, limit);
}

/// The limit that the caller exceeds, if any. A user may use a share of the app's limit; a key acts
/// for all users and may use all of it.
std::optional<RateStatus> Router::count_caller(const Caller& caller, RateClass rate_class) {
  const auto& limits = options_.caller_limits;
  if (caller.session) {
    const auto share = share_of_one_user(limit_of(*caller.app, rate_class, options_.rate_limits));
    return user_limiter_.count(caller.app->epoch, caller.session->session().uid, rate_class,
                               limits.user_per_minute, share);
  }
  return key_limiter_.count(caller.app->epoch, caller.key->id, rate_class, limits.key_per_minute,
                            0);
}

void Router::add_limit_headers(const RateStatus& status, Response& response) const {
  response.headers.emplace_back("x-rate-limit", std::to_string(status.limit));
  response.headers.emplace_back("x-rate-limit-remaining", std::to_string(status.remaining));
  if (!status.exceeded) return;
  const auto wait = std::chrono::ceil<std::chrono::seconds>(status.resets_in);
  response.headers.emplace_back("x-rate-limit-reset",
                                std::to_string(to_unix_seconds(services_.clock.now() + wait)));
}

}  // namespace parley::api
