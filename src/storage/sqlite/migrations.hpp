// The numbered migrations that bring the schema of a store up to date.
#pragma once

#include <span>
#include <string>

#include "storage/sqlite/database.hpp"

namespace parley::storage::sqlite {

/// The i-th migration (from 0) leads from version i to version i + 1. A released migration must
/// never change.
struct Migration {
  const char* sql;                    ///< May be empty.
  void (*then)(Database&) = nullptr;  ///< Runs after `sql`, for what SQL cannot express.
};

[[nodiscard]] std::span<const Migration> migrations();

/// This version of the program cannot use the store. what() is the reason, for the operator.
class IncompatibleStore : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// Applies the missing migrations, each in its own transaction. Throws IncompatibleStore if the
/// file was written by a newer version or belongs to another program, and EngineError.
void migrate(Database& database, std::span<const Migration> steps = migrations());

}  // namespace parley::storage::sqlite
