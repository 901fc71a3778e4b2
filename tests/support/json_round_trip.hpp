// Checks that what parse_body() accepts can be read back. For its unit test and fuzz target.
#pragma once

#include <string>
#include <string_view>

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

#include "base/json_reader.hpp"
#include "core/user/user.hpp"
#include "wire/body.hpp"
#include "wire/role_json.hpp"
#include "wire/session_json.hpp"
#include "wire/user_json.hpp"

namespace parley::test_support {

/// Returns what goes wrong with a body of arbitrary bytes, or an empty string if nothing does. If
/// parse_body() accepts the body, reading the stored text must yield the same object, and each
/// response with that text must be JSON that contains the object.
inline std::string json_round_trip_problem(std::string_view body) {
  namespace json = boost::json;
  const auto accepted = wire::parse_body(body);
  if (!accepted) return {};
  const auto stored = json::serialize(*accepted);
  const auto read = read_json_object(stored);
  if (!read) return "is stored as text that cannot be read: " + stored;
  if (*read != *accepted || json::serialize(*read) != stored)
    return "is read back as something else: " + stored;

  core::User user{};
  core::Role role{};
  core::Session session{};
  user.metadata = role.metadata = session.device.app_info = stored;
  const json::value answer{{"user", wire::to_json(user, {.with_private = true})},
                           {"role", wire::to_json("my-app", role)},
                           {"session", wire::to_json(session)}};
  json::parse_options options;
  options.max_depth = 2 * kMaxJsonDepth;
  json::error_code code;
  const auto rendered = json::parse(json::serialize(answer), code, {}, options);
  if (code) return "cannot be rendered: " + stored;
  const auto text_at = [&](const char* noun, const char* field) {
    const auto* found = rendered.at(noun).as_object().if_contains(field);
    return found == nullptr ? std::string() : json::serialize(*found);
  };
  // Both texts are compared after json::parse(), which may round numbers differently.
  const auto expected = json::serialize(json::parse(stored, {}, options));
  const bool is_complete = text_at("user", "metadata") == expected &&
                           text_at("role", "metadata") == expected &&
                           text_at("session", "appInfo") == expected;
  return is_complete ? std::string() : "is lost in a response: " + stored;
}

}  // namespace parley::test_support
