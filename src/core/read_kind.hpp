// The kinds of reads. Engines run short and long ones separately.
#pragma once

#include <cstdint>

namespace parley::core {

enum class ReadKind : std::uint8_t {
  lookup,  ///< A few rows, found by their keys.
  list,    ///< One page of users, and what is looked up for them.
  walk,    ///< A number of rows that grows with the data.
};

/// Required by the store methods that list users. core::Store passes it to units of work that may
/// call them; only the Store and tests should construct it.
struct ListPermit {
  explicit constexpr ListPermit() = default;
};

/// The same for store methods whose time grows with the data. A walk may list users, too, but then
/// the list is read from the tables instead of from an index in memory.
struct WalkPermit : ListPermit {
  explicit constexpr WalkPermit() = default;
};

}  // namespace parley::core
