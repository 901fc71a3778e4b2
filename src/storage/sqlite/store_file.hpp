// The file of a store: how it comes into being, and whether it is still where it was.
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

/// Makes sure that `file` is a store that can be opened. A missing one is created under another
/// name, for its owner only, and renamed when its schema is complete and on the disk: after an
/// interruption the next call begins again.
///
/// A copy that was put next to the log of another database is an error: SQLite would play the log
/// back into it. A copy made by other means than VACUUM INTO is recognised by its mark, so not when
/// it is less than an hour older than the log (see StoreMark).
///
/// Data that was lost is never taken for a first start. It is an error when the file is cut short,
/// and when it is missing or empty although its log or one of `signs_of_use` exists: files that are
/// only ever found next to a store in use. The caller holds the lock of the directory. Error: its
/// `internal` is the reason, in words for the operator; retry_after is 0 when it cannot pass.
/// Throws EngineError.
[[nodiscard]] Status prepare_store_file(const std::filesystem::path& file,
                                        std::span<const std::filesystem::path> signs_of_use);

/// Whether the disk has room for a usual commit next to `file`: 1 MiB. Creates and removes a file.
/// Throws EngineError when it does not.
void check_room_for(const std::filesystem::path& file);

/// Notices when somebody deletes, replaces or cuts the files of an open store. What is committed to
/// a file without a name ends with the process; what was cut off is lost already.
class StoreFileWatch {
 public:
  /// `file` is open; its connections close before this ends, which would release their locks. The
  /// log may not exist before the first commit.
  explicit StoreFileWatch(const std::filesystem::path& file);
  StoreFileWatch(const StoreFileWatch&) = delete;
  StoreFileWatch& operator=(const StoreFileWatch&) = delete;
  ~StoreFileWatch();

  /// What happened to the file, as a static text for the operator; nullptr when it is in place and
  /// whole. Takes a system call that reads no disk. Any thread.
  [[nodiscard]] const char* find_loss();

  /// The same for the file and its log, after a commit. The writer's thread.
  [[nodiscard]] const char* find_loss_after_commit();

 private:
  struct Found {
    std::pair<dev_t, ino_t> identity;
    off_t size = 0;

    bool is_same_file(const std::optional<Found>& other) const {
      return other && other->identity == identity;
    }
  };

  /// nullopt when there is no such file; `before` when the system cannot say.
  [[nodiscard]] static std::optional<Found> look_at(const std::string& path,
                                                    const std::optional<Found>& before);
  [[nodiscard]] bool was_made_smaller(off_t size) const;

  const std::string file_;
  const std::string log_;
  const int descriptor_;
  const std::optional<Found> found_file_;  ///< When it was opened.
  std::optional<Found> found_log_;         ///< After the first commit.
  std::mutex mutex_;
  off_t size_;  ///< The last one that was right.
};

}  // namespace parley::storage::sqlite
