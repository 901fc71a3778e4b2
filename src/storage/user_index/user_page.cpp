#include "storage/user_index/user_page.hpp"

#include <algorithm>

#include "storage/name_search.hpp"

namespace parley::storage {
namespace {

/// Sorting a user costs as much as walking past so many others, or runs of others.
constexpr std::size_t kWalkedPerSorted = 1000;

/// Users of a run of them that are looked at for the cost of one.
constexpr std::size_t kInRunAtOnce = 64;

/// Users of a run who are counted, and then skipped together or looked at one by one.
constexpr std::uint32_t kCountedAtOnce = 4096;

class PageSearch {
 public:
  PageSearch(const AppUsers& users, const core::UserQuery& query, const Neighbours& neighbours)
      : users_(users),
        query_(query),
        neighbours_(neighbours),
        to_skip_(query.after ? 0 : std::uint64_t{query.per_page} * (query.page - 1)) {}

  UserNumbers run() {
    const auto matching = matching_users(users_, query_, neighbours_);
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
      keep_status(part, users_, neighbours_, online);
      take(part, has_position);
    }
    return std::move(page_);
  }

 private:
  /// Fills the page from `matching` in the order of the list.
  void take(const Bitmap& matching, bool after_position) {
    if (page_.sequences.size() == query_.per_page) return;
    const auto count = matching.count();
    if (!after_position && to_skip_ >= count) {
      to_skip_ -= count;
    } else if (count < walk_cost() / kWalkedPerSorted) {
      take_sorted(matching, after_position);
    } else if (by_uid()) {
      walk_along(users_.by_uid(), matching, after_position);
    } else {
      walk_along(users_.by_name(), matching, after_position);
    }
  }

  [[nodiscard]] bool by_uid() const { return query_.sort == core::UserSort::uid; }

  [[nodiscard]] std::size_t walk_cost() const {
    return by_uid() ? users_.size() : users_.by_name().runs() + users_.size() / kInRunAtOnce;
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

  /// The same for those of a run that match.
  bool take_run(SlotRun run, const Bitmap& matching) {
    while (run.length > 0) {
      const auto length = std::min(run.length, kCountedAtOnce);
      const auto first = query_.descending ? run.end() - length : run.first;
      if (!take_range(first, first + length, matching)) return false;
      if (!query_.descending) run.first += length;
      run.length -= length;
    }
    return true;
  }

  bool take_range(Slot from, Slot to, const Bitmap& matching) {
    if (to_skip_ > 0) {
      const auto count = matching.count_in(from, to);
      if (count <= to_skip_) {
        to_skip_ -= count;
        return true;
      }
    }
    bool more = true;
    const auto visit = [&](Slot slot) { return more = take_one(slot); };
    if (query_.descending) {
      matching.descend(from, to, visit);
    } else {
      matching.ascend(from, to, visit);
    }
    return more;
  }

  void take_sorted(const Bitmap& matching, bool after_position) {
    std::vector<Slot> slots;
    matching.for_each([&](Slot slot) { slots.push_back(slot); });
    std::sort(slots.begin(), slots.end(), [&](Slot a, Slot b) {
      const auto& other = users_.record(b);
      return by_uid() ? users_.uid_before(other.uid())(a)
                      : users_.name_before(other.folded_name(), other.uid())(a);
    });
    ChunkedOrder<Slot> few;
    for (const auto slot : slots) few.append(slot);
    walk_along(few, matching, after_position);
  }

  template <class Order>
  void walk_along(const Order& order, const Bitmap& matching, bool after_position) {
    const Visitor visit{*this, matching};
    if (query_.descending) {
      order.backward(after_position ? place(order, false) : order.end(), visit);
    } else {
      order.forward(after_position ? place(order, true) : order.begin(), order.end(), visit);
    }
  }

  /// Where the page begins, or ends when it is descending.
  template <class Order>
  [[nodiscard]] typename Order::Place place(const Order& order, bool past_equal) const {
    const auto& [name, uid, online] = *query_.after;
    // No uid holds a zero, so the next greater text behind one is that.
    const auto bound = past_equal ? uid + '\0' : uid;
    return by_uid() ? order.first_not(users_.uid_before(bound))
                    : order.first_not(users_.name_before(fold_name(name), bound));
  }

  struct Visitor {
    PageSearch& search;
    const Bitmap& matching;
    bool operator()(Slot slot) const { return !matching.contains(slot) || search.take_one(slot); }
    bool operator()(const SlotRun& run) const { return search.take_run(run, matching); }
  };

  const AppUsers& users_;
  const core::UserQuery& query_;
  const Neighbours& neighbours_;
  std::uint64_t to_skip_;
  UserNumbers page_;
};

}  // namespace

UserNumbers list_users(const AppUsers& users, const core::UserQuery& query,
                       const Neighbours& neighbours) {
  return PageSearch(users, query, neighbours).run();
}

}  // namespace parley::storage
