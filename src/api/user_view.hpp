// Users in responses.
#pragma once

#include <string_view>

#include "api/call.hpp"
#include "core/user/service.hpp"

namespace parley::api {

/// A user as `viewer` sees it (empty = no viewer), limited to what the caller may see.
[[nodiscard]] json::object user_json(const core::UserForViewer& seen, std::string_view viewer,
                                     const Caller& caller, bool with_tags = true,
                                     json::storage_ptr storage = {});

/// Takes memory for a response with `count` users. Call it before reading them. `owner`: the
/// caller's unique name. Errors: those of ByteBudget::take().
[[nodiscard]] Result<ByteBudget::LeasePtr> memory_for_users(const Services& services,
                                                            const std::string& owner,
                                                            std::size_t count);

/// One page of a list, with the cursor of the next page. `memory`: from memory_for_users().
[[nodiscard]] Result<Response> users_page(const core::PageForViewer& found, std::string_view viewer,
                                          const Caller& caller, const Paging& paging,
                                          bool with_tags, ByteBudget::LeasePtr memory);

}  // namespace parley::api
