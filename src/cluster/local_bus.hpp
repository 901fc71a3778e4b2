// The event bus of a single node: publish() calls the handlers directly.
#pragma once

#include <exception>
#include <utility>
#include <vector>

#include "base/log_failure.hpp"
#include "core/event_bus.hpp"

namespace parley::cluster {

/// Calls every handler even if one throws, and logs the exception. The change is already committed,
/// so the other caches and sockets must still be notified of it.
class LocalBus final : public core::EventBus {
 public:
  void subscribe(Handler handler) override { handlers_.push_back(std::move(handler)); }

  void publish(const core::Event& event) noexcept override {
    for (const auto& handler : handlers_) {
      try {
        handler(event);
      } catch (...) {
        LogFailure{"event_handler_failed"}(std::current_exception());
      }
    }
  }

 private:
  std::vector<Handler> handlers_;
};

}  // namespace parley::cluster
