// The file of a store: how it comes into being, and whether it is still where it was.
#pragma once

#include <sys/types.h>

#include <filesystem>
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
/// back into it. Copies of a file in use by other means than VACUUM INTO are not recognised.
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

/// Tells whether the files of an open store were deleted or replaced. What is committed then goes
/// to files without a name, which end with the process.
class StoreFileWatch {
 public:
  /// `file` is open. Its log may not exist before the first commit.
  explicit StoreFileWatch(const std::filesystem::path& file);

  /// After a commit: whether both paths still name the files that were there. Takes two system
  /// calls that read no disk.
  [[nodiscard]] bool are_in_place();

 private:
  using Identity = std::pair<dev_t, ino_t>;

  [[nodiscard]] static std::optional<Identity> identity_of(const std::string& path);

  std::string file_;
  std::string log_;
  std::optional<Identity> file_identity_;
  std::optional<Identity> log_identity_;
};

}  // namespace parley::storage::sqlite
