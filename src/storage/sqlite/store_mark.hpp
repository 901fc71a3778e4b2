// Tells the file of a store from an older copy of it.
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string_view>

#include "storage/sqlite/database.hpp"

namespace parley::storage::sqlite {

/// A random number in the store that changes from time to time, and a small file beside the store,
/// `parley.db-mark`, with the numbers that the store may have. SQLite plays the log back into
/// whatever file it finds next to it; a copy made before the last change has a number that is not
/// in the mark file, so it is recognised before that happens.
///
/// Order makes this safe at any interruption: the store's file itself holds the old number; then
/// the mark file lists the old and the new; then the new one is committed and copied into the
/// store's file; then the mark file lists the new one alone.
class StoreMark {
 public:
  /// Whether the file itself, without what its log holds, has none of the numbers in its mark file.
  /// False when that cannot be known, as for a store without a mark file. Nobody has `file` open.
  [[nodiscard]] static bool is_foreign(const std::filesystem::path& file);

  /// `writer` is a connection to `file` and outlives this.
  StoreMark(std::filesystem::path file, Database& writer);

  /// Changes the number, unless a reader keeps the log from being copied into the file. Outside of
  /// transactions; takes a few commits. Throws EngineError.
  void change();

  /// The same when it was changed an hour ago or longer. A failure is left to the next minute.
  void change_if_due() noexcept;

 private:
  [[nodiscard]] bool is_log_copied();
  void list(std::string_view marks) const;

  const std::filesystem::path file_;
  Database& writer_;
  std::chrono::steady_clock::time_point due_at_;
};

}  // namespace parley::storage::sqlite
