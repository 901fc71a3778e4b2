// The numbered steps that bring the schema of a store up to date.
#pragma once

#include <span>
#include <string>

#include "storage/sqlite/database.hpp"

namespace parley::storage::sqlite {

/// The i-th migration (from 0) leads from version i to version i + 1. Released ones never change.
struct Migration {
  const char* sql;                    ///< May be empty.
  void (*then)(Database&) = nullptr;  ///< What no SQL can do, after it.
};

[[nodiscard]] std::span<const Migration> migrations();

/// The store cannot be used by this program; the text tells the operator why.
class IncompatibleStore : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// Applies what is missing, each step in its own transaction. Throws IncompatibleStore when the
/// file was written by a newer version or belongs to another program, and EngineError.
void migrate(Database& database, std::span<const Migration> steps = migrations());

}  // namespace parley::storage::sqlite
