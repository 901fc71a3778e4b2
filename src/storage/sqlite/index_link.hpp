// How the stores of one connection take part in the index of users.
#pragma once

#include "storage/user_index/user_index.hpp"

namespace parley::storage::sqlite {

struct IndexLink {
  UserChanges changes;                    ///< Of the writer, by works not committed yet.
  UserIndex::Reading* reading = nullptr;  ///< Of a reader within a work.
};

}  // namespace parley::storage::sqlite
