// Cursors: only valid positions are accepted, and each reads back as written.
#include "api/cursor.hpp"

#include "base/text.hpp"
#include "core/user/user.hpp"
#include "support/fuzz.hpp"

namespace parley::api {
namespace {

void check_round_trip(const core::UserPosition& position) {
  const auto again = from_cursor(to_cursor(position));
  fuzz::check(again && again->uid == position.uid && again->name == position.name &&
                  again->online == position.online,
              "a cursor reads back as written");
}

}  // namespace
}  // namespace parley::api

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using parley::fuzz::check;
  const auto bytes = parley::fuzz::as_text(data, size);
  if (const auto position = parley::api::from_cursor(bytes)) {
    check(parley::core::is_uid(position->uid), "a cursor has a valid uid");
    check(parley::is_utf8(position->name), "a name is UTF-8");
    parley::api::check_round_trip(*position);
  }
  if (parley::is_utf8(bytes) && parley::count_characters(bytes) <= parley::core::kMaxNameLength) {
    parley::api::check_round_trip({.name = std::string(bytes), .uid = "ann", .online = true});
  }
  return 0;
}
