#include "daemon/cores.hpp"

#include "base/thread_name.hpp"

namespace parley::daemon {

Cores::Cores(std::size_t count) {
  for (std::size_t i = 0; i < count; ++i) {
    // The hint: run by one thread only.
    contexts_.push_back(std::make_unique<asio::io_context>(1));
    guards_.push_back(asio::make_work_guard(*contexts_.back()));
  }
  for (const auto& context : contexts_) {
    threads_.emplace_back([&context = *context] {
      name_this_thread("core");
      context.run();
    });
  }
}

std::vector<asio::io_context*> Cores::contexts() const {
  std::vector<asio::io_context*> all;
  for (const auto& context : contexts_) all.push_back(context.get());
  return all;
}

void Cores::join() {
  guards_.clear();
  threads_.clear();
}

}  // namespace parley::daemon
