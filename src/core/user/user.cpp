#include "core/user/user.hpp"

#include <algorithm>
#include <chrono>
#include <set>

#include <fmt/format.h>
#include <boost/json/serialize.hpp>

#include "base/stored_json.hpp"
#include "base/text.hpp"
#include "core/field_checks.hpp"

namespace parley::core {
namespace {

/// Tolerates clocks that differ, and times recorded in another time zone.
constexpr std::chrono::hours kMostInFuture{24};

// `changed`, a JSON object as text or empty, with the private part of the metadata of `user`.
std::string with_private_of(const User& user, const std::string& changed) {
  if (user.metadata.empty()) return changed;
  const StoredAt at{.app_id = {}, .column = "users.metadata", .id = user.uid};
  const json::string_view key(kPrivateMetadata.data(), kPrivateMetadata.size());
  const auto before = read_stored_object(user.metadata, at);
  const auto* kept = before.if_contains(key);
  if (kept == nullptr) return changed;
  auto after = changed.empty() ? json::object{} : read_stored_object(changed, at);
  after[key] = *kept;
  return json::serialize(after);
}

}  // namespace

std::string normalize_uid(std::string_view uid) { return to_lower_ascii(uid); }

bool is_uid(std::string_view uid) noexcept {
  return !uid.empty() && uid.size() <= kMaxUidLength &&
         std::all_of(uid.begin(), uid.end(), [](char c) {
           return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
         });
}

Error unknown_uid(std::string_view uid) {
  return make_error(is_uid(uid) ? ErrorCode::kErrUidNotFound : ErrorCode::kErrUidNotFoundMalformed,
                    {{"uid", uid}});
}

Error unknown_uid_to_delete(std::string_view uid) {
  if (!is_uid(uid)) return unknown_uid(uid);
  return make_error(ErrorCode::kErrUidNotFoundDelete, {{"uid", uid}});
}

Status validate(const User& user) {
  FieldChecks checks;
  if (!is_uid(user.uid)) checks.fail("uid", kUidRule);
  checks.line("name", user.name, {1, kMaxNameLength});
  checks.url("avatar", user.avatar, kMaxUrlLength);
  checks.url("link", user.link, kMaxUrlLength);
  checks.text("statusMessage", user.status_message, {0, kMaxStatusMessageLength});
  checks.json("metadata", user.metadata, kMaxMetadataBytes);
  for (const auto& tag : user.tags) checks.line("tags", tag, {1, kMaxTagLength});
  if (auto status = std::move(checks).status(); !status) return status;
  return validate_tag_count(user);
}

Status validate_times(const User& user, Time now) {
  FieldChecks checks;
  const auto check = [&](std::string_view field, Time time) {
    if (time > now + kMostInFuture)
      checks.fail(field, "must not be more than one day in the future");
  };
  check("createdAt", user.created_at);
  check("lastActiveAt", user.last_active_at);
  check("deactivatedAt", user.deactivated_at);
  return std::move(checks).status();
}

Status validate_tag_count(const User& user) {
  if (user.tags.size() <= kMaxTags) return {};
  return make_error(ErrorCode::kErrLimitExceeded,
                    {{"limit", std::to_string(kMaxTags)}, {"what", "tags per user"}});
}

User apply(User user, const UserChange& change) {
  if (change.name) user.name = *change.name;
  if (change.avatar) user.avatar = *change.avatar;
  if (change.link) user.link = *change.link;
  if (change.role) user.role = *change.role;
  if (change.status_message) user.status_message = *change.status_message;
  if (change.metadata) {
    user.metadata =
        change.keeps_private_metadata ? with_private_of(user, *change.metadata) : *change.metadata;
  }
  if (change.tags) user.tags = without_duplicates(*change.tags);
  return user;
}

json::object changed_fields(const User& before, const User& after) {
  return changed_fields({{"name", before.name != after.name},
                         {"avatar", before.avatar != after.avatar},
                         {"link", before.link != after.link},
                         {"role", before.role != after.role},
                         {"statusMessage", before.status_message != after.status_message},
                         {"metadata", before.metadata != after.metadata},
                         {"tags", before.tags != after.tags}});
}

std::vector<std::string> without_duplicates(std::vector<std::string> values) {
  std::set<std::string_view> seen;
  std::vector<std::string> kept;
  kept.reserve(values.size());
  for (const auto& value : values) {
    if (seen.insert(value).second) kept.push_back(value);
  }
  return kept;
}

}  // namespace parley::core
