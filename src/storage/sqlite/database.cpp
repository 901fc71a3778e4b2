#include "storage/sqlite/database.hpp"

#include <sqlite3.h>

#include <cstring>

#include "base/stored_json.hpp"
#include "base/text.hpp"

namespace parley::storage::sqlite {
namespace {

[[noreturn]] void fail(sqlite3* handle, int result) {
  const std::string text = handle != nullptr ? sqlite3_errmsg(handle) : sqlite3_errstr(result);
  const int code = result & 0xff;
  if (code == SQLITE_CONSTRAINT || code == SQLITE_MISUSE || code == SQLITE_RANGE ||
      code == SQLITE_ERROR) {
    throw std::logic_error("SQLite rejected a statement: " + text);
  }
  throw EngineError(code, text);
}

sqlite3_destructor_type release(Statement::Values values) {
  return values == Statement::Values::copied ? SQLITE_TRANSIENT : SQLITE_STATIC;
}

/// A client could not read a response with bytes that are not UTF-8.
std::string repaired(std::string_view text, sqlite3_stmt* statement, int column) {
  note_unreadable({.app_id = {}, .column = sqlite3_column_name(statement, column), .id = {}});
  return replace_invalid_utf8(text);
}

/// Must run before SQLite is used for the first time. Turns off memory statistics, which nothing
/// reads and which take a lock that all connections share. Pages of a cache are allocated one by
/// one: by default, each connection and each temporary table starts with 20 of them.
void configure_engine() {
  static const bool once = [] {
    sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
    sqlite3_config(SQLITE_CONFIG_PAGECACHE, nullptr, 0, 0);
    return true;
  }();
  static_cast<void>(once);
}

}  // namespace

bool EngineError::looks_damaged() const {
  return code_ == SQLITE_CORRUPT || code_ == SQLITE_NOTADB;
}

std::string Row::text() {
  const int column = next_++;
  // Read as a blob: SQLite would copy a text to append a zero byte.
  const auto* bytes = static_cast<const char*>(sqlite3_column_blob(statement_, column));
  if (bytes == nullptr) return {};
  const std::string_view text(bytes,
                              static_cast<std::size_t>(sqlite3_column_bytes(statement_, column)));
  return is_utf8(text) ? std::string(text) : repaired(text, statement_, column);
}

std::int64_t Row::integer() { return sqlite3_column_int64(statement_, next_++); }

std::array<std::byte, 32> Row::digest() {
  const int column = next_++;
  std::array<std::byte, 32> digest;
  const void* bytes = sqlite3_column_blob(statement_, column);
  if (bytes == nullptr || sqlite3_column_bytes(statement_, column) != int{digest.size()}) {
    throw EngineError(SQLITE_MISMATCH, "a digest is not 32 bytes long");
  }
  std::memcpy(digest.data(), bytes, digest.size());
  return digest;
}

Statement::~Statement() {
  if (statement_ == nullptr) return;
  sqlite3_reset(statement_);
  sqlite3_clear_bindings(statement_);
}

Statement& Statement::bind(std::string_view text) {
  // A null pointer would be bound as NULL.
  check(sqlite3_bind_text64(statement_, next_parameter_++, text.empty() ? "" : text.data(),
                            text.size(), release(values_), SQLITE_UTF8));
  return *this;
}

Statement& Statement::bind(const std::array<std::byte, 32>& digest) {
  check(sqlite3_bind_blob64(statement_, next_parameter_++, digest.data(), digest.size(),
                            release(values_)));
  return *this;
}

Statement& Statement::bind(std::int64_t value) {
  check(sqlite3_bind_int64(statement_, next_parameter_++, value));
  return *this;
}

int Statement::index_of(const char* name) const {
  return sqlite3_bind_parameter_index(statement_, name);
}

bool Statement::step() {
  const int result = sqlite3_step(statement_);
  if (result != SQLITE_ROW && result != SQLITE_DONE) check(result);
  return result == SQLITE_ROW;
}

void Statement::check(int result) const {
  if (result != SQLITE_OK) fail(sqlite3_db_handle(statement_), result);
}

void Database::Close::operator()(sqlite3* handle) const { sqlite3_close_v2(handle); }

void Database::Finalize::operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }

Database::Database(const std::filesystem::path& file, Access access,
                   std::chrono::milliseconds busy_timeout) {
  configure_engine();
  sqlite3* handle = nullptr;
  const int result =
      sqlite3_open_v2(file.c_str(), &handle,
                      SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, nullptr);
  handle_.reset(handle);
  if (result != SQLITE_OK) fail(handle, result);
  sqlite3_busy_timeout(handle, static_cast<int>(busy_timeout.count()));
  sqlite3_db_config(handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
  sqlite3_db_config(handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
  execute("PRAGMA foreign_keys = ON");
  execute("PRAGMA synchronous = FULL");
  if (access == Access::read_only) execute("PRAGMA query_only = ON");
}

void Database::set_deadline(std::chrono::milliseconds limit) {
  // SQLite checks the deadline after this many of its virtual machine instructions: often enough,
  // and so rarely that reading the clock costs nothing.
  constexpr int kInstructions = 2'000;
  deadline_ = std::chrono::steady_clock::now() + limit;
  const auto is_over = [](void* self) {
    return std::chrono::steady_clock::now() >= static_cast<Database*>(self)->deadline_ ? 1 : 0;
  };
  sqlite3_progress_handler(handle(), kInstructions, is_over, this);
}

void Database::forget_pages() { sqlite3_db_release_memory(handle()); }

void Database::execute(const char* sql) {
  const int result = sqlite3_exec(handle(), sql, nullptr, nullptr, nullptr);
  if (result != SQLITE_OK) fail(handle(), result);
}

bool Database::in_transaction() const { return sqlite3_get_autocommit(handle()) == 0; }

std::int64_t Database::changes() const { return sqlite3_changes64(handle()); }

std::int64_t Database::total_changes() const { return sqlite3_total_changes64(handle()); }

std::int64_t Database::last_inserted() const { return sqlite3_last_insert_rowid(handle()); }

sqlite3_stmt* Database::statement(std::string_view sql) {
  const auto known = statements_.find(sql);
  if (known != statements_.end()) {
    if (sqlite3_stmt_busy(known->second.get()) != 0) {
      throw std::logic_error("a statement is used again before its previous use has ended");
    }
    return known->second.get();
  }
  sqlite3_stmt* prepared = nullptr;
  const int result = sqlite3_prepare_v3(handle(), sql.data(), static_cast<int>(sql.size()),
                                        SQLITE_PREPARE_PERSISTENT, &prepared, nullptr);
  if (result != SQLITE_OK) fail(handle(), result);
  statements_.emplace(sql, prepared);
  return prepared;
}

}  // namespace parley::storage::sqlite
