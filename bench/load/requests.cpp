#include "requests.hpp"

#include <fstream>
#include <utility>

#include <fmt/format.h>

namespace parley::bench {
namespace {

void replace_all(std::string& text, std::string_view name, std::string_view value) {
  for (auto at = text.find(name); at != std::string::npos; at = text.find(name, at + value.size()))
    text.replace(at, name.size(), value);
}

}  // namespace

Requests::Requests(const RequestTemplate& request, const std::string& tokens, unsigned short port,
                   std::size_t first)
    : body_(request.body), first_(first) {
  for (const auto& path : request.paths) {
    auto& head = heads_.emplace_back(
        fmt::format("{} {} HTTP/1.1\r\nHost: 127.0.0.1:{}\r\n", request.method, path, port));
    for (const auto& header : request.headers) head.append(header).append("\r\n");
    if (!body_.empty()) head += "Content-Type: application/json\r\n";
  }
  std::ifstream lines(tokens);
  for (std::string line; std::getline(lines, line);) tokens_.push_back(std::move(line));
}

std::string Requests::text(std::size_t number) const {
  const auto body = filled(body_, number);
  auto text = filled(heads_[number % heads_.size()], number);
  if (!body.empty()) text += fmt::format("Content-Length: {}\r\n", body.size());
  return text.append("\r\n").append(body);
}

std::string Requests::filled(std::string text, std::size_t number) const {
  replace_all(text, "{n}", std::to_string(first_ + number));
  if (!tokens_.empty()) replace_all(text, "{token}", tokens_[number % tokens_.size()]);
  return text;
}

}  // namespace parley::bench
