// What the calls on blocked users and friends have in common.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "api/call.hpp"

namespace parley::api {

/// A call of RelationService that changes what a user is to others.
using RelationCall = Task<Result<core::RelationService::Changes>> (core::RelationService::*)(
    core::Actor actor, std::string app_id, std::string uid, std::vector<std::string> others);

/// The user whose relations a call is about: the one in the path, or the client itself.
[[nodiscard]] std::string subject(const Call& call);

/// Changes what the subject is to the users in the array `field` of the body. Answers
/// `{"<uid>": {"success", "message", "error"?}}`. `field` and `done` have static storage; `done` is
/// the message of a success, in which {} stands for the uid.
[[nodiscard]] Task<Result<json::object>> change_relations(Call& call, std::string_view field,
                                                          RelationCall relation_call,
                                                          std::string_view done);

/// The users of a circle around the subject: searchKey, withTags, cursor, perPage and page.
[[nodiscard]] Task<Result<Response>> list_circle(Call& call, Query& query, core::Circle circle);

}  // namespace parley::api
