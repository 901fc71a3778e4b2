#include "wire/user_json.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>
#include <boost/json/array.hpp>
#include <boost/json/serialize.hpp>

#include "base/stored_json.hpp"
#include "base/text.hpp"
#include "core/url/web_url.hpp"
#include "wire/fields.hpp"

namespace parley::wire {
namespace {

const json::string_view kPrivateKey(core::kPrivateMetadata.data(), core::kPrivateMetadata.size());

/// The most fields that a user can have. Reserved, because a growing object is copied each time.
constexpr std::size_t kMostFields = 18;

json::object metadata_json(const core::User& user, const UserView& view,
                           json::storage_ptr storage) {
  auto metadata = read_stored_object(user.metadata, {view.app_id, "users.metadata", user.uid},
                                     std::move(storage));
  if (!view.with_private) metadata.erase(kPrivateKey);
  return metadata;
}

// The smaller uid comes first, so that both users get the same id.
std::string conversation_id(std::string_view a, std::string_view b) {
  return fmt::format("{}_user_{}", std::min(a, b), std::max(a, b));
}

/// Fields that responses include for a user, or add for the user itself, but no call can set.
/// Callers send them back together with what they have read.
constexpr std::string_view kReadOnlyOfUser[] = {
    "status",       "createdAt",   "updatedAt", "lastActiveAt",  "deactivatedAt",
    "hasBlockedMe", "blockedByMe", "blockedAt", "blockedByMeAt", "conversationId",
    "authToken",    "jwt",         "settings"};

std::optional<std::string> read_url(Fields& fields, std::string_view name) {
  const auto text = fields.text(name);
  if (!text) return std::nullopt;
  return is_utf8(*text) ? core::normalize_web_url(*text) : *text;
}

core::UserChange read_change(Fields& fields, Editor editor) {
  core::UserChange change;
  change.keeps_private_metadata = editor == Editor::others;
  change.name = fields.text("name");
  change.avatar = read_url(fields, "avatar");
  change.link = read_url(fields, "link");
  change.role = fields.text("role");
  change.status_message = fields.text("statusMessage");
  const auto* metadata = fields.object("metadata");
  if (metadata != nullptr) change.metadata = json::serialize(*metadata);
  if (metadata != nullptr && editor == Editor::others && metadata->contains(kPrivateKey))
    fields.fail("metadata", "may contain @private only with a fullAccess key");
  change.tags = fields.texts("tags");
  if (change.role) change.role = core::normalize_uid(*change.role);
  return change;
}

void unset(Fields& fields, core::UserChange& change) {
  for (const auto& name : fields.unset()) {
    if (name == "avatar") {
      change.avatar = "";
    } else if (name == "link") {
      change.link = "";
    } else if (name == "metadata") {
      change.metadata = "";
    } else if (name == "statusMessage") {
      change.status_message = "";
    } else if (name == "tags") {
      change.tags = std::vector<std::string>{};
    } else {
      fields.fail("unset", "may list avatar, link, metadata, statusMessage and tags");
    }
  }
}

// The validity of the new values, as far as they can be judged without the stored user.
auto validity_of(const core::UserChange& change) {
  return [&change] {
    core::User user{};
    user.uid = user.name = "any";
    return core::validate(core::apply(std::move(user), change));
  };
}

}  // namespace

json::object to_json(const core::User& user, const UserView& view, json::storage_ptr storage) {
  json::object object(kMostFields, std::move(storage));
  object["uid"] = user.uid;
  object["name"] = user.name;
  if (!user.avatar.empty()) object["avatar"] = user.avatar;
  if (!user.link.empty()) object["link"] = user.link;
  object["role"] = user.role;
  object["status"] = user.online || view.available ? "available" : "offline";
  if (!user.status_message.empty()) object["statusMessage"] = user.status_message;
  if (!user.metadata.empty()) object["metadata"] = metadata_json(user, view, object.storage());
  if (view.with_tags)
    object["tags"] = json::array(user.tags.begin(), user.tags.end(), object.storage());
  object["createdAt"] = to_unix_seconds(user.created_at);
  object["updatedAt"] = to_unix_seconds(user.updated_at);
  object["lastActiveAt"] = to_unix_seconds(user.last_active_at);
  object["deactivatedAt"] = to_unix_seconds(user.deactivated_at);
  object["hasBlockedMe"] = view.relation.has_blocked_me();
  object["blockedByMe"] = view.relation.blocked_by_me();
  if (view.relation.has_blocked_me())
    object["blockedAt"] = to_unix_seconds(view.relation.blocked_me_at);
  if (view.relation.blocked_by_me())
    object["blockedByMeAt"] = to_unix_seconds(view.relation.blocked_by_me_at);
  if (!view.viewer.empty() && view.viewer != user.uid)
    object["conversationId"] = conversation_id(view.viewer, user.uid);
  return object;
}

Result<NewUser> parse_new_user(const json::object& body, Editor editor) {
  Fields fields(body);
  NewUser result;
  result.user.uid = core::normalize_uid(fields.required_text("uid"));
  if (!body.contains("name")) fields.fail("name", "is required");
  result.user = core::apply(std::move(result.user), read_change(fields, editor));
  result.with_auth_token = fields.boolean("withAuthToken").value_or(false);
  fields.ignore(kReadOnlyOfUser);
  const auto validity = [&] { return core::validate(result.user); };
  if (auto status = fields.finish(validity); !status) return status.error();
  return result;
}

Result<core::UserChange> parse_user_change(const json::object& body, std::string_view uid,
                                           Editor editor) {
  Fields fields(body);
  fields.same_uid(uid);
  auto change = read_change(fields, editor);
  unset(fields, change);
  fields.ignore(kReadOnlyOfUser);
  if (auto status = fields.finish(validity_of(change)); !status) return status.error();
  return change;
}

Result<core::UserChange> parse_own_change(const json::object& body, std::string_view uid) {
  auto own = body;
  own.erase("role");
  Fields fields(own);
  fields.same_uid(uid);
  auto change = read_change(fields, Editor::others);
  unset(fields, change);
  fields.ignore(kReadOnlyOfUser);
  if (auto status = fields.finish(validity_of(change)); !status) return status.error();
  return change;
}

Result<bool> parse_permanent(const json::object& body) {
  Fields fields(body);
  const bool permanent = fields.boolean("permanent").value_or(false);
  if (auto status = fields.finish(); !status) return status.error();
  return permanent;
}

Result<core::User> parse_imported_user(const json::value& value, std::string_view uid) {
  const auto* object = as_object(value);
  if (object == nullptr)
    return bad_request("user", R"(must be an object, such as {"name": "Iron Man"})");
  Fields fields(*object);
  core::User user;
  user.uid = core::normalize_uid(uid);
  fields.same_uid(user.uid);
  if (!object->contains("name")) fields.fail("name", "is required");
  user = core::apply(std::move(user), read_change(fields, Editor::full_access));
  user.created_at = fields.time("createdAt").value_or(kNever);
  user.last_active_at = fields.time("lastActiveAt").value_or(kNever);
  user.deactivated_at = fields.time("deactivatedAt").value_or(kNever);
  fields.ignore(kReadOnlyOfUser);
  const auto validity = [&] { return core::validate(user); };
  if (auto status = fields.finish(validity); !status) return status.error();
  return user;
}

Result<std::vector<std::string>> parse_uids(const json::object& body, std::string_view field,
                                            UidCheck check) {
  Fields fields(body);
  auto uids = fields.texts(field).value_or(std::vector<std::string>{});
  const auto* value = body.if_contains(field);
  if (value == nullptr || (value->is_array() && uids.empty()))
    fields.fail(field, "must list at least one uid");
  for (std::size_t i = 0; i < uids.size(); ++i) {
    uids[i] = core::normalize_uid(uids[i]);
    if (check == UidCheck::all && !core::is_uid(uids[i]))
      fields.fail(field, fmt::format("item {} {}", i + 1, core::kUidRule));
  }
  if (auto status = fields.finish(); !status) return status.error();
  return core::without_duplicates(std::move(uids));
}

}  // namespace parley::wire
