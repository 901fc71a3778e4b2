#include <stdlib.h>  // mkdtemp

#include <filesystem>
#include <stdexcept>

#include "conformance/store/store_suite.hpp"
#include "storage/sqlite/store.hpp"

namespace parley::store_suite {
namespace {

class SqliteEngine final : public Engine {
 public:
  SqliteEngine() {
    std::string pattern = std::filesystem::temp_directory_path() / "parley-store-XXXXXX";
    if (::mkdtemp(pattern.data()) == nullptr) throw std::runtime_error("no temporary directory");
    directory_ = pattern;
  }
  ~SqliteEngine() override { std::filesystem::remove_all(directory_); }

  std::unique_ptr<core::Store> open() override {
    return storage::sqlite::SqliteStore::open(directory_ / "parley.db").value();
  }

 private:
  std::filesystem::path directory_;
};

}  // namespace

std::vector<EngineUnderTest> engines() {
  return {{.name = "Sqlite", .make = [] { return std::make_unique<SqliteEngine>(); }}};
}

}  // namespace parley::store_suite
