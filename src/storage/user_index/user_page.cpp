#include "storage/user_index/user_page.hpp"

#include <algorithm>

#include "core/name_search.hpp"
#include "storage/status_parts.hpp"

namespace parley::storage {
namespace {

/// Sorting one user costs about as much as walking past this many users or runs.
constexpr std::size_t kWalkedPerSorted = 1000;

/// Within a run, this many users are checked in one step: one word of a bitmap.
constexpr std::size_t kInRunAtOnce = 64;

/// A run is processed in blocks of this many users: a block that lies before the page is skipped as
/// a whole.
constexpr std::uint32_t kCountedAtOnce = 4096;

/// Computes one page of a list. It counts and skips users in bitmaps where it can, because visiting
/// each user before a late page would be too slow.
///
/// 1. The matching users, and with them the total, are one bitmap.
/// 2. Sorted by status, the list has two parts (status_parts()), each in the order of names. Each
///    part has a bitmap of its own. In every other order the list is one part.
/// 3. take() fills the page from one part after the other. A part that lies before the page is
///    skipped by its count. If few users of a part match, they are sorted. Otherwise the search
///    walks along the sort order of all users and takes those that match.
///
/// A page starts either after `to_skip_` matching users (`page` in the query), or behind a position
/// (`after`), which the walk finds by binary search. A position lies in one part only: the part
/// before it is skipped, and the part behind it is taken from its beginning.
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
    for (const auto& [online, has_position] : status_parts(query_)) {
      auto part = matching;
      keep_status(part, users_, neighbours_, online);
      take(part, has_position);
    }
    return std::move(page_);
  }

 private:
  /// Fills the page from the users of one part, in list order, starting at the beginning of the
  /// part or behind the position.
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

  /// The number of steps of a walk along all users of the app.
  [[nodiscard]] std::size_t walk_cost() const {
    return by_uid() ? users_.size() : users_.by_name().runs() + users_.size() / kInRunAtOnce;
  }

  /// Takes a matching user, or skips it if it comes before the page. Returns false if the page is
  /// full.
  bool take_one(Slot slot) {
    if (to_skip_ > 0) {
      --to_skip_;
      return true;
    }
    if (page_.sequences.size() < query_.per_page)
      page_.sequences.push_back(users_.record(slot).sequence());
    return page_.sequences.size() < query_.per_page;
  }

  /// Like take_one(), for the matching users of a run.
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

  /// Like take_one(), for the matching users in [from, to).
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

  /// The place of the first user behind the position (`past_equal`), or at or behind it.
  template <class Order>
  [[nodiscard]] typename Order::Position place(const Order& order, bool past_equal) const {
    const auto& [name, uid, online] = *query_.after;
    // uid + '\0' is the smallest text greater than uid, and no uid contains '\0'.
    const auto bound = past_equal ? uid + '\0' : uid;
    return by_uid() ? order.first_not(users_.uid_before(bound))
                    : order.first_not(users_.name_before(core::fold_name(name), bound));
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
