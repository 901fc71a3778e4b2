#include "wire/list_json.hpp"

#include <utility>

#include <boost/json/object.hpp>
#include <boost/json/serializer.hpp>

namespace parley::wire {

ListText::ListText() : text_(R"({"data":[)") {}

void ListText::add(const json::value& object) {
  if (count_++ > 0) text_ += ',';
  append(object);
}

std::string ListText::body(const Pagination& pagination) && {
  const auto pages = (pagination.total + pagination.per_page - 1) / pagination.per_page;
  json::object meta{{"pagination",
                     {{"total", pagination.total},
                      {"count", count_},
                      {"per_page", pagination.per_page},
                      {"current_page", pagination.page},
                      {"total_pages", pages}}}};
  if (!pagination.cursor.empty()) meta["cursor"] = pagination.cursor;
  text_ += R"(],"meta":)";
  append(std::move(meta));
  text_ += '}';
  return std::move(text_);
}

void ListText::append(const json::value& value) {
  char part[2048];
  json::serializer serializer;
  serializer.reset(&value);
  while (!serializer.done()) {
    const auto written = serializer.read(part, sizeof part);
    text_.append(written.data(), written.size());
  }
}

}  // namespace parley::wire
