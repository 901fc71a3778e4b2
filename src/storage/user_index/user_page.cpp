#include "storage/user_index/user_page.hpp"

#include <algorithm>

#include "storage/name_search.hpp"

namespace parley::storage {
namespace {

/// Sorting a user costs as much as walking past so many.
constexpr std::size_t kWalkedPerSorted = 1000;

class PageSearch {
 public:
  PageSearch(const AppUsers& users, const core::UserQuery& query, const Neighbours& neighbours)
      : users_(users),
        query_(query),
        neighbours_(neighbours),
        to_skip_(query.after ? 0 : std::uint64_t{query.per_page} * (query.page - 1)) {}

  UserNumbers run() {
    const auto matching = all_matching();
    page_.total = matching.count();
    if (query_.sort != core::UserSort::status) {
      take(matching, query_.after.has_value());
      return std::move(page_);
    }
    for (const bool online : {!query_.descending, query_.descending}) {
      const bool has_position = query_.after && query_.after->online == online;
      // Before the position there are those online, or in a descending list the others.
      if (query_.after && !has_position && online != query_.descending) continue;
      auto part = matching;
      keep_status(part, online);
      take(part, has_position);
    }
    return std::move(page_);
  }

 private:
  [[nodiscard]] Bitmap all_matching() const {
    auto matching = of_activity();
    const auto keep = [&](bool wanted, auto add) {
      if (!wanted) return;
      Bitmap kept;
      add(kept);
      matching &= kept;
    };
    keep(!query_.uids.empty(), [&](Bitmap& kept) { users_.add_to(kept, query_.uids); });
    keep(!query_.roles.empty(), [&](Bitmap& kept) {
      for (const auto& role : query_.roles) users_.roles().add_to(kept, role);
    });
    keep(!query_.tags.empty(), [&](Bitmap& kept) {
      for (const auto& tag : query_.tags) users_.tags().add_to(kept, tag);
    });
    keep(query_.circle.has_value(), [&](Bitmap& kept) { users_.add_to(kept, neighbours_.circle); });
    keep(!query_.search.empty(), [&](Bitmap& kept) {
      const auto prefix = fold_case(query_.search);
      if (query_.search_in_uid) users_.add_by_uid(kept, prefix);
      if (query_.search_in_name) users_.add_by_word(kept, prefix);
    });
    if (query_.online) keep_status(matching, *query_.online);
    Bitmap hidden;
    if (query_.hide_blocked) users_.add_to(hidden, neighbours_.blocked_by_viewer);
    if (!query_.except_uid.empty()) users_.add_to(hidden, {&query_.except_uid, 1});
    matching -= hidden;
    return matching;
  }

  [[nodiscard]] Bitmap of_activity() const {
    switch (query_.activity) {
      case core::Activity::active_only: return users_.active();
      case core::Activity::deactivated_only: return users_.deactivated();
      case core::Activity::with_deactivated: break;
    }
    auto all = users_.active();
    return all |= users_.deactivated();
  }

  /// Leaves those whom the viewer sees online, or the others.
  void keep_status(Bitmap& matching, bool online) const {
    auto seen_online = users_.online();
    Bitmap hidden;
    users_.add_to(hidden, neighbours_.blocked_by_viewer);
    users_.add_to(hidden, neighbours_.have_blocked_viewer);
    seen_online -= hidden;
    if (online) {
      matching &= seen_online;
    } else {
      matching -= seen_online;
    }
  }

  /// Fills the page from `matching` in the order of the list.
  void take(const Bitmap& matching, bool after_position) {
    if (page_.sequences.size() == query_.per_page) return;
    const auto count = matching.count();
    if (!after_position && to_skip_ >= count) {
      to_skip_ -= count;
    } else if (count < users_.size() / kWalkedPerSorted) {
      take_sorted(matching, after_position);
    } else {
      walk(matching, after_position);
    }
  }

  /// False when the page is full.
  bool take_one(Slot slot) {
    if (to_skip_ > 0) {
      --to_skip_;
      return true;
    }
    if (page_.sequences.size() < query_.per_page)
      page_.sequences.push_back(users_.record(slot).sequence());
    return page_.sequences.size() < query_.per_page;
  }

  void take_sorted(const Bitmap& matching, bool after_position) {
    std::vector<Slot> slots;
    matching.for_each([&](Slot slot) { slots.push_back(slot); });
    const bool by_uid = query_.sort == core::UserSort::uid;
    std::sort(slots.begin(), slots.end(), [&](Slot a, Slot b) {
      const auto& other = users_.record(b);
      return by_uid ? users_.uid_before(other.uid())(a)
                    : users_.name_before(other.folded_name(), other.uid())(a);
    });
    ChunkedOrder<Slot> few;
    for (const auto slot : slots) few.append(slot);
    walk_along(few, matching, after_position);
  }

  void walk(const Bitmap& matching, bool after_position) {
    walk_along(query_.sort == core::UserSort::uid ? users_.by_uid() : users_.by_name(), matching,
               after_position);
  }

  void walk_along(const ChunkedOrder<Slot>& order, const Bitmap& matching, bool after_position) {
    const auto visit = [&](Slot slot) { return !matching.contains(slot) || take_one(slot); };
    const auto place = [&](bool past_equal) {
      const auto& [name, uid, online] = *query_.after;
      // No uid holds a zero, so the next greater text behind one is that.
      const auto bound = past_equal ? uid + '\0' : uid;
      return query_.sort == core::UserSort::uid
                 ? order.first_not(users_.uid_before(bound))
                 : order.first_not(users_.name_before(fold_case(name), bound));
    };
    if (query_.descending) {
      order.backward(after_position ? place(false) : order.end(), visit);
    } else {
      order.forward(after_position ? place(true) : order.begin(), order.end(), visit);
    }
  }

  const AppUsers& users_;
  const core::UserQuery& query_;
  const Neighbours& neighbours_;
  std::uint64_t to_skip_;
  UserNumbers page_;
};

}  // namespace

bool needs_blocks(const core::UserQuery& query) {
  return !query.viewer.empty() &&
         (query.hide_blocked || query.online || query.sort == core::UserSort::status);
}

UserNumbers list_users(const AppUsers& users, const core::UserQuery& query,
                       const Neighbours& neighbours) {
  return PageSearch(users, query, neighbours).run();
}

}  // namespace parley::storage
