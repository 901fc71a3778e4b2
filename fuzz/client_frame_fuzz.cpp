// Frames from realtime clients: accepted frames keep to the limits, and every response is valid
// JSON.
#include <algorithm>

#include <boost/json/parse.hpp>

#include "base/text.hpp"
#include "core/user/user.hpp"
#include "support/fuzz.hpp"
#include "wire/realtime_json.hpp"

namespace parley::wire {
namespace {

using fuzz::check;

void check_json(std::string_view text) {
  boost::json::error_code invalid;
  const auto value = boost::json::parse(text, invalid);
  check(!invalid && value.is_object(), "a response is a JSON object");
}

void check_frame(const AuthFrame& frame) {
  check(frame.device_id.size() <= 255, "a device id is short");
  check(frame.roles.size() <= 25, "at most 25 roles");
  check(std::ranges::is_permutation(core::without_duplicates(frame.roles), frame.roles),
        "roles have no duplicates");
  check(frame.sender == core::normalize_uid(frame.sender), "a uid is normalized");
  const Addressee to{frame.app_id, frame.device_id, frame.sender};
  check_json(auth_accepted(to));
  check_json(auth_refused(to, make_error(ErrorCode::kErrException)));
}

void check_frame(const UnknownFrame& frame) { check(frame.type.size() <= 100, "a type is short"); }

void check_frame(const PingFrame&) {}

}  // namespace
}  // namespace parley::wire

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto frame = parley::wire::parse_client_frame(parley::fuzz::as_text(data, size));
  if (frame) {
    std::visit([](const auto& kind) { parley::wire::check_frame(kind); }, *frame);
  } else {
    parley::wire::check_json(parley::wire::error_frame(frame.error()));
  }
  return 0;
}
