#include "storage/user_index/user_filter.hpp"

#include "core/name_search.hpp"

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

/// Up to this many matching users are checked one by one, instead of collecting all users who have
/// the word.
constexpr std::size_t kFewUsers = 200;

void keep_found(Bitmap& matching, const AppUsers& users, const core::UserQuery& query) {
  const core::SearchPlaces places{.uid = query.search_in_uid, .name = query.search_in_name};
  for (const auto& word : core::words_of_key(core::fold_key(query.search))) {
    Bitmap found;
    if (matching.count() > kFewUsers) {
      if (places.uid) users.add_by_uid(found, word);
      if (places.name) users.add_by_word(found, word);
    } else {
      matching.for_each([&](Slot slot) {
        const auto& user = users.record(slot);
        if (core::matches_key(user.folded_name(), user.uid(), word, places)) found.insert(slot);
      });
    }
    matching &= found;
  }
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
  keep(query.relation_filter.has_value(),
       [&](Bitmap& kept) { users.add_to(kept, neighbours.relation_filter); });
  keep_found(matching, users, query);
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
