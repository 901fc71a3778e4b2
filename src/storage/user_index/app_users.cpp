#include "storage/user_index/app_users.hpp"

#include "core/name_search.hpp"

namespace parley::storage {
namespace {

void expect(bool fits) {
  if (!fits) throw AppUsers::Mismatch("the user index does not match the store");
}

}  // namespace

void AppUsers::replace(const UserReplaced& change) {
  if (!change.before) return insert(change);
  if (!change.after) return remove(change);
  const auto slot = slot_of(change.uid);
  if (change.before->folded_name != change.after->folded_name) {
    erase_name(slot);
    by_slot_[slot] = {by_slot_[slot].sequence(), change.uid, change.after->folded_name};
    insert_name(slot);
  }
  erase_labels(slot, *change.before);
  set_labels(slot, *change.after);
}

void AppUsers::set_online(std::string_view uid, bool online) {
  const auto slot = slot_of(uid);
  if (online) {
    online_.insert(slot);
  } else {
    online_.erase(slot);
  }
}

void AppUsers::replace_role(const RoleReplaced& change) {
  for (const auto& uid : change.uids) {
    const auto slot = slot_of(uid);
    roles_.erase(change.before, slot);
    roles_.insert(change.after, slot);
  }
}

void AppUsers::insert(const UserReplaced& change) {
  expect(!uids_.contains(std::string_view(change.uid)));
  const auto slot = new_slot();
  by_slot_[slot] = {change.sequence, change.uid, change.after->folded_name};
  uids_.insert(slot);
  by_uid_.insert(slot, uid_before(change.uid));
  insert_name(slot);
  set_labels(slot, *change.after);
}

void AppUsers::remove(const UserReplaced& change) {
  const auto slot = slot_of(change.uid);
  erase_labels(slot, *change.before);
  erase_name(slot);
  expect(by_uid_.erase(slot, uid_before(change.uid)));
  uids_.erase(slot);
  online_.erase(slot);
  by_slot_[slot] = {};
  free_.push_back(slot);
}

void AppUsers::insert_name(Slot slot) {
  const auto& user = record(slot);
  const auto name = user.folded_name();
  by_name_.insert(slot, name_before(name, user.uid()));
  for (const auto offset : core::word_offsets(name)) {
    if (offset == 0) continue;
    words_.insert({slot, static_cast<std::uint32_t>(offset)},
                  word_before(name.substr(offset), user.uid()));
  }
}

void AppUsers::erase_name(Slot slot) {
  const auto& user = record(slot);
  const auto name = user.folded_name();
  expect(by_name_.erase(slot, name_before(name, user.uid())));
  for (const auto offset : core::word_offsets(name)) {
    if (offset == 0) continue;
    expect(words_.erase({slot, static_cast<std::uint32_t>(offset)},
                        word_before(name.substr(offset), user.uid())));
  }
}

void AppUsers::set_labels(Slot slot, const ListedUser& user) {
  (user.active ? active_ : deactivated_).insert(slot);
  roles_.insert(user.role, slot);
  for (const auto& tag : user.tags) tags_.insert(tag, slot);
}

void AppUsers::erase_labels(Slot slot, const ListedUser& user) {
  (user.active ? active_ : deactivated_).erase(slot);
  roles_.erase(user.role, slot);
  for (const auto& tag : user.tags) tags_.erase(tag, slot);
}

Slot AppUsers::slot_of(std::string_view uid) const {
  const auto found = uids_.find(uid);
  expect(found != uids_.end());
  return *found;
}

Slot AppUsers::new_slot() {
  if (free_.empty()) {
    by_slot_.emplace_back();
    return static_cast<Slot>(by_slot_.size() - 1);
  }
  const auto slot = free_.back();
  free_.pop_back();
  return slot;
}

void AppUsers::reserve(std::size_t users) { uids_.reserve(users); }

void AppUsers::append_by_name(std::int64_t sequence, std::string_view uid,
                              std::string_view folded_name, std::string_view role, bool active) {
  const auto slot = static_cast<Slot>(by_slot_.size());
  by_slot_.emplace_back(sequence, uid, folded_name);
  uids_.insert(slot);
  by_name_.append(slot);
  (active ? active_ : deactivated_).insert(slot);
  roles_.insert(role, slot);
}

void AppUsers::append_by_uid(std::string_view uid) { by_uid_.append(slot_of(uid)); }

void AppUsers::append_word(std::string_view word, std::string_view uid) {
  const auto slot = slot_of(uid);
  const auto name = record(slot).folded_name();
  expect(name.ends_with(word));
  const auto offset = name.size() - word.size();
  if (offset > 0) words_.append({slot, static_cast<std::uint32_t>(offset)});
}

void AppUsers::append_tag(std::string_view tag, std::string_view uid) {
  tags_.insert(tag, slot_of(uid));
}

void AppUsers::add_to(Bitmap& bitmap, std::span<const std::string> uids) const {
  for (const auto& uid : uids) {
    const auto found = uids_.find(std::string_view(uid));
    if (found != uids_.end()) bitmap.insert(*found);
  }
}

void AppUsers::add_by_uid(Bitmap& bitmap, std::string_view prefix) const {
  const auto end = core::end_of_prefix(prefix);
  by_uid_.forward(by_uid_.first_not(uid_before(prefix)), by_uid_.first_not(uid_before(end)),
                  [&](Slot slot) { return (bitmap.insert(slot), true); });
}

void AppUsers::add_by_word(Bitmap& bitmap, std::string_view folded_prefix) const {
  const auto offsets = core::word_offsets(folded_prefix);
  if (offsets.empty() || offsets.front() != 0) return;  // No word begins like this.
  const auto end = core::end_of_prefix(folded_prefix);
  by_name_.forward(by_name_.first_not(name_before(folded_prefix, {})),
                   by_name_.first_not(name_before(end, {})), [&](const SlotRun& run) {
                     bitmap.insert_range(run.first, run.end());
                     return true;
                   });
  words_.forward(words_.first_not(word_before(folded_prefix, {})),
                 words_.first_not(word_before(end, {})),
                 [&](const Word& word) { return (bitmap.insert(word.slot), true); });
}

}  // namespace parley::storage
