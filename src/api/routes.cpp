#include "api/routes.hpp"

#include <algorithm>
#include <array>

#include "api/handlers.hpp"

namespace parley::api {
namespace {

using enum Access;
using M = Method;
using R = RateClass;

// The query parameters of each call, as listed in contract/openapi, plus the other spelling of
// perPage.
using Name = std::string_view;
constexpr Name kPaging[] = {"perPage", "per_page", "page"};
constexpr Name kUsers[] = {"perPage",         "per_page",        "page",        "cursor",
                           "searchKey",       "searchIn[]",      "status",      "roles[]",
                           "role[]",          "tags[]",          "withTags",    "uids[]",
                           "withDeactivated", "onlyDeactivated", "friendsOnly", "hideBlockedUsers",
                           "sortBy",          "sortOrder"};
constexpr Name kFriends[] = {"perPage", "per_page", "page", "cursor", "searchKey", "withTags"};
constexpr Name kBlockedUsers[] = {"perPage",   "per_page", "page",     "cursor",
                                  "searchKey", "withTags", "direction"};
constexpr Name kKeys[] = {"perPage", "per_page", "page", "scope", "searchKey"};
constexpr Name kPermanent[] = {"permanent"};
constexpr Name kDryRun[] = {"dryRun"};
constexpr Name kIssuedBefore[] = {"issuedBefore"};
constexpr Name kOthers[] = {"others"};
constexpr Name kHours[] = {"hours"};

// The most frequent call first.
constexpr std::array kRoutes = {
    Route{M::get, "/me", client, R::other, get_me},
    Route{M::put, "/me", client, R::other, update_me},
    // Limits never refuse a logout: a session can be ended only once.
    Route{M::del, "/me", client, R::core, logout, {}, true},
    Route{M::post, "/me/jwt", client, R::other, create_jwt},
    Route{M::get, "/me/sessions", client, R::other, list_own_sessions, kPaging},
    Route{M::del, "/me/sessions", client, R::core, end_other_sessions, kOthers},
    Route{M::del, "/me/sessions/{id}", client, R::core, end_own_session},
    Route{M::get, "/settings", client, R::other, get_settings},
    Route{M::post, "/user_sessions", client, R::other, accept_telemetry},
    Route{M::post, "/online-members", client_or_jwt, R::other, count_online_members},

    Route{M::post, "/users", any_key, R::core, create_user},
    Route{M::get, "/users", key_or_client, R::other, list_users, kUsers},
    Route{M::put, "/users", full_access, R::other, reactivate_users},
    Route{M::del, "/users", full_access, R::core, deactivate_users},
    Route{M::get, "/users/{uid}", key_or_client, R::other, get_user},
    Route{M::put, "/users/{uid}", any_key, R::other, update_user},
    Route{M::del, "/users/{uid}", full_access, R::core, delete_user, kPermanent},
    Route{M::post, kImportPath, full_access, R::core, import_users, kDryRun},

    Route{M::post, "/users/{uid}/auth_tokens", any_key, R::core, create_auth_token},
    Route{M::get, "/users/{uid}/auth_tokens", full_access, R::other, list_auth_tokens, kPaging},
    Route{M::del, "/users/{uid}/auth_tokens", full_access, R::core, flush_auth_tokens,
          kIssuedBefore},
    Route{M::get, "/users/{uid}/auth_tokens/{token}", full_access, R::other, get_auth_token},
    Route{M::put, "/users/{uid}/auth_tokens/{token}", full_access, R::other, update_auth_token},
    Route{M::del, "/users/{uid}/auth_tokens/{token}", full_access, R::core, delete_auth_token},
    Route{M::del, "/auth_tokens", full_access, R::core, flush_auth_tokens_of_app, kIssuedBefore},
    Route{M::post, "/introspect", full_access, R::other, introspect},

    Route{M::post, "/blockedusers", client, R::other, block_users},
    Route{M::del, "/blockedusers", client, R::other, unblock_users},
    Route{M::get, "/blockedusers", client, R::other, list_blocked_users, kBlockedUsers},
    Route{M::post, "/users/{uid}/blockedusers", full_access, R::other, block_users},
    Route{M::del, "/users/{uid}/blockedusers", full_access, R::other, unblock_users},
    Route{M::get, "/users/{uid}/blockedusers", full_access, R::other, list_blocked_users,
          kBlockedUsers},
    Route{M::post, "/users/{uid}/friends", full_access, R::other, add_friends},
    Route{M::del, "/users/{uid}/friends", full_access, R::other, remove_friends},
    Route{M::get, "/users/{uid}/friends", full_access, R::other, list_friends, kFriends},

    Route{M::post, "/roles", full_access, R::core, create_role},
    Route{M::get, "/roles", full_access, R::other, list_roles, kPaging},
    Route{M::get, "/roles/{role}", full_access, R::other, get_role},
    Route{M::put, "/roles/{role}", full_access, R::other, update_role},
    Route{M::del, "/roles/{role}", full_access, R::core, delete_role},

    Route{M::post, "/apikeys", full_access, R::core, create_api_key},
    Route{M::get, "/apikeys", full_access, R::other, list_api_keys, kKeys},
    Route{M::get, "/apikeys/{key}", full_access, R::other, get_api_key},
    Route{M::put, "/apikeys/{key}", full_access, R::other, update_api_key},
    Route{M::del, "/apikeys/{key}", full_access, R::core, delete_api_key},

    Route{M::get, "/stats", full_access, R::other, get_statistics, kHours},
};

// Removes the next segment, "/name", from the front of `path` and returns it without its slash.
std::string_view next_segment(std::string_view& path) {
  path.remove_prefix(1);
  const auto segment = path.substr(0, path.find('/'));
  path.remove_prefix(segment.size());
  return segment;
}

bool matches(std::string_view pattern, std::string_view path,
             std::array<std::string_view, 2>& parameters) {
  std::size_t count = 0;
  while (pattern.starts_with('/') && path.starts_with('/')) {
    const auto wanted = next_segment(pattern);
    const auto found = next_segment(path);
    if (!wanted.starts_with('{')) {
      if (wanted != found) return false;
    } else {
      if (found.empty()) return false;
      parameters[count++] = found;
    }
  }
  return pattern.empty() && path.empty();
}

}  // namespace

std::span<const Route> routes() { return kRoutes; }

VersionedPath split_version(std::string_view path) {
  // Published clients use these paths for this call only.
  if (path == "/api/v3.0/online-members" || path == "/api//online-members")
    return {VersionedPath::Kind::known, "v3.0", "/online-members"};
  auto rest = path;
  if (!rest.starts_with('/')) return {};
  const auto version = next_segment(rest);
  using enum VersionedPath::Kind;
  if (version == "v3" || version == "v3.0") return {known, version, rest};
  const bool a_version = version.size() > 1 && version[0] == 'v' &&
                         version.find_first_not_of("0123456789.", 1) == std::string_view::npos;
  return {a_version ? other_version : other, version, rest};
}

std::optional<std::array<std::string, 2>> match_path(std::string_view pattern,
                                                     std::string_view path) {
  std::array<std::string_view, 2> encoded;
  if (!matches(pattern, path, encoded)) return std::nullopt;
  std::array<std::string, 2> decoded;
  for (std::size_t i = 0; i < encoded.size(); ++i) {
    // A value that cannot be decoded stays as it is: nothing has such a name.
    decoded[i] = percent_decode(encoded[i], false).value_or(std::string(encoded[i]));
  }
  return decoded;
}

std::string_view name_in_allow(Method method) {
  switch (method) {
    case Method::post: return "POST";
    case Method::put: return "PUT";
    case Method::del: return "DELETE";
    default: return "GET, HEAD";
  }
}

Match match(Method method, std::string_view path) { return match_in(routes(), method, path); }

}  // namespace parley::api
