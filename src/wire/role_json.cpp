#include "wire/role_json.hpp"

#include <utility>

#include "base/stored_json.hpp"
#include "core/user/user.hpp"
#include "wire/fields.hpp"

namespace parley::wire {
namespace {

/// Fields of a role that responses include but no call can set.
constexpr std::string_view kReadOnlyOfRole[] = {"createdAt", "updatedAt"};

std::optional<core::Audience> read_audience(Fields& settings, std::string_view name) {
  const auto value = settings.text(name);
  if (!value) return std::nullopt;
  const auto audience = core::audience_from_string(*value);
  if (!audience) settings.fail(name, "must be all or friendsOnly");
  return audience;
}

void read_settings(Fields& fields, core::RoleChange& change) {
  const auto* object = fields.object("settings");
  if (object == nullptr) return;
  Fields settings(*object);
  change.list_users = read_audience(settings, "listUsers");
  change.send_messages_to = read_audience(settings, "sendMessagesTo");
  if (!settings.finish())
    fields.fail("settings", "may have listUsers and sendMessagesTo, each all or friendsOnly");
}

core::RoleChange read_change(Fields& fields) {
  core::RoleChange change;
  change.name = fields.text("name");
  change.description = fields.text("description");
  change.metadata = fields.object_text("metadata");
  read_settings(fields, change);
  return change;
}

void unset(Fields& fields, core::RoleChange& change) {
  for (const auto& name : fields.unset()) {
    if (name == "description") {
      change.description = "";
    } else if (name == "metadata") {
      change.metadata = "";
    } else if (name == "settings") {
      change.list_users = change.send_messages_to = core::Audience::all;
    } else {
      fields.fail("unset", "may list description, metadata and settings");
    }
  }
}

}  // namespace

json::object to_json(std::string_view app_id, const core::Role& role) {
  json::object object{{"role", role.id}, {"name", role.name}};
  if (!role.description.empty()) object["description"] = role.description;
  if (!role.metadata.empty())
    object["metadata"] = read_stored_object(role.metadata, {app_id, "roles.metadata", role.id});
  object["settings"] =
      json::object{{"listUsers", core::to_string(role.settings.list_users)},
                   {"sendMessagesTo", core::to_string(role.settings.send_messages_to)}};
  object["createdAt"] = to_unix_seconds(role.created_at);
  object["updatedAt"] = to_unix_seconds(role.updated_at);
  return object;
}

Result<core::Role> parse_new_role(const json::object& body) {
  Fields fields(body);
  core::Role role;
  role.id = core::normalize_uid(fields.required_text("role"));
  if (!body.contains("name")) fields.fail("name", "is required");
  role = core::apply(std::move(role), read_change(fields));
  fields.ignore(kReadOnlyOfRole);
  const auto validity = [&] { return core::validate(role); };
  if (auto status = fields.finish(validity); !status) return status.error();
  return role;
}

Result<core::RoleChange> parse_role_change(const json::object& body, std::string_view id) {
  Fields fields(body);
  const auto sent = fields.text("role");
  if (sent && core::normalize_uid(*sent) != id) fields.fail("role", "cannot be changed");
  auto change = read_change(fields);
  unset(fields, change);
  fields.ignore(kReadOnlyOfRole);
  const auto validity = [&] {
    core::Role role{};
    role.id = id;
    role.name = "Any";
    return core::validate(core::apply(std::move(role), change));
  };
  if (auto status = fields.finish(validity); !status) return status.error();
  return change;
}

}  // namespace parley::wire
