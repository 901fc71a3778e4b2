// Connects the stores of one SQLite connection with the user index.
#pragma once

#include "storage/sqlite/uncommitted.hpp"
#include "storage/user_index/user_index.hpp"

namespace parley::storage::sqlite {

struct IndexLink {
  UncommittedList<UserChange> changes;    ///< Only the writer's connection has some.
  UserIndex::Reading* reading = nullptr;  ///< Set while a reader that may use the index runs.
};

}  // namespace parley::storage::sqlite
