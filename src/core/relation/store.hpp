// Storage interface for relations.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/relation/relation.hpp"

namespace parley::core {

/// Part of a Transaction (core/store.hpp), whose rules for threads and failures apply here. All
/// users passed in must exist. Removing a user removes its relations.
class RelationStore {
 public:
  virtual ~RelationStore() = default;

  /// False, without a change, when `uid` has already blocked `other`.
  virtual bool block(std::string_view app_id, std::string_view uid, std::string_view other,
                     Time at) = 0;

  /// False when `uid` has not blocked `other`.
  virtual bool unblock(std::string_view app_id, std::string_view uid, std::string_view other) = 0;

  /// Makes two users friends. False, without a change, when they already are.
  virtual bool befriend(std::string_view app_id, std::string_view uid, std::string_view other,
                        Time at) = 0;

  /// False when they are not friends.
  virtual bool unfriend(std::string_view app_id, std::string_view uid, std::string_view other) = 0;

  /// The relation of `viewer` to each of `others`, in their order.
  [[nodiscard]] virtual std::vector<Relation> seen_by(std::string_view app_id,
                                                      std::string_view viewer,
                                                      std::span<const std::string> others) = 0;

  /// The uids of the users with this relation to `viewer`, each once.
  [[nodiscard]] virtual std::vector<std::string> related(std::string_view app_id,
                                                         std::string_view viewer,
                                                         RelationFilter relation_filter) = 0;

  [[nodiscard]] virtual bool are_friends(std::string_view app_id, std::string_view uid,
                                         std::string_view other) = 0;

  /// Removes up to `limit` blocks and friendships of the user, in both directions; returns how
  /// many. A friendship counts twice. Bounded, so that it does not occupy the writer for long.
  virtual std::uint64_t remove_some(std::string_view app_id, std::string_view uid,
                                    std::uint32_t limit) = 0;
};

/// The maximum number of relations that one transaction removes.
inline constexpr std::uint32_t kRelationsRemovedAtOnce = 500;

}  // namespace parley::core
