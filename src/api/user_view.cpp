#include "api/user_view.hpp"

#include <utility>

#include <boost/json/array.hpp>
#include <boost/json/monotonic_resource.hpp>

#include "api/cursor.hpp"
#include "wire/user_json.hpp"

namespace parley::api {
namespace {

// Where the next page begins; empty when this one is not full.
std::string next_cursor(const core::SeenPage& found, const Paging& paging) {
  if (found.users.size() < paging.per_page) return {};
  const auto& last = found.users.back().user;
  return to_cursor({.name = last.name, .uid = last.uid, .online = last.online});
}

}  // namespace

json::object user_json(const core::SeenUser& seen, std::string_view viewer, const Caller& caller,
                       bool with_tags, json::storage_ptr storage) {
  return wire::to_json(seen.user,
                       {.app_id = caller.app->id,
                        .viewer = viewer,
                        .relation = seen.relation,
                        .with_tags = with_tags,
                        .with_private = caller.has_full_access()},
                       std::move(storage));
}

Response users_page(const core::SeenPage& found, std::string_view viewer, const Caller& caller,
                    const Paging& paging, bool with_tags) {
  json::monotonic_resource memory;
  json::array users(&memory);
  users.reserve(found.users.size());
  for (const auto& seen : found.users) {
    users.push_back(user_json(seen, viewer, caller, with_tags, &memory));
  }
  return page(std::move(users), paging, found.total, next_cursor(found, paging));
}

}  // namespace parley::api
