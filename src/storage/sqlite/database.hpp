// A connection to SQLite: literal statements, typed parameters and columns, failures as exceptions.
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

/// The engine failed: disk full, I/O error, locked, damaged. Units of work turn into
/// ERR_SERVICE_UNAVAILABLE. A violated constraint is no such failure but a bug: std::logic_error.
class EngineError : public std::runtime_error {
 public:
  EngineError(int code, const std::string& text) : std::runtime_error(text), code_(code) {}

  /// SQLite's primary result code, for example SQLITE_FULL.
  [[nodiscard]] int code() const { return code_; }

  /// Whether the file looks damaged. It does after a single incomplete read, too, which SQLite
  /// takes for a page of zeros: call Database::forget_pages() and try again before believing it.
  [[nodiscard]] bool looks_damaged() const;

 private:
  int code_;
};

/// The columns of the current row, read in the order of the SELECT list.
class Row {
 public:
  explicit Row(sqlite3_stmt* statement) : statement_(statement) {}

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

/// A prepared statement in use. Its end resets it for the next use; at most one use at a time.
class Query {
 public:
  enum class Values { copied, outlive };

  /// `values`: whether what is bound is copied, or outlives the Query.
  explicit Query(sqlite3_stmt* statement, Values values = Values::copied)
      : statement_(statement), values_(values) {}
  Query(Query&& other) noexcept
      : statement_(std::exchange(other.statement_, nullptr)), values_(other.values_) {}
  Query& operator=(Query&&) = delete;
  ~Query();

  /// The parameter ?1, ?2, ... that was not set yet.
  Query& bind(std::string_view text);
  Query& bind(const std::array<std::byte, 32>& digest);
  Query& bind(std::int64_t value);
  Query& bind(Time time) { return bind(std::int64_t{time.time_since_epoch().count()}); }
  Query& bind(std::chrono::seconds duration) {
    return bind(std::int64_t{std::chrono::milliseconds{duration}.count()});
  }
  template <class Value>
  requires std::is_enum_v<Value> || std::is_integral_v<Value> Query& bind(Value value) {
    return bind(static_cast<std::int64_t>(value));
  }

  /// The parameter `:name`; nothing happens when the statement does not have it.
  template <class Value>
  Query& bind_named(const char* name, const Value& value) {
    next_parameter_ = index_of(name);
    if (next_parameter_ > 0) bind(value);
    return *this;
  }

  /// Moves to the next row; false after the last.
  bool step();

  /// The current row. Values are copied out of it.
  [[nodiscard]] Row row() const { return Row(statement_); }

 private:
  [[nodiscard]] int index_of(const char* name) const;
  void check(int result) const;

  sqlite3_stmt* statement_;
  Values values_;
  int next_parameter_ = 1;
};

/// One connection. Used by one thread at a time.
class Database {
 public:
  enum class Access { read_write, read_only };

  /// Opens an existing file. Throws EngineError.
  Database(const std::filesystem::path& file, Access access,
           std::chrono::milliseconds busy_timeout);

  /// The statement with its first parameters set. Prepared once for each text and connection.
  template <class... Values>
  [[nodiscard]] Query query(std::string_view sql, const Values&... values) {
    return bound(Query::Values::copied, sql, values...);
  }

  /// Runs a statement that answers no rows; returns how many rows it changed.
  template <class... Values>
  std::int64_t run(std::string_view sql, const Values&... values) {
    bound(Query::Values::outlive, sql, values...).step();
    return changes();
  }

  /// What `read(Row)` makes of the first row. The statement is stepped to its end, so that one with
  /// RETURNING is complete.
  template <class Read, class... Values>
  auto first(std::string_view sql, Read read, const Values&... values)
      -> std::optional<std::invoke_result_t<Read, Row>> {
    Query rows = bound(Query::Values::outlive, sql, values...);
    if (!rows.step()) return std::nullopt;
    std::optional found(read(rows.row()));
    while (rows.step()) continue;
    return found;
  }

  /// What `read(Row)` makes of each row.
  template <class Read, class... Values>
  auto all(std::string_view sql, Read read, const Values&... values)
      -> std::vector<std::invoke_result_t<Read, Row>> {
    Query rows = bound(Query::Values::outlive, sql, values...);
    std::vector<std::invoke_result_t<Read, Row>> found;
    while (rows.step()) found.push_back(read(rows.row()));
    return found;
  }

  /// The integer in the first column of the first row; 0 without a row.
  template <class... Values>
  [[nodiscard]] std::int64_t number(std::string_view sql, const Values&... values) {
    Query rows = bound(Query::Values::outlive, sql, values...);
    return rows.step() ? rows.row().integer() : 0;
  }

  /// Statements that still run after `limit` from now fail with SQLITE_INTERRUPT, until the next
  /// call. ROLLBACK is not affected.
  void set_deadline(std::chrono::milliseconds limit);

  /// Empties the cache of pages, except those that are in use or changed.
  void forget_pages();

  /// Runs one or several statements without parameters, and keeps none of them.
  void execute(const char* sql);

  /// The number of the row that was inserted last.
  [[nodiscard]] std::int64_t last_inserted() const;

  /// How many rows this connection has changed since it was opened, undone or not.
  [[nodiscard]] std::int64_t total_changes() const;

  /// Whether a transaction is open. The engine itself ends it on some failures.
  [[nodiscard]] bool in_transaction() const;

  [[nodiscard]] sqlite3* handle() const { return handle_.get(); }

 private:
  struct Close {
    void operator()(sqlite3* handle) const;
  };
  struct Finalize {
    void operator()(sqlite3_stmt* statement) const;
  };
  /// Of the length and the last letters, by which statements differ: hashing a text of hundreds of
  /// letters costs more than all else in finding it.
  struct Hash {
    using is_transparent = void;
    [[nodiscard]] std::size_t operator()(std::string_view sql) const {
      return std::hash<std::string_view>{}(
                 sql.substr(sql.size() - std::min<std::size_t>(sql.size(), 8))) +
             sql.size();
    }
  };

  template <class... Values>
  [[nodiscard]] Query bound(Query::Values lifetime, std::string_view sql, const Values&... values) {
    Query query(statement(sql), lifetime);
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
