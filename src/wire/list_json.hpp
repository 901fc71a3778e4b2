// Lists: a page of objects, and what is said about the pages.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

#include <boost/json/value.hpp>

namespace parley::wire {

namespace json = boost::json;

struct Pagination {
  std::uint64_t total = 0;  ///< Objects of all pages.
  std::uint32_t per_page = 1;
  std::uint32_t page = 1;   ///< From 1.
  std::string cursor = {};  ///< Of the next page; empty = none.
};

/// The text of a page, to which one object after the other is added, so that a long page is never
/// in memory as a tree of values too.
class ListText {
 public:
  ListText();

  void add(const json::value& object);

  /// The whole body: `{"data": [...], "meta": {"pagination": {...}, "cursor"?}}`. Ends the list.
  [[nodiscard]] std::string body(const Pagination& pagination) &&;

 private:
  void append(const json::value& value);

  std::string text_;
  std::size_t count_ = 0;
};

}  // namespace parley::wire
