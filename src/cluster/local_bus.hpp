// The event bus of a single node.
#pragma once

#include <utility>
#include <vector>

#include "base/log_failure.hpp"
#include "core/event_bus.hpp"

namespace parley::cluster {

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
