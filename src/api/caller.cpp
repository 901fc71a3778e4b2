#include "api/caller.hpp"

#include <utility>

#include <fmt/format.h>

#include "api/credential_advice.hpp"
#include "api/page_origin.hpp"
#include "api/query.hpp"
#include "base/text.hpp"
#include "crypto/token_format.hpp"

namespace parley::api {
namespace {

// Our own clients send an `sdk` header that begins with this: "parley-js@0.1.0".
constexpr std::string_view kOwnClient = "parley-";

Status refuse_ambiguous(const Request& request) {
  if (Query::names_credential(request.query))
    return make_error(ErrorCode::kErrBadRequestCredentialInUrl);
  for (const auto header : {Header::api_key, Header::auth_token, Header::authorization,
                            Header::app_id, Header::on_behalf_of}) {
    if (request.is_repeated(header)) return make_error(ErrorCode::kErrBadRequestCredentials);
  }
  const auto token = request.header(Header::auth_token);
  const auto bearer = bearer_token(request);
  if (!token.empty() && !bearer.empty() && token != bearer)
    return make_error(ErrorCode::kErrBadRequestCredentials);
  return {};
}

// The first label of the host if it can be an app id, else empty. Labels of digits only belong to
// IPv4 addresses and are never app ids.
std::string_view host_label(std::string_view host) {
  const auto label = host.substr(0, host.find_first_of(".:"));
  const bool only_digits = label.find_first_not_of("0123456789") == std::string_view::npos;
  return only_digits || label.starts_with('[') ? std::string_view{} : label;
}

// Published clients drop their session only on AUTH_ERR_AUTH_TOKEN_NOT_FOUND.
Error for_client(const Request& request, Error error) {
  if (error.code == ErrorCode::kAuthErrAuthTokenExpired && is_published_client(request))
    return make_error(ErrorCode::kAuthErrAuthTokenNotFoundExpired);
  return with_credential_advice(std::move(error), request);
}

bool wants_key(Access access) {
  return access != Access::client && access != Access::client_or_jwt;
}
bool wants_session(Access access) {
  return access == Access::client || access == Access::client_or_jwt ||
         access == Access::key_or_client;
}

// The session of a jwt sent without a scheme in the header `authorization`; nullptr if there is
// none or the call does not accept one.
Task<Result<core::SessionPtr>> session_of_jwt(const Request& request, Access access,
                                              const Services& services) {
  const auto header = request.header(Header::authorization);
  if (access != Access::client_or_jwt || header.empty() || header.find(' ') != header.npos)
    co_return core::SessionPtr();
  co_return co_await session_of(std::string(header), services.domain, services.signer);
}

// The id of the app that the caller's credential belongs to. The caller has a key or a session.
const std::string& own_app_id(const Caller& caller) {
  return caller.key ? caller.key->app_id : caller.session->session().app_id;
}

// Whether the credentials belong to this app, and not to a deleted app with the same id.
bool belongs_to(const Caller& caller, const core::App& app) {
  return (!caller.key || caller.key->belongs_to(app)) &&
         (!caller.session || caller.session->belongs_to(app));
}

Error credential_of_removed_app(const Caller& caller) {
  return make_error(caller.key ? ErrorCode::kAuthErrApikeyNotFound
                               : ErrorCode::kAuthErrAuthTokenNotFound);
}

// The error for a request without any credential.
Error nothing_shown(const Request& request, Access access, bool app_named) {
  const auto code = !app_named              ? ErrorCode::kAuthErrEmptyAppid
                    : wants_session(access) ? ErrorCode::kAuthErrEmptyAuthToken
                                            : ErrorCode::kAuthErrEmptyApikey;
  return with_credential_advice(make_error(code), request);
}

// The caller if every credential of the request is cached, else nullopt.
std::optional<Caller> identify_in_memory(const Request& request, core::Domain& domain) {
  Caller caller;
  if (const auto key = request.header(Header::api_key); !key.empty()) {
    caller.key = domain.api_keys.authenticate_in_memory(key);
    if (!caller.key) return std::nullopt;
  }
  if (const auto token = presented_auth_token(request); !token.empty()) {
    caller.session = domain.sessions.authenticate_in_memory(token, request.remote_address);
    if (!caller.session) return std::nullopt;
  } else if (!request.header(Header::authorization).empty()) {
    return std::nullopt;  // It may be a jwt.
  }
  return caller;
}

// Checks every credential of the request, even those that the call does not need: credentials that
// contradict each other are a mistake that the caller should learn about.
Task<Result<Caller>> identify(const Request& request, Access access, const Services& services) {
  auto& domain = services.domain;
  Caller caller;
  if (const auto key = request.header(Header::api_key); !key.empty()) {
    auto found = co_await domain.api_keys.authenticate(std::string(key));
    if (!found) co_return with_credential_advice(found.error(), request);
    caller.key = std::move(*found);
  }
  if (const auto token = presented_auth_token(request); !token.empty()) {
    auto found = co_await domain.sessions.authenticate(std::string(token),
                                                       std::string(request.remote_address));
    if (!found) co_return for_client(request, found.error());
    caller.session = std::move(*found);
  } else {
    auto by_jwt = co_await session_of_jwt(request, access, services);
    if (!by_jwt) co_return for_client(request, by_jwt.error());
    caller.session = std::move(*by_jwt);
  }
  co_return caller;
}

// Checks whether the caller may make the call, and clears the credential that the call does not
// use.
Status admit(Caller& caller, Access access) {
  if (caller.key && wants_key(access)) {
    caller.session = nullptr;
    const bool enough = access == Access::any_key || caller.key->scope == core::Scope::full_access;
    if (!enough) return make_error(ErrorCode::kAuthErrNoAccess);
    return core::check_usable(*caller.app, caller.key->scope);
  }
  if (caller.session && wants_session(access)) {
    caller.key = nullptr;
    return {};
  }
  return make_error(caller.key ? ErrorCode::kAuthErrNoAccessClient : ErrorCode::kAuthErrNoAccess);
}

// Whether both the appId header and the host refer to this app or to none. Looks only in the cache:
// false if the cache does not know the host's label.
bool names_no_other_app(const Request& request, std::string_view app_id, core::Domain& domain) {
  const auto id = request.header(Header::app_id);
  if (!id.empty() && id != app_id) return false;
  const auto label = to_lower_ascii(host_label(request.header(Header::host)));
  if (label.empty() || label == app_id) return true;
  const auto known = domain.apps.find_in_memory(label);
  return known && *known == nullptr;
}

// Refuses pages that the app does not allow before the call changes anything: a page reads no
// answer, but a login would leave a session behind.
Status check_page_of(const Request& request, const core::App& app, const ApiOptions& options) {
  const auto origin = request.header(Header::origin);
  if (origin.empty() || app.allowed_origins.empty()) return {};
  if (!comes_from_other_origin(request, options.public_url)) return {};
  return check_page(origin, app);
}

Task<Status> act_for(Caller& caller, const Request& request, core::Domain& domain) {
  const auto uid = core::normalize_uid(request.header(Header::on_behalf_of));
  if (!caller.has_full_access()) co_return make_error(ErrorCode::kAuthErrNoAccess);
  const auto user = co_await domain.users.find(caller.app->id, uid);
  if (!user) co_return user.error();
  caller.on_behalf_of = uid;
  co_return Status{};
}

}  // namespace

Error invalid_app(std::string_view id, ErrorCode variant) {
  return make_error(variant, {{"appId", is_utf8(id) ? id : std::string_view("?")}});
}

core::Actor actor_of(const core::Administrator& administrator, const Request& request) {
  return {core::ActorKind::administrator, administrator.id, administrator.email,
          std::string(request.remote_address)};
}

core::Actor Caller::actor(const Request& request) const {
  if (administrator) return actor_of(*administrator, request);
  std::string address(request.remote_address);
  if (session)
    return {core::ActorKind::user, session->session().uid, {}, std::move(address), app->epoch};
  const auto name =
      on_behalf_of.empty() ? key->name : fmt::format("{} on behalf of {}", key->name, on_behalf_of);
  return {core::ActorKind::key, key->id, name, std::move(address), app->epoch};
}

std::string caller_name(const core::Administrator& administrator) {
  return fmt::format("administrator/{}", administrator.id);
}

std::string Caller::unique_name() const {
  if (administrator) return caller_name(*administrator);
  if (key) return fmt::format("key/{}", key->id);
  return fmt::format("user/{}/{}", app->id, session->session().uid);
}

Task<Result<std::shared_ptr<const core::App>>> app_of_host(std::string_view host,
                                                           core::Domain& domain) {
  const auto label = host_label(host);
  if (label.empty()) co_return std::shared_ptr<const core::App>{};
  co_return co_await domain.apps.find(to_lower_ascii(label));
}

Task<Result<std::shared_ptr<const core::App>>> named_app(const Request& request,
                                                         core::Domain& domain) {
  std::shared_ptr<const core::App> named;
  if (auto by_host = co_await app_of_host(request.header(Header::host), domain)) {
    named = std::move(*by_host);
  } else {
    co_return by_host.error();
  }
  if (const auto id = request.header(Header::app_id); !id.empty()) {
    auto found = co_await domain.apps.find(std::string(id));
    if (!found) co_return found;
    if (!*found || (named && named->id != (*found)->id)) co_return invalid_app(id);
    named = std::move(*found);
  }
  co_return named;
}

std::string_view presented_auth_token(const Request& request) {
  const auto token = request.header(Header::auth_token);
  return token.empty() ? bearer_token(request) : token;
}

bool is_published_client(const Request& request) {
  const auto sdk = request.header(Header::sdk);
  return !sdk.empty() && !sdk.starts_with(kOwnClient);
}

Task<Result<core::SessionPtr>> session_of(std::string credential, core::Domain& domain,
                                          const crypto::JwtSigner& signer) {
  if (crypto::uid_of_auth_token(credential)) co_return co_await domain.sessions.inspect(credential);
  const auto claims = signer.verify(credential);
  if (!claims) co_return neither_token_nor_jwt(credential);
  co_return co_await domain.sessions.inspect_by_id(claims->app, claims->subject, claims->session);
}

// If everything is cached, this function awaits nothing and so allocates no further coroutine
// frames.
Task<Result<Caller>> authenticate(const Request& request, Access access, const Services& services,
                                  std::shared_ptr<const core::App>& app) {
  auto& domain = services.domain;
  if (auto clear = refuse_ambiguous(request); !clear) co_return clear.error();
  auto caller = identify_in_memory(request, domain);
  if (!caller) {
    auto identified = co_await identify(request, access, services);
    if (!identified) co_return identified;
    caller = std::move(*identified);
  }
  const bool shows_any = caller->key || caller->session;
  std::shared_ptr<const core::App> named;
  if (!shows_any || !names_no_other_app(request, own_app_id(*caller), domain)) {
    auto found = co_await named_app(request, domain);
    if (!found) co_return found.error();
    named = std::move(*found);
  }
  if (!shows_any) co_return nothing_shown(request, access, named != nullptr);

  const auto& app_id = own_app_id(*caller);
  if (caller->key && caller->session && caller->session->session().app_id != app_id)
    co_return make_error(ErrorCode::kErrBadRequestCredentials);
  auto own = domain.apps.find_in_memory(app_id);
  if (!own) {
    auto found = co_await domain.apps.find(app_id);
    if (!found) co_return found.error();
    own = std::move(*found);
  }
  if (!*own || !belongs_to(*caller, **own)) co_return credential_of_removed_app(*caller);
  if (named && named->id != app_id) co_return invalid_app(named->id);
  caller->app = app = std::move(*own);
  if (auto page = check_page_of(request, *app, services.options); !page) co_return page.error();
  if (auto admitted = admit(*caller, access); !admitted) co_return admitted.error();
  if (!request.header(Header::on_behalf_of).empty()) {
    if (auto acting = co_await act_for(*caller, request, domain); !acting) co_return acting.error();
  }
  co_return std::move(*caller);
}

}  // namespace parley::api
