#include "wire/list_json.hpp"

#include <utility>

#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>

namespace parley::wire {

std::string list_body(json::array data, const Pagination& pagination) {
  const auto pages = (pagination.total + pagination.per_page - 1) / pagination.per_page;
  // In the memory that the page is in: from another it would be copied.
  const auto storage = data.storage();
  json::object about({{"total", pagination.total},
                      {"count", data.size()},
                      {"per_page", pagination.per_page},
                      {"current_page", pagination.page},
                      {"total_pages", pages}},
                     storage);
  json::object meta({{"pagination", std::move(about)}}, storage);
  if (!pagination.cursor.empty()) meta["cursor"] = pagination.cursor;
  const json::object body({{"data", std::move(data)}, {"meta", std::move(meta)}}, storage);
  return json::serialize(body);
}

}  // namespace parley::wire
