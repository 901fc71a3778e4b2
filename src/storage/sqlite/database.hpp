// A thin wrapper of SQLite: typed parameters and columns, and exceptions for failures.
#pragma once

#include <algorithm>
#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <type_traits>
#include <unordered_map>
#include <utility>
#include <vector>

#include "base/clock.hpp"

struct sqlite3;
struct sqlite3_stmt;

namespace parley::storage::sqlite {

/// The engine failed: disk full, I/O error, locked or damaged file. The unit of work then fails
/// with ERR_SERVICE_UNAVAILABLE. A violated constraint or invalid SQL is a bug, and throws
/// std::logic_error instead.
class EngineError : public std::runtime_error {
 public:
  EngineError(int code, const std::string& text) : std::runtime_error(text), code_(code) {}

  /// SQLite's primary result code, for example SQLITE_FULL.
  [[nodiscard]] int code() const { return code_; }

  /// Whether the file looks damaged. A single incomplete read, which SQLite takes for a page of
  /// zeros, looks the same: call Database::forget_pages() and try again before believing it.
  [[nodiscard]] bool looks_damaged() const;

 private:
  int code_;
};

/// The columns of the current row. Each call reads the next one, in the order of the SELECT list.
class Row {
 public:
  explicit Row(sqlite3_stmt* statement) : statement_(statement) {}

  /// Bytes that are not UTF-8, which only a damaged or edited file has, become U+FFFD and are
  /// logged.
  std::string text();
  std::int64_t integer();
  std::array<std::byte, 32> digest();
  bool flag() { return integer() != 0; }
  Time time() { return Time{std::chrono::milliseconds{integer()}}; }
  std::chrono::seconds seconds() {
    return std::chrono::duration_cast<std::chrono::seconds>(std::chrono::milliseconds{integer()});
  }
  template <class Enum>
  Enum enumerator() {
    return static_cast<Enum>(integer());
  }

 private:
  sqlite3_stmt* statement_;
  int next_ = 0;
};

/// One use of a prepared statement. The destructor resets the statement for the next use; a
/// statement can have only one use at a time.
class Statement {
 public:
  enum class Values { copied, outlive };

  /// `values`: whether bound texts and digests are copied, or outlive the Statement.
  explicit Statement(sqlite3_stmt* statement, Values values = Values::copied)
      : statement_(statement), values_(values) {}
  Statement(Statement&& other) noexcept
      : statement_(std::exchange(other.statement_, nullptr)), values_(other.values_) {}
  Statement& operator=(Statement&&) = delete;
  ~Statement();

  /// Binds the next positional parameter: ?1, then ?2, ...
  Statement& bind(std::string_view text);
  Statement& bind(const std::array<std::byte, 32>& digest);
  Statement& bind(std::int64_t value);
  Statement& bind(Time time) { return bind(std::int64_t{time.time_since_epoch().count()}); }
  Statement& bind(std::chrono::seconds duration) {
    return bind(std::int64_t{std::chrono::milliseconds{duration}.count()});
  }
  template <class Value>
  requires std::is_enum_v<Value> || std::is_integral_v<Value> Statement& bind(Value value) {
    return bind(static_cast<std::int64_t>(value));
  }

  /// Binds the parameter `name`, which includes the colon. Does nothing if the statement does not
  /// have it.
  template <class Value>
  Statement& bind_named(const char* name, const Value& value) {
    next_parameter_ = index_of(name);
    if (next_parameter_ > 0) bind(value);
    return *this;
  }

  /// Moves to the next row. Returns false after the last one.
  bool step();

  /// The current row, valid until the next step(). The values read from it are copies.
  [[nodiscard]] Row row() const { return Row(statement_); }

 private:
  [[nodiscard]] int index_of(const char* name) const;
  void check(int result) const;

  sqlite3_stmt* statement_;
  Values values_;
  int next_parameter_ = 1;
};

/// One connection. Not thread-safe.
class Database {
 public:
  enum class Access { read_write, read_only };

  /// Opens an existing file. Throws EngineError.
  Database(const std::filesystem::path& file, Access access,
           std::chrono::milliseconds busy_timeout);

  /// Returns the statement with its first parameters bound. Each text is prepared once per
  /// connection. Throws std::logic_error if the statement is in use.
  template <class... Values>
  [[nodiscard]] Statement query(std::string_view sql, const Values&... values) {
    return bound(Statement::Values::copied, sql, values...);
  }

  /// Runs a statement that returns no rows. Returns the number of rows it changed.
  template <class... Values>
  std::int64_t run(std::string_view sql, const Values&... values) {
    bound(Statement::Values::outlive, sql, values...).step();
    return changes();
  }

  /// Returns `read(Row)` for the first row, or nullopt if there is none. Steps the statement to its
  /// end, because a statement with RETURNING is complete only then.
  template <class Read, class... Values>
  auto first(std::string_view sql, Read read, const Values&... values)
      -> std::optional<std::invoke_result_t<Read, Row>> {
    Statement rows = bound(Statement::Values::outlive, sql, values...);
    if (!rows.step()) return std::nullopt;
    std::optional found(read(rows.row()));
    while (rows.step()) continue;
    return found;
  }

  /// Returns `read(Row)` for each row.
  template <class Read, class... Values>
  auto all(std::string_view sql, Read read, const Values&... values)
      -> std::vector<std::invoke_result_t<Read, Row>> {
    Statement rows = bound(Statement::Values::outlive, sql, values...);
    std::vector<std::invoke_result_t<Read, Row>> found;
    while (rows.step()) found.push_back(read(rows.row()));
    return found;
  }

  /// Returns the integer in the first column of the first row, or 0 if there is no row.
  template <class... Values>
  [[nodiscard]] std::int64_t number(std::string_view sql, const Values&... values) {
    Statement rows = bound(Statement::Values::outlive, sql, values...);
    return rows.step() ? rows.row().integer() : 0;
  }

  /// Sets a deadline, `limit` from now: statements that run later fail with SQLITE_INTERRUPT, until
  /// the next call sets another deadline. Does not affect ROLLBACK.
  void set_deadline(std::chrono::milliseconds limit);

  /// Empties the page cache, except for pages that are in use or changed.
  void forget_pages();

  /// Runs one or more statements without parameters. They are not kept prepared.
  void execute(const char* sql);

  /// The rowid of the last inserted row.
  [[nodiscard]] std::int64_t last_inserted() const;

  /// The number of rows that this connection has changed since it was opened, including changes
  /// that were rolled back.
  [[nodiscard]] std::int64_t total_changes() const;

  /// Whether a transaction is open. On some failures SQLite rolls it back by itself.
  [[nodiscard]] bool in_transaction() const;

  [[nodiscard]] sqlite3* handle() const { return handle_.get(); }

 private:
  struct Close {
    void operator()(sqlite3* handle) const;
  };
  struct Finalize {
    void operator()(sqlite3_stmt* statement) const;
  };
  /// Hashes the length and the last 8 bytes, which is enough to tell our statements apart. Hashing
  /// the full text would cost more than the rest of the lookup.
  struct Hash {
    using is_transparent = void;
    [[nodiscard]] std::size_t operator()(std::string_view sql) const {
      return std::hash<std::string_view>{}(
                 sql.substr(sql.size() - std::min<std::size_t>(sql.size(), 8))) +
             sql.size();
    }
  };

  template <class... Values>
  [[nodiscard]] Statement bound(Statement::Values lifetime, std::string_view sql,
                                const Values&... values) {
    Statement query(statement(sql), lifetime);
    (query.bind(values), ...);
    return query;
  }
  [[nodiscard]] sqlite3_stmt* statement(std::string_view sql);
  [[nodiscard]] std::int64_t changes() const;

  std::unique_ptr<sqlite3, Close> handle_;
  std::chrono::steady_clock::time_point deadline_ = std::chrono::steady_clock::time_point::max();
  std::unordered_map<std::string, std::unique_ptr<sqlite3_stmt, Finalize>, Hash, std::equal_to<>>
      statements_;
};

}  // namespace parley::storage::sqlite
