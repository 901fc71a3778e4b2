// The query strings of lists of users.
#pragma once

#include <string>

#include "api/caller.hpp"
#include "api/query.hpp"
#include "core/user/store.hpp"

namespace parley::api {

/// GET /users: which users a request asks for, as this caller may see them. Errors:
/// ERR_BAD_REQUEST, which names each parameter that is wrong.
[[nodiscard]] Result<core::UserQuery> read_user_query(Query& query, const Caller& caller,
                                                      const Paging& paging);

/// The users around `viewer`, by name: searchKey, cursor and pages. Error: ERR_BAD_REQUEST.
[[nodiscard]] Result<core::UserQuery> read_circle_query(Query& query, std::string viewer,
                                                        core::Circle circle, const Paging& paging);

}  // namespace parley::api
