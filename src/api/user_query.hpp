// The query string of GET /users.
#pragma once

#include "api/caller.hpp"
#include "api/query.hpp"
#include "core/user/store.hpp"

namespace parley::api {

/// Which users a request asks for, as this caller may see them. Errors: ERR_BAD_REQUEST, which
/// names each parameter that is wrong or unknown.
[[nodiscard]] Result<core::UserQuery> read_user_query(Query& query, const Caller& caller,
                                                      const Paging& paging);

}  // namespace parley::api
