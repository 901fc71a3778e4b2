// What the domain needs of a storage engine for relations.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/relation/relation.hpp"

namespace parley::core {

/// Part of a Transaction (core/store.hpp), whose rules on threads and failures hold here. All users
/// that are passed in exist. The relations of a user go with it when it is removed.
class RelationStore {
 public:
  virtual ~RelationStore() = default;

  /// False, and no change, when `uid` has blocked `other` already.
  virtual bool block(std::string_view app_id, std::string_view uid, std::string_view other,
                     Time at) = 0;

  /// False when `uid` has not blocked `other`.
  virtual bool unblock(std::string_view app_id, std::string_view uid, std::string_view other) = 0;

  /// Makes two users friends of each other. False, and no change, when they are.
  virtual bool befriend(std::string_view app_id, std::string_view uid, std::string_view other,
                        Time at) = 0;

  /// False when they are no friends.
  virtual bool unfriend(std::string_view app_id, std::string_view uid, std::string_view other) = 0;

  /// How each of `others` stands to `viewer`, in their order.
  [[nodiscard]] virtual std::vector<Relation> seen_by(std::string_view app_id,
                                                      std::string_view viewer,
                                                      std::span<const std::string> others) = 0;

  /// The uids of a circle around `viewer`, each once.
  [[nodiscard]] virtual std::vector<std::string> circle(std::string_view app_id,
                                                        std::string_view viewer, Circle circle) = 0;

  [[nodiscard]] virtual bool are_friends(std::string_view app_id, std::string_view uid,
                                         std::string_view other) = 0;

  /// Removes up to `limit` blocks and friendships of the user, in both directions; answers how
  /// many. A friendship counts twice. Bounded, so that the writer is never held for long.
  virtual std::uint64_t remove_some(std::string_view app_id, std::string_view uid,
                                    std::uint32_t limit) = 0;
};

/// Relations that one transaction removes at most.
inline constexpr std::uint32_t kRelationsRemovedAtOnce = 500;

}  // namespace parley::core
