#include "samples.hpp"

#include <fmt/format.h>

namespace parley::bench {
namespace {

constexpr Time kThen = from_unix_seconds(1'771'312'489);

}  // namespace

core::User sample_user(std::size_t number) {
  core::User user;
  user.uid = fmt::format("user-{}", number);
  user.name = fmt::format("Maria García {}", number);
  user.role = "default";
  user.metadata = fmt::format(R"({{"about":"{:x<240}"}})", "");
  user.tags = {"beta"};
  user.last_active_at = user.created_at = user.updated_at = kThen;
  return user;
}

core::Session sample_session(std::size_t number) {
  core::Session session;
  session.id = fmt::format("ses_{:016}", number);
  session.app_id = kApp;
  session.uid = fmt::format("user-{}", number);
  session.digest = crypto::sha256(session.id);
  session.hint = "1771...ac0";
  session.created_at = session.last_used_at = kThen;
  session.last_ip = "192.0.2.17";
  session.device.platform = "javascript";
  session.device.device_id = "f2c9a0e4-1d3b-4b7a-9d61-0e5c8a7b6d5f";
  return session;
}

std::string request_of_program(std::string_view token) {
  return fmt::format(
      "GET /v3/me HTTP/1.1\r\n"
      "Host: 127.0.0.1:8080\r\n"
      "authToken: {}\r\n"
      "\r\n",
      token);
}

std::string request_of_page(std::string_view token) {
  return fmt::format(
      "GET /v3/me HTTP/1.1\r\n"
      "Host: {}.api.chat.example.com\r\n"
      "Connection: keep-alive\r\n"
      "appId: {}\r\n"
      "authToken: {}\r\n"
      "sdk: javascript@4.0.9\r\n"
      "User-Agent: Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) "
      "Chrome/126.0.0.0 Safari/537.36\r\n"
      "Accept: application/json\r\n"
      "Origin: https://chat.example.com\r\n"
      "Sec-Fetch-Site: same-site\r\n"
      "Sec-Fetch-Mode: cors\r\n"
      "Referer: https://chat.example.com/\r\n"
      "Accept-Encoding: gzip, deflate, br\r\n"
      "Accept-Language: en-GB,en;q=0.9\r\n"
      "\r\n",
      kApp, kApp, token);
}

}  // namespace parley::bench
