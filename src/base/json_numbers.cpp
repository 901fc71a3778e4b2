#include "base/json_numbers.hpp"

#include <cmath>
#include <cstdint>

namespace parley {
namespace {

namespace json = boost::json;

constexpr std::int64_t kGreatestExact = (std::int64_t{1} << 53) - 1;
constexpr double kFirstWithExponent = 1e21;

/// Extends `path` to the first wanted number. Returns false if there is none.
bool find(const json::value& value, bool (*wanted)(const json::value& number), std::string& path) {
  const auto length = path.size();
  if (const auto* object = value.if_object()) {
    for (const auto& member : *object) {
      if (!path.empty()) path += '.';
      path.append(member.key().data(), member.key().size());
      if (find(member.value(), wanted, path)) return true;
      path.resize(length);
    }
  } else if (const auto* array = value.if_array()) {
    for (std::size_t i = 0; i < array->size(); ++i) {
      path.append("[").append(std::to_string(i)).append("]");
      if (find((*array)[i], wanted, path)) return true;
      path.resize(length);
    }
  }
  return value.is_number() && wanted(value);
}

}  // namespace

bool not_kept_by_javascript(const json::value& value) {
  if (const auto* number = value.if_int64())
    return *number > kGreatestExact || *number < -kGreatestExact;
  if (const auto* number = value.if_uint64()) return *number > kGreatestExact;
  if (const auto* number = value.if_double()) {
    const auto size = std::abs(*number);
    return size > static_cast<double>(kGreatestExact) && size < kFirstWithExponent;
  }
  return false;
}

std::optional<std::string> path_of_number(const json::value& value,
                                          bool (*wanted)(const json::value& number),
                                          std::string path) {
  if (!find(value, wanted, path)) return std::nullopt;
  return path;
}

}  // namespace parley
