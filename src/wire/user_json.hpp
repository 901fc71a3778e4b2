// User <-> JSON.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include <boost/json/object.hpp>
#include <boost/json/storage_ptr.hpp>

#include "base/result.hpp"
#include "core/relation/relation.hpp"
#include "core/user/user.hpp"

namespace parley::wire {

namespace json = boost::json;

/// Which fields of a user a response includes.
struct UserView {
  std::string_view app_id = {};  ///< The user's app, for the log.
  std::string_view viewer = {};  ///< The uid that relative fields refer to; empty = none.
  core::Relation relation = {};  ///< Between the user and the viewer.
  bool available = false;        ///< Shows the user as available even if it is not online.
  bool with_tags = true;
  bool with_private = false;  ///< Includes metadata["@private"].
};

/// `storage`: the memory resource for the object and everything in it.
[[nodiscard]] json::object to_json(const core::User& user, const UserView& view,
                                   json::storage_ptr storage = {});

/// Who makes a change: only a fullAccess key may set metadata["@private"].
enum class Editor : std::uint8_t { full_access, others };

struct NewUser {
  core::User user;
  bool with_auth_token = false;
};

/// POST /users. Normalises the uid and the URLs, as the functions below do. Read-only fields are
/// accepted and ignored, so that a response can be sent back.
[[nodiscard]] Result<NewUser> parse_new_user(const json::object& body, Editor editor);

/// PUT /users/{uid}. `uid`: the user in the path, normalised.
[[nodiscard]] Result<core::UserChange> parse_user_change(const json::object& body,
                                                         std::string_view uid, Editor editor);

/// PUT /me with the user's own details: as parse_user_change(), but the role is ignored, because
/// published clients send whole users.
[[nodiscard]] Result<core::UserChange> parse_own_change(const json::object& body,
                                                        std::string_view uid);

/// DELETE /users/{uid}: whether to delete the user permanently.
[[nodiscard]] Result<bool> parse_permanent(const json::object& body);

/// One user of an import. `uid`: the user's key in the body, as sent. Keeps createdAt, lastActiveAt
/// and deactivatedAt.
[[nodiscard]] Result<core::User> parse_imported_user(const json::value& value,
                                                     std::string_view uid);

/// Which uids of a bulk call must be well-formed. Calls that answer per uid accept any, and say for
/// each malformed one that no user has it.
enum class UidCheck : std::uint8_t { all, none };

/// The uids of a bulk call, normalised and without duplicates: the array `field`, which must list
/// at least one.
[[nodiscard]] Result<std::vector<std::string>> parse_uids(const json::object& body,
                                                          std::string_view field, UidCheck check);

}  // namespace parley::wire
