// The event bus: delivers the events of committed changes to everything in this process that
// depends on them.
#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <vector>

#include "core/event/event.hpp"

namespace parley::core {

/// How current a copy in memory is: it contains all changes up to `event`.
struct AsOf {
  EventId event = 0;
  std::uint32_t era = 0;  ///< Of the bus. Copies of an earlier era are useless.
};

/// Thread-safe, except where noted.
///
/// If events may have been missed, the bus is out of sync until it recovers. Meanwhile caches
/// answer nothing from memory, and keep nothing that is loaded. The single-node server delivers
/// each event itself and is always in sync.
class EventBus {
 public:
  using Handler = std::function<void(const Event&)>;

  EventBus() = default;
  EventBus(const EventBus&) = delete;
  EventBus& operator=(const EventBus&) = delete;

  /// Registers a handler. It is called on the thread that delivers, so it must be quick and
  /// thread-safe. Call this while no write is in progress. Handlers cannot be removed. A handler
  /// must not throw for events_missed: nothing follows that would make up for it.
  void subscribe(Handler handler) { handlers_.push_back(std::move(handler)); }

  /// Calls every handler. Does not throw: exceptions of handlers are logged, and the other handlers
  /// still run, because the change is committed already. Then events_missed follows, since whoever
  /// threw may have missed the event. Only for the store, which calls it after a
  /// commit, in the order of the ids, and never from two threads at once.
  void deliver(const Event& event) noexcept;

  /// What is loaded from the store after this call is at least that current.
  [[nodiscard]] AsOf now() const noexcept {
    return {delivered_.load(std::memory_order_acquire), era_.load(std::memory_order_acquire)};
  }

  /// Whether caches may answer from memory.
  [[nodiscard]] bool in_sync() const noexcept {
    return era_.load(std::memory_order_acquire) % 2 == 0;
  }

  /// Whether a copy may be kept that was loaded then.
  [[nodiscard]] bool is_of_this_era(AsOf as_of) const noexcept {
    return in_sync() && as_of.era == era_.load(std::memory_order_acquire);
  }

  /// From now on, events may be missing. Has no effect if the bus is out of sync already.
  void lose_sync() noexcept;

  /// Events arrive again. Delivers events_missed, after which the bus is in sync. Has no effect if
  /// it is in sync. Not while deliver() runs.
  void recover() noexcept;

 private:
  bool call_handlers(const Event& event) noexcept;

  std::vector<Handler> handlers_;
  std::atomic<EventId> delivered_ = 0;
  std::atomic<std::uint32_t> era_ = 0;  ///< Odd while out of sync.
};

}  // namespace parley::core
