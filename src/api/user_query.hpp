// The query parameters of user lists.
#pragma once

#include <string>

#include "api/caller.hpp"
#include "api/query.hpp"
#include "core/user/store.hpp"

namespace parley::api {

/// Reads the parameters of GET /users, limited to what this caller may see. Error: ERR_BAD_REQUEST,
/// which lists each invalid parameter.
[[nodiscard]] Result<core::UserQuery> read_user_query(Query& query, const Caller& caller,
                                                      const Paging& paging);

/// Reads the parameters of a list of users with a relation to `viewer`: searchKey, cursor and
/// paging. The list is sorted by name. Error: ERR_BAD_REQUEST.
[[nodiscard]] Result<core::UserQuery> read_relation_query(Query& query, std::string viewer,
                                                          core::RelationFilter relation_filter,
                                                          const Paging& paging);

}  // namespace parley::api
