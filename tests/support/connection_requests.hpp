// Limits and requests for tests of HTTP connections.
#pragma once

#include <chrono>
#include <string>
#include <string_view>

#include <fmt/format.h>
#include <boost/json/parse.hpp>
#include <boost/json/value.hpp>

#include "http/limits.hpp"
#include "support/loopback.hpp"

namespace parley::test_support {

/// Deadlines short enough for tests to wait for.
inline http::Limits impatient() {
  http::Limits limits;
  limits.head = limits.body = limits.write = limits.idle = limits.handshake =
      std::chrono::milliseconds(50);
  limits.sweep_interval = std::chrono::milliseconds(5);
  return limits;
}

/// Deadlines that do not expire while a test runs.
inline http::Limits patient() {
  http::Limits limits;
  limits.linger = std::chrono::milliseconds(20);
  limits.sweep_interval = std::chrono::milliseconds(5);
  return limits;
}

inline std::string get(std::string_view path, std::string_view headers = "") {
  return fmt::format("GET {} HTTP/1.1\r\nHost: test\r\n{}\r\n", path, headers);
}

inline std::string post(std::string_view path, std::string_view body) {
  return fmt::format("POST {} HTTP/1.1\r\nHost: test\r\nContent-Length: {}\r\n\r\n{}", path,
                     body.size(), body);
}

inline std::string code_of(const Answer& answer) {
  return std::string(boost::json::parse(answer.body).at("error").at("code").as_string());
}

}  // namespace parley::test_support
