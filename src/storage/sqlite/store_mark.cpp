#include "storage/sqlite/store_mark.hpp"

#include <sqlite3.h>

#include <algorithm>
#include <fstream>
#include <memory>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>

#include <fmt/format.h>

#include "base/passing_failure.hpp"
#include "base/replace_file.hpp"
#include "storage/sqlite/statements.hpp"

namespace parley::storage::sqlite {
namespace {

constexpr std::chrono::minutes kLife{1};
constexpr std::string_view kClosed = "closed";

std::filesystem::path mark_file_of(std::filesystem::path file) { return file += "-mark"; }

std::filesystem::path log_of(std::filesystem::path file) { return file += "-wal"; }

/// What the mark file says.
struct MarkFile {
  std::vector<std::int64_t> marks;
  bool is_closed = false;  ///< The store was closed, and has no log.

  static MarkFile read(const std::filesystem::path& of_store) {
    std::ifstream text(mark_file_of(of_store));
    MarkFile found;
    for (std::int64_t mark = 0; text >> mark;) found.marks.push_back(mark);
    text.clear();
    std::string word;
    found.is_closed = text >> word && word == kClosed;
    return found;
  }

  [[nodiscard]] std::error_code write(const std::filesystem::path& of_store) const {
    const auto closed = is_closed ? fmt::format("{}\n", kClosed) : "";
    return replace_file(mark_file_of(of_store),
                        fmt::format("{}\n{}", fmt::join(marks, "\n"), closed), kOwnerOnly);
  }
};

void check_written(const std::error_code& failure) {
  if (!failure) return;
  throw EngineError(
      can_pass(failure.value()) ? SQLITE_IOERR : SQLITE_READONLY,
      fmt::format("its file parley.db-mark cannot be written: {}", failure.message()));
}

bool has_log(const std::filesystem::path& file) {
  std::error_code failure;
  const auto size = std::filesystem::file_size(log_of(file), failure);
  return failure ? failure != std::errc::no_such_file_or_directory : size > 0;
}

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
  const auto listed = MarkFile::read(file);
  if (listed.marks.empty()) return false;
  if (listed.is_closed) return true;
  const auto found = mark_in(file);
  return found && std::ranges::find(listed.marks, *found) == listed.marks.end();
}

bool StoreMark::lacks_log(const std::filesystem::path& file) {
  const auto listed = MarkFile::read(file);
  std::error_code failure;
  return !listed.marks.empty() && !listed.is_closed &&
         !std::filesystem::exists(log_of(file), failure);
}

StoreMark::Opened::Opened(std::filesystem::path file) : file_(std::move(file)) {
  auto listed = MarkFile::read(file_);
  if (!std::exchange(listed.is_closed, false)) return;
  check_written(listed.write(file_));
}

StoreMark::Opened::~Opened() {
  try {
    auto listed = MarkFile::read(file_);
    if (listed.marks.empty() || has_log(file_)) return;
    listed.is_closed = true;
    static_cast<void>(listed.write(file_));
  } catch (const std::exception&) {
    // Then an older copy of the directory is not recognized by this.
  }
}

StoreMark::StoreMark(std::filesystem::path file, Database& writer)
    : file_(std::move(file)), writer_(writer), due_at_(std::chrono::steady_clock::now() + kLife) {}

void StoreMark::change() {
  due_at_ = std::chrono::steady_clock::now() + kLife;
  // This read comes first, because a connection only finds the log once it has read something.
  const auto before = writer_.number(sql::kFindMark);
  if (!is_log_copied()) return;
  const auto after = writer_.number("SELECT random()");
  list({before, after});
  writer_.run(sql::kChangeMark, after);
  if (is_log_copied()) list({after});
  due_at_ = std::chrono::steady_clock::now() + kLife;
}

void StoreMark::list(std::vector<std::int64_t> marks) const {
  check_written(MarkFile{std::move(marks)}.write(file_));
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
