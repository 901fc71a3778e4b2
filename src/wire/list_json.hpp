// Lists: a page of objects and what is said about the pages.
#pragma once

#include <cstdint>
#include <string>

#include <boost/json/array.hpp>

namespace parley::wire {

namespace json = boost::json;

struct Pagination {
  std::uint64_t total = 0;  ///< Objects of all pages.
  std::uint32_t per_page = 1;
  std::uint32_t page = 1;   ///< From 1.
  std::string cursor = {};  ///< Of the next page; empty = none.
};

/// The whole body: `{"data": [...], "meta": {"pagination": {...}, "cursor"?}}`.
[[nodiscard]] std::string list_body(json::array data, const Pagination& pagination);

}  // namespace parley::wire
