#include "storage/sqlite/store_mark.hpp"

#include <sqlite3.h>

#include <fstream>
#include <memory>
#include <string>
#include <utility>

#include <fmt/format.h>

#include "base/replace_file.hpp"
#include "storage/sqlite/statements.hpp"

namespace parley::storage::sqlite {
namespace {

constexpr std::chrono::hours kLife{1};
constexpr std::chrono::minutes kRetry{1};

std::filesystem::path mark_file_of(std::filesystem::path file) { return file += "-mark"; }

/// The path as a URI (https://www.sqlite.org/uri.html) of a file that does not change.
std::string uri_of(const std::filesystem::path& file) {
  std::string uri = "file:";
  for (const char c : file.string()) {
    if (c == '%' || c == '?' || c == '#')
      uri += fmt::format("%{:02X}", c);
    else
      uri += c;
  }
  return uri + "?immutable=1";
}

/// The mark in the file itself: SQLite ignores the log of an immutable file.
std::optional<std::int64_t> mark_in(const std::filesystem::path& file) {
  sqlite3* opened = nullptr;
  const int result = sqlite3_open_v2(uri_of(file).c_str(), &opened,
                                     SQLITE_OPEN_READONLY | SQLITE_OPEN_URI, nullptr);
  const std::unique_ptr<sqlite3, decltype(&sqlite3_close)> database(opened, &sqlite3_close);
  if (result != SQLITE_OK) return std::nullopt;
  sqlite3_stmt* prepared = nullptr;
  sqlite3_prepare_v2(opened, sql::kFindMark.data(), static_cast<int>(sql::kFindMark.size()),
                     &prepared, nullptr);
  const std::unique_ptr<sqlite3_stmt, decltype(&sqlite3_finalize)> statement(prepared,
                                                                             &sqlite3_finalize);
  if (prepared == nullptr || sqlite3_step(prepared) != SQLITE_ROW) return std::nullopt;
  return sqlite3_column_int64(prepared, 0);
}

}  // namespace

bool StoreMark::is_foreign(const std::filesystem::path& file) {
  std::ifstream marks(mark_file_of(file));
  const auto found = marks ? mark_in(file) : std::nullopt;
  if (!found) return false;
  bool has_marks = false;
  for (std::int64_t mark = 0; marks >> mark; has_marks = true) {
    if (mark == *found) return false;
  }
  return has_marks;
}

StoreMark::StoreMark(std::filesystem::path file, Database& writer)
    : file_(std::move(file)), writer_(writer), due_at_(std::chrono::steady_clock::now() + kLife) {}

void StoreMark::change() {
  due_at_ = std::chrono::steady_clock::now() + kRetry;
  // This read comes first, because a connection only finds the log once it has read something.
  const auto before = writer_.number(sql::kFindMark);
  if (!is_log_copied()) return;
  const auto after = writer_.number("SELECT random()");
  list(fmt::format("{}\n{}\n", before, after));
  writer_.run(sql::kChangeMark, after);
  if (is_log_copied()) list(fmt::format("{}\n", after));
  due_at_ = std::chrono::steady_clock::now() + kLife;
}

void StoreMark::list(std::string_view marks) const {
  const auto failure = replace_file(mark_file_of(file_), marks, kOwnerOnly);
  if (failure) throw EngineError(SQLITE_IOERR, failure.message());
}

void StoreMark::change_if_due() noexcept {
  if (std::chrono::steady_clock::now() < due_at_) return;
  try {
    change();
  } catch (const std::exception&) {
    // Not logged: whatever prevents this write also fails commits, and those are logged.
  }
}

bool StoreMark::is_log_copied() {
  int frames = 0;
  int copied = 0;
  const int result = sqlite3_wal_checkpoint_v2(writer_.handle(), nullptr, SQLITE_CHECKPOINT_PASSIVE,
                                               &frames, &copied);
  return result == SQLITE_OK && frames == copied;
}

}  // namespace parley::storage::sqlite
