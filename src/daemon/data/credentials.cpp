#include "daemon/data/credentials.hpp"

#include <boost/json/object.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

#include "daemon/data/file.hpp"

namespace parley::daemon {
namespace {

namespace json = boost::json;

/// The member's text; empty if it is missing or not a string.
std::string member_of(const json::object& object, std::string_view name) {
  const auto* value = object.if_contains(name);
  const auto* text = value == nullptr ? nullptr : value->if_string();
  return text == nullptr ? std::string() : std::string(*text);
}

}  // namespace

std::optional<Credentials> read_credentials(const std::filesystem::path& file) {
  const auto content = read_file(file);
  if (!content) return std::nullopt;
  json::error_code failure;
  const auto value = json::parse(*content, failure);
  if (failure || !value.is_object()) return std::nullopt;
  const auto& object = value.get_object();
  Credentials credentials{.app_id = member_of(object, "appId"),
                          .region = member_of(object, "region"),
                          .auth_key = SecretString(member_of(object, "authKey")),
                          .api_key = SecretString(member_of(object, "apiKey")),
                          .url = member_of(object, "url"),
                          .tls_url = member_of(object, "tlsUrl")};
  if (credentials.app_id.empty()) return std::nullopt;
  return credentials;
}

Status write_credentials(const std::filesystem::path& file, const Credentials& credentials) {
  const json::object object{{"appId", credentials.app_id},
                            {"region", credentials.region},
                            {"authKey", credentials.auth_key.expose()},
                            {"apiKey", credentials.api_key.expose()},
                            {"url", credentials.url},
                            {"tlsUrl", credentials.tls_url}};
  return replace_file(file, json::serialize(object) + "\n", kOwnerOnly);
}

}  // namespace parley::daemon
