// A fixture for tests of changes on a disk that fails: the domain on a store on a FaultyDisk.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>

#include "support/audited_changes.hpp"
#include "support/faulty_disk.hpp"

namespace parley::core {

/// A base class, so that the store is opened on it.
struct OnFaultyDisk {
  test_support::FaultyDisk disk;
};

class FaultyDiskFixture : protected OnFaultyDisk, public AuditedChangesTest {
 protected:
  FaultyDiskFixture() { store->wait_for_index(); }

  [[nodiscard]] std::int64_t number(const char* sql) const { return open_reader().number(sql); }

  [[nodiscard]] bool is_intact() const {
    auto reader = open_reader();
    const auto text = [](storage::sqlite::Row row) { return row.text(); };
    return reader.first("PRAGMA integrity_check", text) == "ok" &&
           !reader.first("PRAGMA foreign_key_check", text);
  }

  /// What a start would find if the process were killed now.
  [[nodiscard]] std::string content_after_a_kill() const {
    const test_support::TemporaryDirectory elsewhere;
    for (const auto* name : {"parley.db", "parley.db-wal"})
      std::filesystem::copy(directory / name, elsewhere / name);
    return content_of(elsewhere / "parley.db");
  }

 private:
  [[nodiscard]] storage::sqlite::Database open_reader() const {
    using storage::sqlite::Database;
    return Database(directory / "parley.db", Database::Access::read_only,
                    std::chrono::milliseconds{0});
  }
};

}  // namespace parley::core
