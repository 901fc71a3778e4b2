#include "conformance/store/store_suite.hpp"

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
  for (Task<void>& task : tasks) {
    asio::co_spawn(io_, std::move(task), [](std::exception_ptr error) {
      if (error) std::rethrow_exception(error);
    });
  }
  io_.restart();
  io_.run();
}

}  // namespace parley::store_suite
