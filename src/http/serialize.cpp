#include "http/serialize.hpp"

#include <charconv>

namespace parley::http {
namespace {

std::string_view status_line(int status) {
  switch (status) {
    case 101: return "HTTP/1.1 101 Switching Protocols\r\n";
    case 200: return "HTTP/1.1 200 OK\r\n";
    case 204: return "HTTP/1.1 204 No Content\r\n";
    case 304: return "HTTP/1.1 304 Not Modified\r\n";
    case 400: return "HTTP/1.1 400 Bad Request\r\n";
    case 401: return "HTTP/1.1 401 Unauthorized\r\n";
    case 403: return "HTTP/1.1 403 Forbidden\r\n";
    case 404: return "HTTP/1.1 404 Not Found\r\n";
    case 405: return "HTTP/1.1 405 Method Not Allowed\r\n";
    case 408: return "HTTP/1.1 408 Request Timeout\r\n";
    case 409: return "HTTP/1.1 409 Conflict\r\n";
    case 413: return "HTTP/1.1 413 Content Too Large\r\n";
    case 415: return "HTTP/1.1 415 Unsupported Media Type\r\n";
    case 422: return "HTTP/1.1 422 Unprocessable Content\r\n";
    case 426: return "HTTP/1.1 426 Upgrade Required\r\n";
    case 429: return "HTTP/1.1 429 Too Many Requests\r\n";
    case 431: return "HTTP/1.1 431 Request Header Fields Too Large\r\n";
    case 500: return "HTTP/1.1 500 Internal Server Error\r\n";
    case 503: return "HTTP/1.1 503 Service Unavailable\r\n";
    default: return {};
  }
}

void append_number(std::string& out, std::size_t number) {
  char digits[20];
  const auto end = std::to_chars(std::begin(digits), std::end(digits), number).ptr;
  out.append(std::begin(digits), end);
}

void append_status_line(std::string& out, int status) {
  if (const auto line = status_line(status); !line.empty()) {
    out.append(line);
    return;
  }
  out.append("HTTP/1.1 ");
  append_number(out, static_cast<std::size_t>(status));
  out.append(" \r\n");
}

void append_header(std::string& out, std::string_view name, std::string_view value) {
  out.append(name).append(": ").append(value).append("\r\n");
}

/// One header for all options: some clients read only one line.
void append_connection(std::string& out, std::string_view option, const AnswerContext& context) {
  const auto persistence = context.close            ? std::string_view("close")
                           : context.keep_alive_1_0 ? std::string_view("keep-alive")
                                                    : std::string_view();
  if (option.empty() && persistence.empty()) return;
  const auto* const separator = option.empty() || persistence.empty() ? "" : ", ";
  out.append("connection: ").append(option).append(separator).append(persistence).append("\r\n");
}

bool has_body(const api::Response& response) {
  return response.status != 101 && response.status != 204 && response.status != 304;
}

}  // namespace

void append_head(std::string& out, const api::Response& response, const AnswerContext& context) {
  constexpr std::size_t kUsualHead = 320;
  const bool may_have_body = has_body(response);
  const auto content = response.content();
  const bool follows = content.size() <= api::kSmallBody;
  out.reserve(out.size() + kUsualHead + (follows ? content.size() : 0));

  append_status_line(out, response.status);
  if (may_have_body) {
    if (!content.empty() || response.stream) {
      append_header(out, "content-type", response.content_type);
    }
    if (!response.stream) {  // A stream ends when the connection closes.
      out.append("content-length: ");
      append_number(out, content.size());
      out.append("\r\n");
    }
  }
  append_header(out, "date", context.date);
  append_header(out, "x-request-id", context.request_id);
  out.append("x-content-type-options: nosniff\r\n");
  out.append(response.fixed_headers);
  bool caching_said = false;
  std::string_view connection_option;
  for (const auto& [name, value] : response.headers) {
    if (name == "connection") {
      connection_option = value;
      continue;
    }
    append_header(out, name, value);
    if (name == "cache-control") caching_said = true;
  }
  if (!caching_said) out.append("cache-control: no-store\r\n");
  append_connection(out, connection_option, context);
  out.append("\r\n");
}

std::string_view body_of(const api::Response& response, const AnswerContext& context) {
  return has_body(response) && !context.head_only ? response.content() : std::string_view();
}

void append_answer(std::string& out, const api::Response& response, const AnswerContext& context) {
  append_head(out, response, context);
  out.append(body_of(response, context));
}

}  // namespace parley::http
