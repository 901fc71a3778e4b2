// The frames of the realtime connection as JSON; see contract/realtime.yaml.
#pragma once

#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/error.hpp"
#include "base/result.hpp"
#include "base/secret.hpp"
#include "core/event/event.hpp"
#include "core/presence/announcement.hpp"

namespace parley::wire {

/// The first frame of a client: its credential and its presence subscription.
struct AuthFrame {
  std::string app_id;  ///< Empty = the app of the credential.
  std::string device_id;
  std::string sender;       ///< A uid, normalised; empty = the user of the credential.
  SecretString credential;  ///< An auth token or a jwt.
  core::Subscription subscription = core::Subscription::none;
  std::vector<std::string> roles;  ///< For Subscription::roles, normalised.
};

struct PingFrame {};

/// A frame of a type that this server does not support, such as messages.
struct UnknownFrame {
  std::string type;
};

using ClientFrame = std::variant<AuthFrame, PingFrame, UnknownFrame>;

/// Parses a frame from a client. Error: ERR_BAD_REQUEST.
[[nodiscard]] Result<ClientFrame> parse_client_frame(std::string_view text);

/// The addressee of the response to an auth frame: the values of that frame, as far as they could
/// be read.
struct Addressee {
  std::string_view app_id;
  std::string_view device_id;
  std::string_view uid;
};

[[nodiscard]] std::string auth_accepted(const Addressee& to);
[[nodiscard]] std::string auth_refused(const Addressee& to, const Error& error);
[[nodiscard]] std::string pong();
[[nodiscard]] std::string presence_frame(const core::Announcement& announcement);
[[nodiscard]] std::string user_frame(const core::UserNotice& notice);
/// The name of a reason on the wire: "logout", "expired"...
[[nodiscard]] std::string_view name_of(core::EndReason reason);
[[nodiscard]] std::string session_ended(std::string_view app_id, core::EndReason reason);
[[nodiscard]] std::string resync(std::string_view app_id);
[[nodiscard]] std::string error_frame(const Error& error);

}  // namespace parley::wire
