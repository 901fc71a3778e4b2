#include "core/role/role.hpp"

#include "core/field_checks.hpp"
#include "core/user/user.hpp"

namespace parley::core {

Status validate(const Role& role) {
  FieldChecks checks;
  if (!is_uid(role.id)) checks.fail("role", kUidRule);
  checks.line("name", role.name, {1, kMaxNameLength});
  checks.text("description", role.description, {0, 255});
  checks.json("metadata", role.metadata, kMaxMetadataBytes);
  return std::move(checks).status();
}

Role apply(Role role, const RoleChange& change) {
  if (change.name) role.name = *change.name;
  if (change.description) role.description = *change.description;
  if (change.metadata) role.metadata = *change.metadata;
  if (change.list_users) role.settings.list_users = *change.list_users;
  if (change.send_messages_to) role.settings.send_messages_to = *change.send_messages_to;
  return role;
}

json::object changed_fields(const Role& before, const Role& after) {
  return changed_fields({{"name", before.name != after.name},
                         {"description", before.description != after.description},
                         {"metadata", before.metadata != after.metadata},
                         {"settings", before.settings != after.settings}});
}

std::string_view to_string(Audience audience) noexcept {
  return audience == Audience::friends_only ? "friendsOnly" : "all";
}

std::optional<Audience> audience_from_string(std::string_view text) noexcept {
  if (text == "all") return Audience::all;
  if (text == "friendsOnly") return Audience::friends_only;
  return std::nullopt;
}

}  // namespace parley::core
