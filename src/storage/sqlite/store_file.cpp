#include "storage/sqlite/store_file.hpp"

#include <fcntl.h>
#include <sqlite3.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <string_view>
#include <system_error>

#include <fmt/format.h>

#include "base/descriptor.hpp"
#include "base/passing_failure.hpp"
#include "base/sync_directory.hpp"
#include "storage/sqlite/database.hpp"
#include "storage/sqlite/engine_failure.hpp"
#include "storage/sqlite/migrations.hpp"
#include "storage/sqlite/store_mark.hpp"

namespace parley::storage::sqlite {
namespace {

namespace fs = std::filesystem;

constexpr const char* kReplaced =
    "the database file or its write-ahead log was deleted or replaced while the server was "
    "running; writes are refused until the server is restarted";
constexpr const char* kCutShort =
    "the database file was truncated while the server was running; writes are refused until it is "
    "restored from a backup and the server is restarted";

fs::path with_suffix(fs::path file, std::string_view suffix) { return file += suffix; }

std::uintmax_t size_of(const fs::path& file) {
  std::error_code failure;
  const auto size = fs::file_size(file, failure);
  return failure ? 0 : size;
}

Error permanent(std::string reason) {
  Error error = engine_failure(std::move(reason));
  error->retry_after = 0;
  return error;
}

Error system_failure(std::string_view what, int error_number) {
  auto reason = fmt::format("{}: {}", what, std::generic_category().message(error_number));
  return can_pass(error_number) ? engine_failure(std::move(reason)) : permanent(std::move(reason));
}

/// The size of the database in bytes according to its header; 0 if the header does not say.
/// https://www.sqlite.org/fileformat2.html#the_database_header
std::uint64_t size_in_header(int descriptor) {
  std::array<unsigned char, 100> header{};
  if (::pread(descriptor, header.data(), header.size(), 0) != ssize_t{header.size()}) return 0;
  const auto number = [&](std::size_t at, int bytes) {
    std::uint64_t value = 0;
    for (int i = 0; i < bytes; ++i) value = value << 8 | header.at(at + static_cast<unsigned>(i));
    return value;
  };
  if (std::memcmp(header.data(), "SQLite format 3", 16) != 0) return 0;
  const bool is_count_valid = number(24, 4) == number(92, 4);
  const auto page_size = number(16, 2) == 1 ? 65'536 : number(16, 2);
  return is_count_valid ? page_size * number(28, 4) : 0;
}

/// The file may be shorter than its header says if the rest is in a log.
Status check_length(const fs::path& file, int descriptor, std::uintmax_t size) {
  const auto expected = size_in_header(descriptor);
  if (size >= expected || size_of(with_suffix(file, "-wal")) > 0) return {};
  return permanent(fmt::format(
      "it is truncated ({} of {} bytes are there); restore it from a backup", size, expected));
}

/// Whether the file is in rollback mode, as is the output of VACUUM INTO (see deploy/backup.sh). A
/// store in use switches to WAL mode before its log is created.
bool is_in_rollback_mode(int descriptor) {
  constexpr off_t kWriteVersion = 18;
  constexpr unsigned char kRollbackMode = 1;
  unsigned char version = 0;
  return ::pread(descriptor, &version, 1, kWriteVersion) == 1 && version == kRollbackMode;
}

/// A log next to a copy belongs to the file that was there before, and SQLite would replay it into
/// the copy. Closes `store` before it opens the file with SQLite, whose locks on a file end when
/// any descriptor of the file is closed.
Status check_log(const fs::path& file, Descriptor store) {
  const auto log = with_suffix(file, "-wal");
  if (size_of(log) == 0) return {};
  const bool is_vacuumed = is_in_rollback_mode(store.number());
  store = Descriptor();
  if (!is_vacuumed && !StoreMark::is_foreign(file)) return {};
  return permanent(fmt::format(
      "it is a copy, such as a backup, but {0} belongs to the database that was there before; to "
      "use the copy, move {0} and {1} away; to keep the data in {0}, put the previous database "
      "back",
      log.filename().string(), with_suffix(file, "-shm").filename().string()));
}

Status refuse_lost_data(const fs::path& file, bool exists, std::span<const fs::path> signs_of_use) {
  const auto refuse = [&](const fs::path& sign) {
    return permanent(fmt::format(
        "it is {}, but {} shows that it had data; restore it from a backup, or move {} away to "
        "start with an empty store",
        exists ? "empty" : "missing", sign.string(), sign.filename().string()));
  };
  if (const auto log = with_suffix(file, "-wal"); size_of(log) > 0) return refuse(log);
  for (const auto& sign : signs_of_use) {
    if (size_of(sign) > 0) return refuse(sign);
  }
  return {};
}

void remove_with_logs(const fs::path& file) {
  std::error_code ignored;
  for (const auto* suffix : {"", "-journal", "-wal", "-shm"}) {
    fs::remove(with_suffix(file, suffix), ignored);
  }
}

Status create_store_file(const fs::path& file) {
  const auto draft = with_suffix(file, ".new");
  remove_with_logs(draft);
  if (const Descriptor created(draft, O_RDWR | O_CREAT | O_EXCL); !created.is_open())
    return system_failure("it cannot be written", errno);
  {
    Database database(draft, Database::Access::read_write, std::chrono::milliseconds{0});
    migrate(database);
  }
  remove_with_logs(file);  // SQLite would replay the journal of an interrupted start into it.
  if (std::rename(draft.c_str(), file.c_str()) != 0)
    return system_failure("it cannot be created", errno);
  if (const auto failure = sync_directory(file.parent_path()))
    return system_failure("its directory cannot be written", failure.value());
  return {};
}

}  // namespace

Status prepare_store_file(const fs::path& file, std::span<const fs::path> signs_of_use) {
  bool exists = false;
  {
    Descriptor descriptor(file, O_RDWR);
    exists = descriptor.is_open();
    if (!exists && errno != ENOENT) return system_failure("it cannot be written", errno);
    if (const auto size = exists ? size_of(file) : 0; size > 0) {
      if (auto whole = check_length(file, descriptor.number(), size); !whole) return whole;
      return check_log(file, std::move(descriptor));
    }
  }
  if (auto lost = refuse_lost_data(file, exists, signs_of_use); !lost) return lost;
  return create_store_file(file);
}

void check_room_for(const fs::path& file) {
  constexpr off_t kUsualCommit = 1 << 20;
  const auto probe = with_suffix(file, ".probe");
  int failure = 0;
  {
    const Descriptor descriptor(probe, O_RDWR | O_CREAT | O_TRUNC);
    failure =
        descriptor.is_open() ? ::posix_fallocate(descriptor.number(), 0, kUsualCommit) : errno;
  }
  std::error_code ignored;
  fs::remove(probe, ignored);
  if (failure != 0) throw EngineError(SQLITE_FULL, std::generic_category().message(failure));
}

StoreFileWatch::StoreFileWatch(const fs::path& file)
    : file_(file.string()),
      log_(file_ + "-wal"),
      descriptor_(::open(file.c_str(), O_RDONLY | O_CLOEXEC)),
      found_file_(look_at(file_, {})),
      found_log_(look_at(log_, {})),
      size_(found_file_ ? found_file_->size : 0) {}

StoreFileWatch::~StoreFileWatch() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

const char* StoreFileWatch::find_loss() {
  // Locked during stat(), so that sizes are compared in the order in which they were read.
  const std::scoped_lock lock(mutex_);
  auto before = found_file_;
  if (before) before->size = size_;
  const auto now = look_at(file_, before);
  if (!now || !now->is_same_file(found_file_)) return kReplaced;
  if (now->size < size_ && !was_made_smaller(now->size)) return kCutShort;
  size_ = now->size;
  return nullptr;
}

const char* StoreFileWatch::find_loss_after_commit() {
  const auto log = look_at(log_, found_log_);
  if (!found_log_) found_log_ = log;
  return log && log->is_same_file(found_log_) ? find_loss() : kReplaced;
}

/// Whether another program made the file smaller with VACUUM, which updates the size in the header.
/// The header alone does not detect truncation: it may give a larger size than the file has, while
/// pages are only in the log.
bool StoreFileWatch::was_made_smaller(off_t size) const {
  const auto expected = size_in_header(descriptor_);
  return expected > 0 && static_cast<std::uint64_t>(size) >= expected;
}

std::optional<StoreFileWatch::Found> StoreFileWatch::look_at(const std::string& path,
                                                             const std::optional<Found>& before) {
  struct stat found {};
  if (::stat(path.c_str(), &found) != 0)
    return errno == ENOENT || errno == ENOTDIR ? std::nullopt : before;
  return Found{{found.st_dev, found.st_ino}, found.st_size};
}

}  // namespace parley::storage::sqlite
