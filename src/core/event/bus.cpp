#include "core/event/bus.hpp"

#include <exception>

#include "base/log_failure.hpp"

namespace parley::core {

void EventBus::deliver(const Event& event) noexcept {
  call_handlers(event);
  delivered_.store(event.id, std::memory_order_release);
}

void EventBus::lose_sync() noexcept {
  if (in_sync()) ++era_;
}

void EventBus::recover() noexcept {
  if (in_sync()) return;
  call_handlers({.kind = EventKind::events_missed});
  ++era_;
}

void EventBus::call_handlers(const Event& event) noexcept {
  for (const auto& handler : handlers_) {
    try {
      handler(event);
    } catch (...) {
      LogFailure{"event_handler_failed"}(std::current_exception());
    }
  }
}

}  // namespace parley::core
