// The database file of a store: creates and checks it, and watches it for loss.
#pragma once

#include <sys/types.h>

#include <filesystem>
#include <mutex>
#include <optional>
#include <span>
#include <string>
#include <utility>

#include "base/result.hpp"

namespace parley::storage::sqlite {

/// Makes sure that `file` is a store that can be opened. Creates a missing one, readable by its
/// owner only. It is created under another name and renamed when its schema is complete and on
/// disk, so that after an interruption the next call starts over.
///
/// Returns an error
///   - if `file` is a copy next to the write-ahead log of another database, because SQLite would
///     replay the log into the copy. A copy made by VACUUM INTO, and one of the whole directory of
///     a stopped server, are always recognized. Any other copy is recognized by its mark, unless it
///     is less than an hour older than the log (see StoreMark).
///   - if `file` is truncated.
///   - if `file` is missing or empty, but its log or one of `signs_of_use` exists. Those files only
///     exist next to a store in use, so data was lost, and this is not a first start.
/// Its `internal` is the reason, for the operator; its retry_after is 0 if a retry cannot succeed.
///
/// The caller must hold the lock of the directory. Throws EngineError.
[[nodiscard]] Status prepare_store_file(const std::filesystem::path& file,
                                        std::span<const std::filesystem::path> signs_of_use);

/// Throws EngineError if the disk has no room for a typical commit (1 MiB) next to `file`. Creates
/// and removes a file to find out.
void check_room_for(const std::filesystem::path& file);

/// Detects if another program deletes, replaces or truncates the files of an open store. Commits to
/// a deleted file would be lost when the process ends; truncated data is lost already.
class StoreFileWatch {
 public:
  /// `file` must be open already, and its connections must close before this is destroyed: closing
  /// this descriptor releases their locks. The log need not exist before the first commit.
  explicit StoreFileWatch(const std::filesystem::path& file);
  StoreFileWatch(const StoreFileWatch&) = delete;
  StoreFileWatch& operator=(const StoreFileWatch&) = delete;
  ~StoreFileWatch();

  /// Returns what happened to the file, as a static text for the operator, or nullptr if it is in
  /// place and complete. Usually a single stat(). Thread-safe.
  [[nodiscard]] const char* find_loss();

  /// Like find_loss(), but also checks the log. Call it after a commit, on the writer's thread
  /// only.
  [[nodiscard]] const char* find_loss_after_commit();

 private:
  struct Found {
    std::pair<dev_t, ino_t> identity;
    off_t size = 0;

    bool is_same_file(const std::optional<Found>& other) const {
      return other && other->identity == identity;
    }
  };

  /// Returns nullopt if there is no such file, and `before` if stat() fails for another reason.
  [[nodiscard]] static std::optional<Found> look_at(const std::string& path,
                                                    const std::optional<Found>& before);
  [[nodiscard]] bool was_made_smaller(off_t size) const;

  const std::string file_;
  const std::string log_;
  const int descriptor_;
  const std::optional<Found> found_file_;  ///< As found when it was opened.
  std::optional<Found> found_log_;         ///< As found when it was opened, or at the first commit.
  std::mutex mutex_;
  off_t size_;  ///< The last size that was valid.
};

}  // namespace parley::storage::sqlite
