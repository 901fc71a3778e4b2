#include "storage/user_index/user_filter.hpp"

#include "storage/name_search.hpp"

namespace parley::storage {
namespace {

Bitmap of_activity(const AppUsers& users, core::Activity activity) {
  switch (activity) {
    case core::Activity::active_only: return users.active();
    case core::Activity::deactivated_only: return users.deactivated();
    case core::Activity::with_deactivated: break;
  }
  auto all = users.active();
  return all |= users.deactivated();
}

}  // namespace

bool needs_blocks(const core::UserQuery& query) {
  return !query.viewer.empty() &&
         (query.hide_blocked || query.online || query.sort == core::UserSort::status);
}

Bitmap matching_users(const AppUsers& users, const core::UserQuery& query,
                      const Neighbours& neighbours) {
  auto matching = of_activity(users, query.activity);
  const auto keep = [&](bool wanted, auto add) {
    if (!wanted) return;
    Bitmap kept;
    add(kept);
    matching &= kept;
  };
  keep(!query.uids.empty(), [&](Bitmap& kept) { users.add_to(kept, query.uids); });
  keep(!query.roles.empty(), [&](Bitmap& kept) {
    for (const auto& role : query.roles) users.roles().add_to(kept, role);
  });
  keep(!query.tags.empty(), [&](Bitmap& kept) {
    for (const auto& tag : query.tags) users.tags().add_to(kept, tag);
  });
  keep(query.circle.has_value(), [&](Bitmap& kept) { users.add_to(kept, neighbours.circle); });
  keep(!query.search.empty(), [&](Bitmap& kept) {
    const auto prefix = fold_case(query.search);
    if (query.search_in_uid) users.add_by_uid(kept, prefix);
    if (query.search_in_name) users.add_by_word(kept, prefix);
  });
  if (query.online) keep_status(matching, users, neighbours, *query.online);
  Bitmap hidden;
  if (query.hide_blocked) users.add_to(hidden, neighbours.blocked_by_viewer);
  if (!query.except_uid.empty()) users.add_to(hidden, {&query.except_uid, 1});
  matching -= hidden;
  return matching;
}

void keep_status(Bitmap& matching, const AppUsers& users, const Neighbours& neighbours,
                 bool online) {
  auto seen_online = users.online();
  Bitmap hidden;
  users.add_to(hidden, neighbours.blocked_by_viewer);
  users.add_to(hidden, neighbours.have_blocked_viewer);
  seen_online -= hidden;
  if (online) {
    matching &= seen_online;
  } else {
    matching -= seen_online;
  }
}

}  // namespace parley::storage
