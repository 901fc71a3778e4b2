// Events that operators watch live.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/clock.hpp"
#include "core/event/event.hpp"

namespace parley::core {

enum class FeedKind : std::uint8_t {
  token_created,  ///< For a user: by a back end, or by a client that logs in with an Auth Key.
  login,          ///< The first use of a session; see Session::used.
  logout,         ///< Its user ended it.
  session_ended,  ///< Otherwise; see `reason`.
  connected,      ///< A device opened its socket.
  disconnected,
  failure,  ///< A login or call was refused; `code` says why.
};

/// Texts that do not apply are empty.
struct FeedEvent {
  std::uint64_t id = 0;  ///< Counts up from 1 per app ID, since the server started.
  Time at = {};
  FeedKind kind = FeedKind::login;
  std::string app_id = {};
  /// Distinguishes apps with the same id. 0 = the app that exists now.
  std::uint64_t app_epoch = 0;
  std::string uid = {};
  std::string session_id = {};
  std::string platform = {};
  std::string address = {};
  std::string_view code = {};     ///< Of the catalogue, as on the wire; static storage.
  std::string_view message = {};  ///< The catalogue's text; static storage.
  EndReason reason = EndReason::none;
};

}  // namespace parley::core
