// The event bus of a single node.
#pragma once

#include <utility>
#include <vector>

#include "core/event_bus.hpp"

namespace parley::cluster {

class LocalBus final : public core::EventBus {
 public:
  void subscribe(Handler handler) override { handlers_.push_back(std::move(handler)); }

  void publish(const core::Event& event) override {
    for (const auto& handler : handlers_) handler(event);
  }

 private:
  std::vector<Handler> handlers_;
};

}  // namespace parley::cluster
