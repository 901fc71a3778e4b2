// Session: what an auth token opens. It belongs to one user and, once the token is used, one
// device.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/clock.hpp"
#include "base/result.hpp"
#include "base/secret.hpp"
#include "core/audit/audit.hpp"
#include "crypto/digest.hpp"

namespace parley::core {

/// What clients report about the device of a session. `app_info` is JSON as text, or empty.
struct Device {
  std::string platform;
  std::string user_agent;
  std::string app_info;
  std::string device_id;

  bool operator==(const Device&) const = default;
};

inline constexpr std::size_t kMaxUserAgentLength = 1000;  ///< Characters.

struct Session {
  std::string id;  ///< Public: "ses_...". Unique on the server.
  std::string app_id;
  std::string uid;
  crypto::Sha256 digest{};  ///< Of the auth token; the token itself is never stored.
  std::string hint;         ///< What may be shown of the token after the uid: "1771...ac0".
  Time created_at;
  Time expires_at;                       ///< kNever = does not expire.
  std::chrono::seconds idle_timeout{0};  ///< 0 = no idle timeout.
  Time last_used_at;                     ///< Precise to a minute; initially the time of creation.
  std::string last_ip;                   ///< Of the device; empty while unknown.
  Device device;
  /// Whether a client has made a call or opened a socket with the token. Until then there is no
  /// device. The change is the event session_opened. Stored within seconds, and by a session call
  /// at once.
  bool used = false;
  std::string created_by;  ///< From public_id_of(); empty = not recorded.

  bool operator==(const Session&) const = default;
};

/// What an update of a session may change: its device; absent = unchanged.
struct DeviceChange {
  std::optional<std::string> platform;
  std::optional<std::string> user_agent;
  std::optional<std::string> app_info;
  /// Fields that an update cannot change. If sent, they must be as stored.
  std::optional<Time> expires_at;
  std::optional<std::chrono::seconds> idle_timeout;
};

/// The part of the header User-Agent that is kept: up to kMaxUserAgentLength bytes, or nothing if
/// it is not a readable line. An unreadable one is not an error, because clients cannot always
/// choose it.
[[nodiscard]] std::string readable_user_agent(std::string_view header);

/// `device` with `change` applied.
[[nodiscard]] Device apply(Device device, const DeviceChange& change);

/// ERR_BAD_REQUEST if `change` would set a field that an update cannot change: the caller would
/// believe that the session ends at another time than it does.
[[nodiscard]] Status check_fixed_fields(const Session& session, const DeviceChange& change);

/// Details of an audit event: the session, and the fields in which the two devices differ.
[[nodiscard]] json::object changed_fields(const Session& before, const Session& after);

/// Whether a session is live, and if not, why.
enum class SessionState : std::uint8_t { live, expired, idle_expired };

/// The state at `now` of a session that was last used at `last_used_at`, which may be later than
/// the stored time. At exactly a limit, the session is over.
[[nodiscard]] SessionState state_of(const Session& session, Time last_used_at, Time now) noexcept;

/// When a session expires that was last used at `last_used_at`; kNever = it does not.
[[nodiscard]] Time ends_at(const Session& session, Time last_used_at) noexcept;

/// How long expired sessions are kept, so that "expired" can be distinguished from "never existed".
inline constexpr std::chrono::days kExpiredSessionsKept{30};

/// The masked token as lists show it: `<uid>_1771...ac0`.
[[nodiscard]] std::string masked_token(const Session& session);

}  // namespace parley::core
