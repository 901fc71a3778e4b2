// All users of one app in memory, indexed for lists.
#pragma once

#include <cstdint>
#include <deque>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include <boost/unordered/unordered_flat_set.hpp>

#include "storage/user_index/chunked_order.hpp"
#include "storage/user_index/label_index.hpp"
#include "storage/user_index/run_order.hpp"
#include "storage/user_index/user_change.hpp"
#include "storage/user_index/user_record.hpp"

namespace parley::storage {

/// Each user has a slot number. The users who are active, are online or have a given role or tag
/// are sets of slots, and a list combines the sets of its conditions. Each sort order is a sequence
/// of slots.
///
/// Not synchronized: a change excludes readers and other changes (see UserIndex). All names are
/// folded. A change that contradicts the current content throws Mismatch; the index is then invalid
/// and must be dropped.
class AppUsers {
 public:
  class Mismatch : public std::logic_error {
   public:
    using std::logic_error::logic_error;
  };

  /// The suffix of a folded name that starts at one of its words other than the first.
  struct Word {
    Slot slot;
    std::uint32_t offset;
    bool operator==(const Word&) const = default;
  };

  AppUsers() = default;
  AppUsers(const AppUsers&) = delete;
  AppUsers& operator=(const AppUsers&) = delete;

  void replace(const UserReplaced& change);
  void set_online(std::string_view uid, bool online);
  void replace_role(const RoleReplaced& change);
  /// Marks all users as offline.
  void all_went() { online_.clear(); }

  // Fill an empty index. Append all users by name first, then the rest. Names, uids and words must
  // each come in ascending order, and equal names and words in the order of their uids.
  void reserve(std::size_t users);
  void append_by_name(std::int64_t sequence, std::string_view uid, std::string_view folded_name,
                      std::string_view role, bool active);
  void append_by_uid(std::string_view uid);
  void append_word(std::string_view word, std::string_view uid);
  void append_tag(std::string_view tag, std::string_view uid);

  /// Adds the slots of `uids`. Unknown uids are ignored.
  void add_to(Bitmap& bitmap, std::span<const std::string> uids) const;
  /// Adds the users whose uid begins with `prefix`.
  void add_by_uid(Bitmap& bitmap, std::string_view prefix) const;
  /// Adds the users who have a word in their name that begins with `folded_prefix`.
  void add_by_word(Bitmap& bitmap, std::string_view folded_prefix) const;

  [[nodiscard]] std::size_t size() const { return by_slot_.size(); }
  [[nodiscard]] const UserRecord& record(Slot slot) const { return by_slot_[slot]; }
  [[nodiscard]] const Bitmap& active() const { return active_; }
  [[nodiscard]] const Bitmap& deactivated() const { return deactivated_; }
  [[nodiscard]] const Bitmap& online() const { return online_; }
  [[nodiscard]] const LabelIndex& roles() const { return roles_; }
  [[nodiscard]] const LabelIndex& tags() const { return tags_; }
  [[nodiscard]] const RunOrder& by_name() const { return by_name_; }
  [[nodiscard]] const ChunkedOrder<Slot>& by_uid() const { return by_uid_; }

  // Predicates for the sort orders: whether a user sorts before the given name and uid, or uid.
  [[nodiscard]] auto name_before(std::string_view folded_name, std::string_view uid) const {
    return [this, folded_name, uid](Slot slot) {
      const auto order = record(slot).folded_name().compare(folded_name);
      return order < 0 || (order == 0 && record(slot).uid() < uid);
    };
  }
  [[nodiscard]] auto uid_before(std::string_view uid) const {
    return [this, uid](Slot slot) { return record(slot).uid() < uid; };
  }

 private:
  [[nodiscard]] auto word_before(std::string_view word, std::string_view uid) const {
    return [this, word, uid](const Word& item) {
      const auto order = text(item).compare(word);
      return order < 0 || (order == 0 && record(item.slot).uid() < uid);
    };
  }

  [[nodiscard]] std::string_view text(const Word& word) const {
    return record(word.slot).folded_name().substr(word.offset);
  }
  [[nodiscard]] Slot slot_of(std::string_view uid) const;
  [[nodiscard]] Slot new_slot();
  void insert(const UserReplaced& change);
  void remove(const UserReplaced& change);
  void insert_name(Slot slot);
  void erase_name(Slot slot);
  void set_labels(Slot slot, const ListedUser& user);
  void erase_labels(Slot slot, const ListedUser& user);

  struct HashOfUid {
    using is_transparent = void;
    const AppUsers* users;
    std::size_t operator()(Slot slot) const { return (*this)(users->record(slot).uid()); }
    std::size_t operator()(std::string_view uid) const {
      return std::hash<std::string_view>()(uid);
    }
  };
  struct SameUid {
    using is_transparent = void;
    const AppUsers* users;
    bool operator()(Slot a, Slot b) const { return a == b; }
    bool operator()(std::string_view uid, Slot slot) const {
      return users->record(slot).uid() == uid;
    }
    bool operator()(Slot slot, std::string_view uid) const { return (*this)(uid, slot); }
  };

  std::deque<UserRecord> by_slot_;
  std::vector<Slot> free_;
  boost::unordered_flat_set<Slot, HashOfUid, SameUid> uids_{0, HashOfUid{this}, SameUid{this}};
  Bitmap active_;
  Bitmap deactivated_;
  Bitmap online_;
  LabelIndex roles_;
  LabelIndex tags_;
  RunOrder by_name_;  ///< Then by uid. The loader assigns slots in this order.
  ChunkedOrder<Slot> by_uid_;
  ChunkedOrder<Word> words_;  ///< By their text, then by uid.
};

}  // namespace parley::storage
