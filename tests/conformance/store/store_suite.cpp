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

}  // namespace parley::store_suite
