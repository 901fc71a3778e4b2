// A device with a socket, as the hub sees it.
#pragma once

#include "core/event/event.hpp"
#include "core/presence/announcement.hpp"
#include "core/presence/presence.hpp"
#include "core/session/cached_session.hpp"
#include "realtime/outbox.hpp"
#include "realtime/slot_map.hpp"

namespace parley::realtime {

/// Used on the I/O thread of its hub only. Any callback may make this member, or any other, leave
/// the hub and be destroyed.
class HubMember {
 public:
  virtual ~HubMember() = default;

  /// Queues a presence frame, which may be dropped if the device is too slow.
  virtual void queue_presence(const Frame& frame) = 0;
  /// Queues any other frame, which must not be dropped.
  virtual void queue(const Frame& frame) = 0;
  /// Writes the queued frames.
  virtual void flush() = 0;
  /// Called when the session of this device has ended.
  virtual void end(core::EndReason reason) = 0;
  /// Called when one of the above has thrown, or cannot be called because memory has run out:
  /// disconnect.
  virtual void abandon() noexcept = 0;

  /// Valid until the next use of the session, which may replace `live`.
  [[nodiscard]] const core::Session& session() const { return live->session(); }

  core::SessionPtr live;
  core::Subscriber subscriber;
  core::DeviceNumber device = 0;

  // Used by the hub only:
  HubMember* next_of_session = nullptr;
  HubMember* next_of_user = nullptr;
  SlotHandle handle;
  bool is_watched = false;
  bool has_joined = false;
  bool is_queued = false;  ///< Waits to be flushed.
};

}  // namespace parley::realtime
