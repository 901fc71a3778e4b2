#include "conformance/store/store_suite.hpp"
#include "storage/sqlite/store.hpp"
#include "support/temporary_directory.hpp"

namespace parley::store_suite {
namespace {

/// SQLite with or without the user index in memory. Lists must return the same with both.
class SqliteEngine final : public Engine {
 public:
  explicit SqliteEngine(bool index_users) : index_users_(index_users) {}

  std::unique_ptr<core::Store> open() override {
    auto opened =
        storage::sqlite::SqliteStore::open(directory_ / "parley.db", {.index_users = index_users_});
    if (!opened) throw std::runtime_error(opened.error()->internal);
    (*opened)->wait_for_index();
    if ((*opened)->is_indexed() != index_users_)
      throw std::runtime_error("the user index is not as requested");
    return *std::move(opened);
  }

 private:
  bool index_users_;
  test_support::TemporaryDirectory directory_;
};

}  // namespace

std::vector<EngineUnderTest> engines() {
  return {
      {.name = "Sqlite", .make = [] { return std::make_unique<SqliteEngine>(true); }},
      {.name = "SqliteWithoutIndex", .make = [] { return std::make_unique<SqliteEngine>(false); }}};
}

}  // namespace parley::store_suite
