// User: somebody who can log in to an app.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.hpp"
#include "base/result.hpp"
#include "core/audit/audit.hpp"

namespace parley::core {

inline constexpr std::size_t kMaxUidLength = 100;
inline constexpr std::size_t kMaxNameLength = 100;  ///< Characters, like the next ones.
inline constexpr std::size_t kMaxUrlLength = 3000;
inline constexpr std::size_t kMaxStatusMessageLength = 255;
inline constexpr std::size_t kMaxMetadataBytes = 5 * 1024;
inline constexpr std::size_t kMaxTags = 25;
inline constexpr std::size_t kMaxTagLength = 100;

/// The reason in an error answer for an invalid uid.
inline constexpr std::string_view kUidRule = "must be 1-100 characters from a-z, 0-9, - and _";

/// The part of a user's metadata that only fullAccess keys see and write.
inline constexpr std::string_view kPrivateMetadata = "@private";

struct User {
  std::string uid;     ///< 1-100 characters from a-z 0-9 - _; unique in its app, immutable.
  std::string name;    ///< 1-100 characters.
  std::string avatar;  ///< Empty, or a URL as parse_web_url() or an earlier version accepted it.
  std::string link;    ///< The same.
  std::string role;    ///< The id of a role of the app.
  std::string status_message;
  std::string metadata;  ///< A JSON object as text, or empty.
  std::vector<std::string> tags;
  Time last_active_at;  ///< kNever until the first login.
  Time created_at;
  Time updated_at;
  Time deactivated_at;  ///< kNever while active.
  bool online = false;  ///< Whether a device is connected. REST calls it `available`.

  [[nodiscard]] bool is_active() const { return deactivated_at == kNever; }
  bool operator==(const User&) const = default;
};

/// What an update may change; absent = unchanged, empty text or list = removed.
struct UserChange {
  std::optional<std::string> name;
  std::optional<std::string> avatar;
  std::optional<std::string> link;
  std::optional<std::string> role;
  std::optional<std::string> status_message;
  std::optional<std::string> metadata;
  std::optional<std::vector<std::string>> tags;
  bool keeps_private_metadata = false;  ///< Keeps the value of kPrivateMetadata.
};

/// Lower-cases ASCII letters. Does not check whether the uid is valid.
[[nodiscard]] std::string normalize_uid(std::string_view uid);

/// Whether `uid`, which must be normalised, is 1-100 characters from a-z 0-9 - _.
[[nodiscard]] bool is_uid(std::string_view uid) noexcept;

/// ERR_UID_NOT_FOUND. The advice is to create the user, unless no user can have this uid.
[[nodiscard]] Error unknown_uid(std::string_view uid);

/// The same for a call that deletes something of the user or the user itself: it need not exist.
[[nodiscard]] Error unknown_uid_to_delete(std::string_view uid);

/// ERR_BAD_REQUEST with all reasons per field when values of `user` are invalid; ERR_LIMIT_EXCEEDED
/// when it has too many tags. Does not check whether the role exists, which takes a store.
[[nodiscard]] Status validate(const User& user);

/// ERR_BAD_REQUEST when a time of an imported `user` is more than a day after `now`.
[[nodiscard]] Status validate_times(const User& user, Time now);

/// ERR_LIMIT_EXCEEDED when the user has too many tags; part of validate().
[[nodiscard]] Status validate_tag_count(const User& user);

/// `user` with `change` applied.
[[nodiscard]] User apply(User user, const UserChange& change);

/// Details of an audit event: the fields in which the two users differ.
[[nodiscard]] json::object changed_fields(const User& before, const User& after);

/// `values` in their order, without duplicates.
[[nodiscard]] std::vector<std::string> without_duplicates(std::vector<std::string> values);

}  // namespace parley::core
