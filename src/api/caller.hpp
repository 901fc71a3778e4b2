// Who makes a call, and whether they may.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "api/request.hpp"
#include "api/services.hpp"
#include "base/result.hpp"
#include "base/task.hpp"

namespace parley::api {

/// The credential that a call requires.
enum class Access : std::uint8_t {
  anyone,         ///< No credential is looked at.
  client,         ///< An auth token.
  client_or_jwt,  ///< An auth token, or a session's jwt in the header `authorization`.
  full_access,    ///< A fullAccess key.
  any_key,        ///< Either kind of key.
  key_or_client,  ///< A fullAccess key or an auth token.
};

/// Exactly one of `key`, `session` and `administrator` is set.
struct Caller {
  std::shared_ptr<const core::App> app;
  core::ApiKeyPtr key;
  core::SessionPtr session;
  std::shared_ptr<const core::Administrator> administrator;  ///< Who uses the dashboard.
  std::string on_behalf_of;  ///< The user a key acts as; empty = none.

  /// The uid that relative fields such as conversationId refer to; empty = none.
  [[nodiscard]] std::string_view viewer() const {
    return session ? std::string_view(session->session().uid) : std::string_view(on_behalf_of);
  }

  /// Who makes the call, for the audit log.
  [[nodiscard]] core::Actor actor(const Request& request) const;

  /// A name for the caller that is unique on this server, for limits per caller.
  [[nodiscard]] std::string unique_name() const;

  /// Whether the call comes from a device itself, which uses an Auth Key. Back ends and
  /// administrators act for a device elsewhere: their own address and user agent say nothing about
  /// it.
  [[nodiscard]] bool is_device() const { return key && key->scope == core::Scope::auth_only; }

  [[nodiscard]] bool has_full_access() const {
    return administrator || (key && key->scope == core::Scope::full_access);
  }
};

/// The unique_name() of a caller who is this administrator.
[[nodiscard]] std::string caller_name(const core::Administrator& administrator);

/// The administrator as the actor of a call, for the audit log.
[[nodiscard]] core::Actor actor_of(const core::Administrator& administrator,
                                   const Request& request);

/// Turns the credentials of a request into a caller who may make a call that requires
/// `access`. Sets `app` to the caller's app as soon as it is known, even if the caller is then
/// refused. Errors: the AUTH_ERR_ codes of contract/errors.yaml for credentials and apps,
/// ERR_BAD_REQUEST for credentials that contradict each other or are part of the URL,
/// AUTH_ERR_NO_ACCESS for a page of an origin that the app does not allow, ERR_UID_NOT_FOUND for
/// the header onBehalfOf.
[[nodiscard]] Task<Result<Caller>> authenticate(const Request& request, Access access,
                                                const Services& services,
                                                std::shared_ptr<const core::App>& app);

/// Whether a published client makes the request: its header `sdk` is `javascript@4.0.9`,
/// `react-native@4.0.21` or similar.
[[nodiscard]] bool is_published_client(const Request& request);

/// The live session of an auth token or a jwt. A jwt past its `exp` is accepted: clients reconnect
/// with the jwt of their login as long as the session lives. The caller must check that the session
/// belongs_to() an existing app. Errors: AUTH_ERR_AUTH_TOKEN_NOT_FOUND,
/// AUTH_ERR_AUTH_TOKEN_EXPIRED.
[[nodiscard]] Task<Result<core::SessionPtr>> session_of(std::string credential,
                                                        core::Domain& domain,
                                                        const crypto::JwtSigner& signer);

/// AUTH_ERR_INVALID_APPID, or this variant of it, with `id` in its message; "?" if `id` is not
/// UTF-8.
[[nodiscard]] Error invalid_app(std::string_view id,
                                ErrorCode variant = ErrorCode::kAuthErrInvalidAppid);

/// The app whose id is the first label of the host; nullptr if there is none.
[[nodiscard]] Task<Result<std::shared_ptr<const core::App>>> app_of_host(std::string_view host,
                                                                         core::Domain& domain);

/// The app given by the header appId and the host; nullptr if neither gives one. Error:
/// AUTH_ERR_INVALID_APPID if the app in the header does not exist or is not the host's.
[[nodiscard]] Task<Result<std::shared_ptr<const core::App>>> named_app(const Request& request,
                                                                       core::Domain& domain);

/// The auth token in the header authToken, or else the bearer token; empty = none.
[[nodiscard]] std::string_view presented_auth_token(const Request& request);

}  // namespace parley::api
