#include "api/user_view.hpp"

#include <utility>

#include <boost/json/monotonic_resource.hpp>

#include "api/cursor.hpp"
#include "wire/user_json.hpp"

namespace parley::api {
namespace {

/// Bytes per user in a response. Most of the largest user is metadata.
constexpr std::size_t kUsualUser = 1024;
constexpr std::size_t kLargestUser = core::kMaxMetadataBytes + 1024;
constexpr std::size_t kUsualPage = 100;

// The cursor of the next page; empty if this page is not full.
std::string next_cursor(const core::PageForViewer& found, const Paging& paging) {
  if (found.users.size() < paging.per_page) return {};
  const auto& last = found.users.back().user;
  return to_cursor({.name = last.name, .uid = last.uid, .online = last.online});
}

}  // namespace

json::object user_json(const core::UserForViewer& seen, std::string_view viewer,
                       const Caller& caller, bool with_tags, json::storage_ptr storage) {
  return wire::to_json(seen.user,
                       {.app_id = caller.app->id,
                        .viewer = viewer,
                        .relation = seen.relation,
                        .with_tags = with_tags,
                        .with_private = caller.has_full_access()},
                       std::move(storage));
}

Result<ByteBudget::LeasePtr> memory_for_users(const Services& services, const std::string& owner,
                                              std::size_t count) {
  // Many usual pages may be in memory at once, so their estimate is low; users_page() corrects it,
  // and refuses what is too much then.
  const auto size_of_each = count <= kUsualPage ? kUsualUser : kLargestUser;
  return services.answer_memory.take(owner, count * size_of_each);
}

Result<Response> users_page(const core::PageForViewer& found, std::string_view viewer,
                            const Caller& caller, const Paging& paging, bool with_tags,
                            ByteBudget::LeasePtr memory) {
  unsigned char buffer[kLargestUser];
  json::monotonic_resource resource(buffer, sizeof buffer);
  wire::ListText users;
  for (const auto& seen : found.users) {
    users.add(user_json(seen, viewer, caller, with_tags, &resource));
    resource.release();
  }
  auto response = page(std::move(users), paging, found.total, next_cursor(found, paging));
  if (auto sized = memory->resize(response.body.size()); !sized) return sized.error();
  response.memory = std::move(memory);
  return response;
}

}  // namespace parley::api
