// What the domain needs of a storage engine for roles.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "core/role/role.hpp"

namespace parley::core {

/// Part of a Transaction (core/store.hpp), whose rules on threads and failures hold here.
class RoleStore {
 public:
  virtual ~RoleStore() = default;

  [[nodiscard]] virtual std::optional<Role> find(std::string_view app_id, std::string_view id) = 0;

  [[nodiscard]] virtual bool has(std::string_view app_id, std::string_view id) = 0;

  /// All roles of the app, ordered by id; at most kMaxRolesPerApp.
  [[nodiscard]] virtual std::vector<Role> list(std::string_view app_id) = 0;

  /// False, and no change, when the id is taken in this app.
  [[nodiscard]] virtual bool insert(std::string_view app_id, const Role& role) = 0;

  /// Replaces the role with the same id. False when there is none.
  virtual bool update(std::string_view app_id, const Role& role) = 0;

  /// False when there is none. The users who had it are the caller's concern.
  virtual bool remove(std::string_view app_id, std::string_view id) = 0;
};

}  // namespace parley::core
