#include "daemon/server/io_threads.hpp"

#include "base/log_failure.hpp"
#include "base/start_threads.hpp"
#include "base/thread_name.hpp"

namespace parley::daemon {
namespace {

/// Logs an exception that a handler throws, and continues with the next handler.
void run_until_out_of_work(asio::io_context& context) {
  for (bool is_over = false; !is_over;) {
    try {
      context.run();
      is_over = true;
    } catch (...) {
      LogFailure{"handler_failed"}(std::current_exception());
    }
  }
}

}  // namespace

IoThreads::IoThreads(std::size_t count) {
  for (std::size_t i = 0; i < count; ++i) {
    // The hint 1 means that only one thread runs the context.
    contexts_.push_back(std::make_unique<asio::io_context>(1));
    guards_.push_back(asio::make_work_guard(*contexts_.back()));
  }
  const auto body = [this](std::size_t i) {
    name_this_thread("io");
    run_until_out_of_work(*contexts_[i]);
  };
  start_threads(threads_, count, body, [this] { guards_.clear(); });
}

std::vector<asio::io_context*> IoThreads::contexts() const {
  std::vector<asio::io_context*> all;
  for (const auto& context : contexts_) all.push_back(context.get());
  return all;
}

void IoThreads::join() {
  guards_.clear();
  join_all(threads_);
}

}  // namespace parley::daemon
