#include "support/store_test.hpp"

namespace parley::storage::sqlite {
namespace {

TEST_F(StoreTest, CreatesFilesOnlyTheirOwnerCanRead) {
  const auto store = open();
  insert_app(*store, "here");
  using std::filesystem::perms;
  int files = 0;
  for (const auto& entry : std::filesystem::directory_iterator(directory_.path())) {
    EXPECT_EQ(entry.status().permissions(), perms::owner_read | perms::owner_write) << entry.path();
    ++files;
  }
  EXPECT_EQ(files, 4) << "the database, its -mark, its -wal and its -shm";
}

TEST_F(StoreTest, LeavesNoLogBehind) {
  auto store = open();
  insert_app(*store, "here");
  store.reset();
  EXPECT_FALSE(std::filesystem::exists(file_.string() + "-wal"));
}

TEST_F(StoreTest, AnswersAPingWithoutWriting) {
  const auto store = open();
  EXPECT_TRUE(runner_.run(store->health()));
  EXPECT_EQ(store->metrics().reads, 1u);
  EXPECT_EQ(store->metrics().writes, 0u);
}

TEST_F(StoreTest, CountsLookupsByDigest) {
  const auto store = open();
  const auto look_up = [](core::Transaction& transaction) -> Status {
    (void)transaction.sessions().find_by_digest(crypto::sha256("a"));
    (void)transaction.api_keys().find_by_digest(crypto::sha256("b"));
    (void)transaction.users().find("here", "ann");
    return {};
  };
  runner_.run(store->read(look_up)).value();
  EXPECT_EQ(store->metrics().digest_lookups, 2u);
}

}  // namespace
}  // namespace parley::storage::sqlite
