// A fixture for tests of a store's files: a store in its own temporary directory.
#pragma once

#include <gmock/gmock.h>

#include <filesystem>
#include <memory>
#include <string>

#include "storage/sqlite/store.hpp"
#include "support/coroutine_runner.hpp"
#include "support/temporary_directory.hpp"

namespace parley::storage::sqlite {

class StoreTest : public testing::Test {
 protected:
  /// Opens the store, and returns the message for the operator if that fails; otherwise an empty
  /// string.
  std::string refusal(const std::filesystem::path& file) {
    const auto opened = SqliteStore::open(file, {.busy_timeout = std::chrono::milliseconds{0}});
    if (opened) return {};
    EXPECT_EQ(opened.error().code, ErrorCode::kErrServiceUnavailable);
    EXPECT_THAT(opened.error()->internal,
                testing::AllOf(testing::HasSubstr(file.string()), testing::EndsWith("."),
                               testing::Not(testing::HasSubstr("\n"))));
    return opened.error()->internal;
  }

  std::unique_ptr<SqliteStore> open() { return SqliteStore::open(file_).value(); }

  void insert_app(SqliteStore& store, const std::string& id) {
    runner_
        .run(store.write([&](core::Transaction& transaction) -> Result<bool> {
          return transaction.apps().insert({.id = id, .name = "App"}).has_value();
        }))
        .value();
  }

  Status try_to_insert_app(SqliteStore& store, const std::string& id) {
    return runner_.run(store.write([&](core::Transaction& transaction) -> Status {
      EXPECT_TRUE(transaction.apps().insert({.id = id, .name = "App"}));
      return {};
    }));
  }

  Result<core::UserPage> list_users(SqliteStore& store) {
    return runner_.run(store.read_list(
        [](core::Transaction& transaction, core::ListPermit permit) -> Result<core::UserPage> {
          return transaction.users().list(permit, "here", {});
        }));
  }

  void insert_user(SqliteStore& store, const std::string& uid) {
    runner_
        .run(store.write([&](core::Transaction& transaction) -> Result<bool> {
          return transaction.users().insert("here", {.uid = uid, .name = uid});
        }))
        .value();
  }

  test_support::TemporaryDirectory directory_;
  std::filesystem::path file_ = directory_ / "parley.db";
  test_support::CoroutineRunner runner_;
};

}  // namespace parley::storage::sqlite
