// Who makes a call, and who may.
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

/// What a call asks of its caller.
enum class Access : std::uint8_t {
  anyone,         ///< No credential is looked at.
  client,         ///< An auth token.
  client_or_jwt,  ///< An auth token, or the jwt of a session bare in the header `authorization`.
  full_access,    ///< A fullAccess key.
  any_key,        ///< Either kind of key.
  key_or_client,  ///< A fullAccess key or an auth token.
};

/// Exactly one of `key`, `session` and `administrator` is set, but for Access::anyone.
struct Caller {
  std::shared_ptr<const core::App> app;
  core::ApiKeyPtr key;
  core::SessionPtr session;
  std::shared_ptr<const core::Administrator> administrator;  ///< At the dashboard.
  std::string on_behalf_of;  ///< The user a key acts as; empty = none.

  /// The uid that relative fields (conversationId...) speak of; empty = nobody.
  [[nodiscard]] std::string_view viewer() const {
    return session ? std::string_view(session->session().uid) : std::string_view(on_behalf_of);
  }

  /// Who makes the call, for the audit log.
  [[nodiscard]] core::Actor actor(const Request& request) const;

  /// The caller by a name that is unique on this server, for limits per caller.
  [[nodiscard]] std::string unique_name() const;

  /// Whether a device calls for itself, with an Auth Key. Back ends and administrators call for a
  /// device that is elsewhere: their address and user agent say nothing about it.
  [[nodiscard]] bool is_device() const { return key && key->scope == core::Scope::auth_only; }

  [[nodiscard]] bool has_full_access() const {
    return administrator || (key && key->scope == core::Scope::full_access);
  }
};

/// An administrator by a name that is unique on this server, as Caller::unique_name().
[[nodiscard]] std::string caller_name(const core::Administrator& administrator);

/// An administrator who makes a call, for the audit log.
[[nodiscard]] core::Actor actor_of(const core::Administrator& administrator,
                                   const Request& request);

/// Turns the credentials of a request into a caller who may make a call with `access`.
/// Errors: those of section 6 of the contract that start with AUTH_ERR_, ERR_BAD_REQUEST for
/// credentials that disagree or stand in the address, ERR_UID_NOT_FOUND (onBehalfOf). `app`: set to
/// the caller's as soon as that is known, so also when the call is not for it.
[[nodiscard]] Task<Result<Caller>> authenticate(const Request& request, Access access,
                                                const Services& services,
                                                std::shared_ptr<const core::App>& app);

/// Whether a published client calls: its header `sdk` is `javascript@4.0.9`, `react-native@4.0.21`
/// or the like.
[[nodiscard]] bool is_published_client(const Request& request);

/// The live session of an auth token or of a jwt, also one past its `exp`: clients reconnect with
/// the jwt of their login for as long as the session lives. The caller checks whether the session
/// belongs_to() an app that is there. Errors: AUTH_ERR_AUTH_TOKEN_NOT_FOUND,
/// AUTH_ERR_AUTH_TOKEN_EXPIRED.
[[nodiscard]] Task<Result<core::SessionPtr>> session_of(std::string credential,
                                                        core::Domain& domain,
                                                        const crypto::JwtSigner& signer);

/// AUTH_ERR_INVALID_APPID that names `id`, unless it is not UTF-8.
[[nodiscard]] Error invalid_app(std::string_view id);

/// The app whose id is the first label of the host; nullptr when there is none.
[[nodiscard]] Task<Result<std::shared_ptr<const core::App>>> app_of_host(std::string_view host,
                                                                         core::Domain& domain);

/// The app that the header appId and the host name; nullptr when neither does.
/// Error: AUTH_ERR_INVALID_APPID, when there is no such app or they name different ones.
[[nodiscard]] Task<Result<std::shared_ptr<const core::App>>> named_app(const Request& request,
                                                                       core::Domain& domain);

/// The auth token a request shows, in either header; empty = none.
[[nodiscard]] std::string_view presented_auth_token(const Request& request);

}  // namespace parley::api
