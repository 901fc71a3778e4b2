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

/// What of a user an answer shows.
struct UserView {
  std::string_view app_id = {};  ///< Of the user, for the log.
  std::string_view viewer = {};  ///< uid the fields speak relative to; empty = of nobody.
  core::Relation relation = {};  ///< Of the user to the viewer.
  bool available = false;        ///< Available even if it is not online.
  bool with_tags = true;
  bool with_private = false;  ///< metadata["@private"].
};

/// `storage`: where the object and all in it take their memory.
[[nodiscard]] json::object to_json(const core::User& user, const UserView& view,
                                   json::storage_ptr storage = {});

/// Who writes: only a fullAccess key may set metadata["@private"].
enum class Writer : std::uint8_t { full_access, others };

struct NewUser {
  core::User user;
  bool with_auth_token = false;
};

/// POST /users. The uid and the URLs are normalised, here as in the calls below. Read-only fields
/// of a user are accepted and ignored, so that what an answer said can be sent back.
[[nodiscard]] Result<NewUser> parse_new_user(const json::object& body, Writer writer);

/// PUT /users/{uid}. `uid` (normalised) is that of the path.
[[nodiscard]] Result<core::UserChange> parse_user_change(const json::object& body,
                                                         std::string_view uid, Writer writer);

/// PUT /me with own details: as a change, but the role is ignored, because published clients send
/// whole users.
[[nodiscard]] Result<core::UserChange> parse_own_change(const json::object& body,
                                                        std::string_view uid);

/// DELETE /users/{uid}: whether the user is to go for good.
[[nodiscard]] Result<bool> parse_permanent(const json::object& body);

/// One user of an import. `uid` is its key, as sent. createdAt, lastActiveAt and deactivatedAt are
/// taken over.
[[nodiscard]] Result<core::User> parse_imported_user(const json::value& value,
                                                     std::string_view uid);

/// The uids of a bulk call: the array `field`, which must name at least one.
[[nodiscard]] Result<std::vector<std::string>> parse_uids(const json::object& body,
                                                          std::string_view field);

}  // namespace parley::wire
