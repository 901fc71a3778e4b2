// Distinguishes the file of a store from an older copy of it.
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <vector>

#include "storage/sqlite/database.hpp"

namespace parley::storage::sqlite {

/// A random number in the store, the mark. It changes when the store is opened, and then about
/// every minute while it is written. A small file next to the store, `parley.db-mark`, lists the
/// marks that the store may have. SQLite replays a log into whatever database file is next to it. A
/// copy made before the last change has a mark that is not listed, so it is recognized before that
/// happens. A copy of the whole directory of a stopped server includes the mark file. That file
/// says that the store was closed, so a log next to it belongs to another store.
///
/// The mark changes in these steps, and the file and the list match after each of them, so a change
/// may be interrupted anywhere:
///
///     step                                            mark in the file   marks in the list
///     1. copy the log into the file                   old                old
///     2. write the list                               old                old, new
///     3. commit the new mark, copy it into the file   new                old, new
///     4. write the list                               new                new
class StoreMark {
 public:
  /// Whether the log next to `file`, which must exist, belongs to another store: the mark in `file`
  /// itself, ignoring the log, is not in the mark file, or the mark file says that the store was
  /// closed. False if that cannot be known, for example without a mark file. `file` must not be
  /// open in this process.
  [[nodiscard]] static bool is_foreign(const std::filesystem::path& file);

  /// Whether the store was not closed, and has no log. Its last changes were probably in one that
  /// somebody has deleted; a crash while the store was opened or closed leaves the same behind.
  [[nodiscard]] static bool lacks_log(const std::filesystem::path& file);

  /// While this exists, the mark file does not say that the store is closed. Create it before the
  /// first connection is opened, and destroy it after the last one is closed. It says "closed"
  /// then, if SQLite has removed the log.
  class Opened {
   public:
    /// Throws EngineError if the mark file cannot be written.
    explicit Opened(std::filesystem::path file);
    Opened(const Opened&) = delete;
    Opened& operator=(const Opened&) = delete;
    ~Opened();

   private:
    const std::filesystem::path file_;
  };

  /// `writer` must be a connection to `file`, and outlive this.
  StoreMark(std::filesystem::path file, Database& writer);

  /// Changes the mark, unless a reader keeps the log from being copied into the file. Must be
  /// called outside of transactions. Throws EngineError.
  void change();

  /// Calls change() if the last change or attempt was a minute ago or longer.
  void change_if_due() noexcept;

 private:
  [[nodiscard]] bool is_log_copied();
  void list(std::vector<std::int64_t> marks) const;

  const std::filesystem::path file_;
  Database& writer_;
  std::chrono::steady_clock::time_point due_at_;
};

}  // namespace parley::storage::sqlite
