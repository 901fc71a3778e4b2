// What kind of read a unit of work is: engines run short and long ones apart.
#pragma once

#include <cstdint>

namespace parley::core {

enum class ReadKind : std::uint8_t {
  lookup,  ///< A few rows, found by their keys.
  list,    ///< One page of users, and what is looked up for them.
  walk,    ///< A number of rows that grows with the data.
};

/// Passed to the store methods that list users. core::Store hands it to units of work that may call
/// them; nothing but the Store and tests should construct it.
struct ListPermit {
  explicit constexpr ListPermit() = default;
};

/// The same for store methods whose time grows with the data. A walk may list users as well, but
/// the list is then read from the tables instead of from an index in memory.
struct WalkPermit : ListPermit {
  explicit constexpr WalkPermit() = default;
};

}  // namespace parley::core
