#include "api/error_json.hpp"

#include <utility>

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <boost/json/string_view.hpp>

#include "base/text.hpp"

namespace parley::api {
namespace {

void append_string(std::string& json, std::string_view text) {
  if (!is_utf8(text)) return append_string(json, replace_invalid_utf8(text));
  json += boost::json::serialize(text);
}

void append_details(std::string& json, const ErrorDetails& details) {
  const char* separator = R"(,"details":{)";
  for (const auto& [field, reasons] : details) {
    json += std::exchange(separator, ",");
    append_string(json, field);
    const char* before_reason = ":[";
    for (const auto& reason : reasons) {
      json += std::exchange(before_reason, ",");
      append_string(json, reason);
    }
    json += reasons.empty() ? ":[]" : "]";
  }
  json += '}';
}

}  // namespace

std::string error_json(const Error& error, std::string_view request_id) {
  const auto& entry = info(error.code);
  std::string json = R"({"error":{"code":)";
  append_string(json, entry.code);
  json += R"(,"message":)";
  append_string(json, error->message);
  json += R"(,"devMessage":)";
  append_string(json, error->dev_message);
  json += R"(,"source":"chat-api")";
  if (!error->details.empty()) append_details(json, error->details);
  if (entry.http_status >= 500) {
    json += R"(,"requestId":)";
    append_string(json, request_id);
  }
  return json += "}}";
}

boost::json::object failure_json(const Error& error, std::string_view request_id) {
  auto envelope = boost::json::parse(error_json(error, request_id));
  return {{"success", false}, {"error", std::move(envelope.at("error"))}};
}

}  // namespace parley::api
