// All users of one app, in memory, as lists need them.
#pragma once

#include <cstdint>
#include <deque>
#include <span>
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

/// Each user has a slot. Who is active, is online, has a role or a tag is a set of slots, which
/// conditions of lists combine; the orders of lists are sequences of slots.
///
/// Changed by one thread while no other reads. Names are folded. Throws std::logic_error when a
/// change does not fit what is there: then the index is of no use any more.
class AppUsers {
 public:
  /// The rest of a folded name from one of its words on, other than the first.
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
  void all_went() { online_.clear(); }

  // Filling an empty index. Each kind is appended in its order; all users come first.
  void reserve(std::size_t users);
  void append_by_name(std::int64_t sequence, std::string_view uid, std::string_view folded_name,
                      std::string_view role, bool active);
  void append_by_uid(std::string_view uid);
  void append_word(std::string_view word, std::string_view uid);
  void append_tag(std::string_view tag, std::string_view uid);

  /// Adds the slots of those of `uids` that are there.
  void add_to(Bitmap& bitmap, std::span<const std::string> uids) const;
  /// Adds those whose uid begins with `prefix`.
  void add_by_uid(Bitmap& bitmap, std::string_view prefix) const;
  /// Adds those of whose name a word begins with `folded_prefix`.
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

  /// Whether a user stands before this place in the order of names, or of uids.
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
  RunOrder by_name_;  ///< Then by uid. Users are numbered in this order when they are loaded.
  ChunkedOrder<Slot> by_uid_;
  ChunkedOrder<Word> words_;  ///< By their text, then by uid.
};

}  // namespace parley::storage
