// The event bus of a server that is alone: events reach their handlers within the call.
#pragma once

#include <exception>
#include <utility>
#include <vector>

#include "base/log_failure.hpp"
#include "core/event_bus.hpp"

namespace parley::cluster {

/// Every handler is called, also after one that throws: events are published after their commit,
/// when the other caches and sockets have to learn of it all the more.
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
