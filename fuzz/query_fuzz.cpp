// Query strings: decoded values are UTF-8 without U+0000, and queries of user lists always keep to
// the limits.
#include "api/query.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "api/user_query.hpp"
#include "base/text.hpp"
#include "core/user/user.hpp"
#include "support/fuzz.hpp"

namespace parley::api {
namespace {

using fuzz::check;

void check_text(std::string_view text) {
  check(is_utf8(text) && text.find('\0') == std::string_view::npos, "a value is UTF-8 without NUL");
}

void check_decoding(std::string_view bytes, bool plus_is_space) {
  const auto decoded = percent_decode(bytes, plus_is_space);
  if (!decoded) return;
  check_text(*decoded);
  check(decoded->size() <= bytes.size(), "decoding does not lengthen a value");
  std::string encoded;
  for (const char c : *decoded) encoded += fmt::format("%{:02x}", static_cast<unsigned char>(c));
  check(percent_decode(encoded, plus_is_space) == *decoded, "encoding undoes decoding");
}

void check_user_query(const core::UserQuery& query) {
  check(query.per_page >= 1 && query.per_page <= 1000, "a page has 1 to 1000 users");
  check(query.page >= 1, "page numbers start at 1");
  check(query.uids.size() <= 25, "at most 25 uids");
  check(count_characters(query.search) <= 100, "a search is short");
  check(query.search_in_uid || query.search_in_name, "a search covers uid or name");
  if (query.after) check(core::is_uid(query.after->uid), "a cursor has a valid uid");
  check_text(query.search);
  for (const auto* texts : {&query.uids, &query.roles, &query.tags})
    std::ranges::for_each(*texts, check_text);
}

void check_list_of_users(std::string_view bytes, std::string viewer) {
  auto query = Query::parse(bytes);
  if (!query) return;
  Caller caller;
  caller.on_behalf_of = std::move(viewer);
  const auto paging = query->paging();
  const auto users = read_user_query(*query, caller, paging);
  if (users) check_user_query(*users);
  if (!users) check(!users.error()->details.empty(), "an error identifies the parameter");
}

}  // namespace
}  // namespace parley::api

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using parley::api::Query;
  const auto bytes = parley::fuzz::as_text(data, size);
  parley::api::check_decoding(bytes, true);
  parley::api::check_decoding(bytes, false);
  parley::api::check_list_of_users(bytes, "");
  parley::api::check_list_of_users(bytes, "viewer");
  constexpr std::string_view kKnown[] = {"perPage", "uids[]"};
  const auto known = Query::check_names(bytes, kKnown);
  if (!known)
    parley::fuzz::check(!known.error()->details.empty(), "an error identifies the parameter");
  const bool is_credential = Query::names_credential(bytes);
  auto query = Query::parse(bytes);
  if (query && (query->text("apikey") || query->text("authToken"))) {
    parley::fuzz::check(is_credential, "a credential in a query is detected");
  }
  return 0;
}
