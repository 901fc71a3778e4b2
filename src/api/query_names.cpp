#include "api/query_names.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include <fmt/format.h>

#include "base/nearest_name.hpp"

namespace parley::api {
namespace {

/// Parameters that every call ignores: some callers add them to any URL, and published clients and
/// the documented API send some that have no meaning here. None of them is a filter, so ignoring
/// them cannot widen a list.
constexpr std::array<std::string_view, 4> kIgnored = {
    "_",      // A cache buster.
    "v",      // The same, or a version of the caller.
    "affix",  // The side of a cursor to read; published clients send "append".
    "count",  // Whether to count; lists always do.
};

/// What other APIs call a parameter.
constexpr Synonyms kSynonyms[] = {
    {"perPage", "limit size pagesize pagelimit maxresults top take"},
    {"limit", "perpage size pagesize pagelimit maxresults top take"},
    {"page", "offset skip start pagenumber"},
    {"cursor", "after startingafter next pagetoken nextpagetoken"},
    {"before", "cursor next pagetoken nextpagetoken"},
    {"searchKey", "q query search filter keyword term text name"},
    {"sortBy", "sort orderby"},
    {"sortOrder", "order direction dir"},
    {"uids", "ids userids"},
    {"status", "online presence"},
};

bool is_list(std::string_view known) { return known.ends_with("[]"); }

std::string_view base_of(std::string_view known) {
  if (is_list(known)) known.remove_suffix(2);
  return known;
}

/// The known parameter that `name` probably means; empty if there is none.
std::string_view probably_meant(std::string_view name, ParameterNames known) {
  std::vector<std::string_view> bases;
  bases.reserve(known.size());
  for (const auto candidate : known) bases.push_back(base_of(candidate));
  return meant_name(name, bases, kSynonyms);
}

}  // namespace

NameOfParameter without_index(std::string_view name) {
  const auto bracket = name.find('[');
  if (bracket == std::string_view::npos || !name.ends_with(']')) return {name};
  const auto index = name.substr(bracket + 1, name.size() - bracket - 2);
  if (index.find_first_not_of("0123456789") != std::string_view::npos) return {name};
  return {name.substr(0, bracket), true};
}

std::optional<std::string> problem_of_name(std::string_view name, ParameterNames known) {
  const auto [base, is_indexed] = without_index(name);
  if (std::ranges::find(kIgnored, name) != kIgnored.end()) return std::nullopt;
  for (const auto candidate : known) {
    if (base_of(candidate) != base) continue;
    if (!is_indexed || is_list(candidate)) return std::nullopt;
    return fmt::format("takes a single value: use {}", base);
  }
  const auto meant = probably_meant(base, known);
  if (meant.empty()) return "is not a parameter of this call";
  return fmt::format("is not a parameter of this call; did you mean {}?", meant);
}

}  // namespace parley::api
