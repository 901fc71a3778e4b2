// Lists: a page of objects and its pagination.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

#include <boost/json/value.hpp>

namespace parley::wire {

namespace json = boost::json;

struct Pagination {
  std::uint64_t total = 0;  ///< Objects on all pages.
  std::uint32_t per_page = 1;
  std::uint32_t page = 1;   ///< From 1.
  std::string cursor = {};  ///< Where the next page begins; empty = none.
};

/// Builds the JSON text of a page, one object at a time, so that a long page is not also in memory
/// as a tree of values.
class ListText {
 public:
  ListText();

  void add(const json::value& object);

  /// The whole body: `{"data": [...], "meta": {"pagination": {...}, "cursor"?}}`. Call it once,
  /// last.
  [[nodiscard]] std::string body(const Pagination& pagination) &&;

 private:
  void append(const json::value& value);

  std::string text_;
  std::size_t count_ = 0;
};

}  // namespace parley::wire
