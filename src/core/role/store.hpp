// Storage interface for roles.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/role/role.hpp"

namespace parley::core {

/// A removed role that users may still have.
struct RemovedRole {
  std::string app_id;
  std::string id;

  bool operator==(const RemovedRole&) const = default;
};

/// Part of a Transaction (core/store.hpp), whose rules for threads and failures apply here.
class RoleStore {
 public:
  virtual ~RoleStore() = default;

  [[nodiscard]] virtual std::optional<Role> find(std::string_view app_id, std::string_view id) = 0;

  [[nodiscard]] virtual bool has(std::string_view app_id, std::string_view id) = 0;

  /// All roles of the app, ordered by id; at most kMaxRolesPerApp.
  [[nodiscard]] virtual std::vector<Role> list(std::string_view app_id) = 0;

  /// False, without a change, when the app already has a role with this id.
  [[nodiscard]] virtual bool insert(std::string_view app_id, const Role& role) = 0;

  /// Replaces the role with the same id. False when there is none.
  virtual bool update(std::string_view app_id, const Role& role) = 0;

  /// Removes the role, but not from its users. The caller must give them another role and then call
  /// forget_removed(); until then the role is_being_removed(). False when there is no such role.
  virtual bool remove(std::string_view app_id, std::string_view id) = 0;

  [[nodiscard]] virtual bool is_being_removed(std::string_view app_id, std::string_view id) = 0;

  /// The roles, of any app, that are being removed.
  [[nodiscard]] virtual std::vector<RemovedRole> list_removed() = 0;

  /// Call it when no user has the removed role any more.
  virtual void forget_removed(std::string_view app_id, std::string_view id) = 0;
};

}  // namespace parley::core
