#include "wire/activity_json.hpp"

#include <utility>

#include <fmt/format.h>
#include <boost/json/array.hpp>
#include <boost/json/serialize.hpp>

#include "wire/realtime_json.hpp"

namespace parley::wire {
namespace {

std::string_view name_of(core::FeedKind kind) {
  switch (kind) {
    case core::FeedKind::token_created: return "token_created";
    case core::FeedKind::login: return "login";
    case core::FeedKind::logout: return "logout";
    case core::FeedKind::session_ended: return "session_ended";
    case core::FeedKind::connected: return "connected";
    case core::FeedKind::disconnected: return "disconnected";
    case core::FeedKind::failure: break;
  }
  return "failure";
}

void put(json::object& object, std::string_view name, std::string_view text) {
  if (!text.empty()) object[name] = text;
}

}  // namespace

json::object to_json(const std::vector<core::HourlyFailures>& hours) {
  json::array all;
  for (const auto& [hour, counts] : hours) {
    json::object failures;
    for (const auto& [code, count] : counts) failures[code] = count;
    all.push_back(json::object{{"hour", to_unix_seconds(hour)}, {"failures", std::move(failures)}});
  }
  return {{"hours", std::move(all)}};
}

json::object to_json(const core::FeedEvent& event) {
  json::object object{
      {"id", event.id}, {"at", event.at.time_since_epoch().count()}, {"kind", name_of(event.kind)}};
  put(object, "uid", event.uid);
  put(object, "sessionId", event.session_id);
  put(object, "platform", event.platform);
  put(object, "address", event.address);
  put(object, "code", event.code);
  put(object, "message", event.message);
  if (event.reason != core::EndReason::none) object["reason"] = name_of(event.reason);
  return object;
}

std::string server_sent_event(const core::FeedEvent& event) {
  return fmt::format("id: {}\ndata: {}\n\n", event.id, json::serialize(to_json(event)));
}

}  // namespace parley::wire
