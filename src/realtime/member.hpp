// A device that is logged in over a socket: what the hub knows of it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/event_bus.hpp"
#include "core/presence/announcement.hpp"
#include "core/presence/presence.hpp"
#include "core/session/live.hpp"
#include "realtime/outbox.hpp"

namespace parley::realtime {

/// Belongs to one core, like its hub.
class Member {
 public:
  virtual ~Member() = default;

  /// Tells of presence, which is dropped when the device does not keep up. Nothing is written yet.
  virtual void queue_presence(const Frame& frame) = 0;
  /// Tells of anything else. Nothing is written yet.
  virtual void queue(const Frame& frame) = 0;
  /// Writes what was queued.
  virtual void flush() = 0;
  /// Its session has ended.
  virtual void end(core::EndReason reason) = 0;

  /// Valid until the next use of the session, which may renew `live`.
  [[nodiscard]] const core::Session& session() const { return live->session(); }

  core::SessionPtr live;
  core::Subscriber subscriber;
  core::DeviceNumber device = 0;

  // Used by the hub:
  Member* next_of_session = nullptr;
  Member* next_of_user = nullptr;
  bool is_queued = false;
};

}  // namespace parley::realtime
