#include "conformance/store/store_suite.hpp"

#include <mutex>
#include <thread>

#include "conformance/store/samples.hpp"

namespace parley::store_suite {

void StoreCase::SetUp() {
  engine_ = GetParam().make();
  store_ = engine_->open();
  write([](core::Transaction& transaction) {
    return transaction.apps().insert(sample_app(kApp)) &&
           transaction.apps().insert(sample_app(kOtherApp));
  });
}

void StoreCase::TearDown() { store_.reset(); }

void StoreCase::reopen() {
  store_.reset();
  store_ = engine_->open();
}

void StoreCase::run_all(std::vector<Task<void>> tasks) {
  std::mutex mutex;
  std::exception_ptr first_error;
  for (Task<void>& task : tasks) {
    asio::co_spawn(io_, std::move(task), [&](std::exception_ptr error) {
      const std::scoped_lock lock(mutex);
      if (error && !first_error) first_error = error;
    });
  }
  io_.restart();
  {
    std::vector<std::jthread> threads;
    for (int i = 0; i < 4; ++i) threads.emplace_back([this] { io_.run(); });
  }
  if (first_error) std::rethrow_exception(first_error);
}

}  // namespace parley::store_suite
