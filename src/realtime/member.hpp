// A device that is logged in over a socket: what the hub knows of it.
#pragma once

#include "core/event_bus.hpp"
#include "core/presence/announcement.hpp"
#include "core/presence/presence.hpp"
#include "core/session/live.hpp"
#include "realtime/outbox.hpp"
#include "realtime/slot_map.hpp"

namespace parley::realtime {

/// Belongs to one I/O thread, like its hub. Every callback may make this member, or any other,
/// leave the hub and be destroyed.
class Member {
 public:
  virtual ~Member() = default;

  /// Queues news of presence, which is dropped when the device does not keep up.
  virtual void queue_presence(const Frame& frame) = 0;
  /// Queues anything else.
  virtual void queue(const Frame& frame) = 0;
  /// Writes what is queued.
  virtual void flush() = 0;
  /// The session of this device has ended.
  virtual void end(core::EndReason reason) = 0;
  /// One of the above threw: disconnect.
  virtual void abandon() noexcept = 0;

  /// Valid until the next use of the session, which may renew `live`.
  [[nodiscard]] const core::Session& session() const { return live->session(); }

  core::SessionPtr live;
  core::Subscriber subscriber;
  core::DeviceNumber device = 0;

  // Used by the hub only:
  Member* next_of_session = nullptr;
  Member* next_of_user = nullptr;
  SlotHandle handle;
  bool is_watched = false;
  bool has_joined = false;
  bool is_queued = false;  ///< Will be flushed.
};

}  // namespace parley::realtime
