// What an operator watches as it happens.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/clock.hpp"
#include "core/event_bus.hpp"

namespace parley::core {

enum class FeedKind : std::uint8_t {
  login,          ///< A session began.
  logout,         ///< Its user ended it.
  session_ended,  ///< Something else did; `reason` says what.
  connected,      ///< A device opened its socket.
  disconnected,
  failure,  ///< A login or call was refused; `code` says why.
};

/// Texts that say nothing are empty.
struct FeedEvent {
  std::uint64_t id = 0;  ///< Counts up from 1 in each app, since the start of the server.
  Time at = {};
  FeedKind kind = FeedKind::login;
  std::string app_id = {};
  std::string uid = {};
  std::string session_id = {};
  std::string platform = {};
  std::string address = {};
  std::string_view code = {};  ///< Of the catalogue, as on the wire; static storage.
  EndReason reason = EndReason::none;
};

}  // namespace parley::core
