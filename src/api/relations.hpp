// What the calls on blocked users and friends have in common.
#pragma once

#include <span>
#include <string>

#include "api/call.hpp"

namespace parley::api {

/// The user whose relations a call is about: the one in the path, or the client itself.
[[nodiscard]] std::string subject(const Call& call);

/// `{"<uid>": {"success", "message", "error"?}}` for each user that the call names. `done` is the
/// message of a success, in which {} stands for the uid.
[[nodiscard]] json::object to_json(std::span<const core::RelationChange> changes,
                                   std::string_view done, std::string_view request_id);

/// The users of a circle around the subject: searchKey, withTags, cursor, perPage and page.
Task<Result<Response>> list_circle(Call& call, Query& query, core::Circle circle);

}  // namespace parley::api
