// Users in answers.
#pragma once

#include <string_view>

#include "api/call.hpp"
#include "core/user/service.hpp"

namespace parley::api {

/// A user as `viewer` sees it (empty = nobody), with what this caller may see of it.
[[nodiscard]] json::object user_json(const core::SeenUser& seen, std::string_view viewer,
                                     const Caller& caller, bool with_tags = true,
                                     json::storage_ptr storage = {});

/// One page of a list, with the cursor of the next.
[[nodiscard]] Response users_page(const core::SeenPage& found, std::string_view viewer,
                                  const Caller& caller, const Paging& paging, bool with_tags);

}  // namespace parley::api
