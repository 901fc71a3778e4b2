#include "conformance/store/store_suite.hpp"
#include "storage/sqlite/store.hpp"
#include "support/temporary_directory.hpp"

namespace parley::store_suite {
namespace {

class SqliteEngine final : public Engine {
 public:
  std::unique_ptr<core::Store> open() override {
    auto opened = storage::sqlite::SqliteStore::open(directory_ / "parley.db");
    if (!opened) throw std::runtime_error(opened.error().internal);
    return *std::move(opened);
  }

 private:
  test_support::TemporaryDirectory directory_;
};

}  // namespace

std::vector<EngineUnderTest> engines() {
  return {{.name = "Sqlite", .make = [] { return std::make_unique<SqliteEngine>(); }}};
}

}  // namespace parley::store_suite
