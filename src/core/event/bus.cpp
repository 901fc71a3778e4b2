#include "core/event/bus.hpp"

#include <exception>

#include "base/log_failure.hpp"

namespace parley::core {

void EventBus::deliver(const Event& event) noexcept {
  const bool was_complete = call_handlers(event);
  delivered_.store(event.id, std::memory_order_release);
  if (was_complete || !in_sync()) return;
  lose_sync();
  recover();
}

void EventBus::lose_sync() noexcept {
  if (in_sync()) ++era_;
}

void EventBus::recover() noexcept {
  if (in_sync()) return;
  call_handlers({.kind = EventKind::events_missed});
  ++era_;
}

/// Returns whether no handler threw.
bool EventBus::call_handlers(const Event& event) noexcept {
  bool was_complete = true;
  for (const auto& handler : handlers_) {
    try {
      handler(event);
    } catch (...) {
      was_complete = false;
      LogFailure{"event_handler_failed"}(std::current_exception());
    }
  }
  return was_complete;
}

}  // namespace parley::core
