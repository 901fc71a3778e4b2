#include "wire/audit_json.hpp"

#include <utility>

#include <boost/json/array.hpp>
#include <boost/json/serialize.hpp>

#include "base/stored_json.hpp"

namespace parley::wire {

namespace {

json::object details_json(const core::AuditEvent& event) {
  if (event.details.empty()) return {};
  return read_stored_object(event.details,
                            {event.app_id, "audit_events.details", std::to_string(event.sequence)});
}

}  // namespace

json::object to_json(const core::AuditEvent& event) {
  json::object actor{{"kind", core::to_string(event.actor.kind)}, {"id", event.actor.id}};
  if (!event.actor.name.empty()) actor["name"] = event.actor.name;
  if (!event.actor.address.empty()) actor["address"] = event.actor.address;
  return {{"sequence", event.sequence},
          {"at", to_unix_seconds(event.at)},
          {"actor", std::move(actor)},
          {"action", event.action},
          {"target", {{"kind", event.target_kind}, {"id", event.target_id}}},
          {"details", details_json(event)}};
}

std::string audit_body(const core::AuditPage& page) {
  json::array data;
  for (const auto& event : page.events) data.push_back(to_json(event));
  json::object meta;
  if (page.next != 0) meta["next"] = page.next;
  return json::serialize(json::object{{"data", std::move(data)}, {"meta", std::move(meta)}});
}

}  // namespace parley::wire
