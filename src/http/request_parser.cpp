#include "http/request_parser.hpp"

#include <algorithm>
#include <limits>

#include <boost/beast/core/string.hpp>
#include <boost/beast/http/error.hpp>

#include "base/text.hpp"
#include "wire/settings_json.hpp"

namespace parley::http {
namespace {

namespace beast = boost::beast;
using beast::http::field;
using beast::http::verb;

std::string_view to_std(beast::string_view text) { return {text.data(), text.size()}; }

api::Method to_method(verb method) {
  switch (method) {
    case verb::get: return api::Method::get;
    case verb::post: return api::Method::post;
    case verb::put: return api::Method::put;
    case verb::delete_: return api::Method::del;
    case verb::options: return api::Method::options;
    case verb::head: return api::Method::head;
    default: return api::Method::other;
  }
}

std::optional<api::Header> known_header(field name) {
  switch (name) {
    case field::accept: return api::Header::accept;
    case field::accept_encoding: return api::Header::accept_encoding;
    case field::access_control_request_headers: return api::Header::access_control_request_headers;
    case field::authorization: return api::Header::authorization;
    case field::content_type: return api::Header::content_type;
    case field::cookie: return api::Header::cookie;
    case field::forwarded: return api::Header::forwarded;
    case field::host: return api::Header::host;
    case field::if_none_match: return api::Header::if_none_match;
    case field::origin: return api::Header::origin;
    case field::sec_websocket_key: return api::Header::sec_websocket_key;
    case field::sec_websocket_version: return api::Header::sec_websocket_version;
    case field::upgrade: return api::Header::upgrade;
    case field::user_agent: return api::Header::user_agent;
    default: return std::nullopt;
  }
}

/// Headers that are not in Beast's enumeration of fields.
std::optional<api::Header> own_header(beast::string_view name) {
  const auto is = [name](beast::string_view other) { return beast::iequals(name, other); };
  switch (name.size()) {
    case 3: return is("sdk") ? std::optional(api::Header::sdk) : std::nullopt;
    case 5: return is("appid") ? std::optional(api::Header::app_id) : std::nullopt;
    case 6: return is("apikey") ? std::optional(api::Header::api_key) : std::nullopt;
    case 7: return is("api-key") ? std::optional(api::Header::x_api_key) : std::nullopt;
    case 9:
      if (is("x-api-key")) return api::Header::x_api_key;
      return is("authtoken") ? std::optional(api::Header::auth_token) : std::nullopt;
    case 10:
      if (is("auth-token")) return api::Header::x_auth_token;
      return is("onbehalfof") ? std::optional(api::Header::on_behalf_of) : std::nullopt;
    case 12:
      if (is("x-auth-token")) return api::Header::x_auth_token;
      return is("x-csrf-token") ? std::optional(api::Header::x_csrf_token) : std::nullopt;
    case 14:
      return is("sec-fetch-site") ? std::optional(api::Header::sec_fetch_site) : std::nullopt;
    case 15:
      return is("x-forwarded-for") ? std::optional(api::Header::x_forwarded_for) : std::nullopt;
    case 17:
      return is("x-forwarded-proto") ? std::optional(api::Header::x_forwarded_proto) : std::nullopt;
    default: return std::nullopt;
  }
}

bool is_added_by_proxies(field field, beast::string_view name) {
  if (field == field::via) return true;
  constexpr std::string_view kForwarded = "x-forwarded-";
  return beast::iequals(name.substr(0, kForwarded.size()), kForwarded) ||
         beast::iequals(name, "x-real-ip");
}

/// Headers whose values are lists: several lines mean the same as one with commas.
bool is_list(api::Header name) {
  switch (name) {
    case api::Header::accept:
    case api::Header::accept_encoding:
    case api::Header::access_control_request_headers:
    case api::Header::forwarded:
    case api::Header::if_none_match:
    case api::Header::upgrade:
    case api::Header::x_forwarded_for:
    case api::Header::x_forwarded_proto: return true;
    default: return false;
  }
}

/// Headers that RFC 6455 allows only once, even if the values are equal.
bool is_single(field field) {
  return field == field::sec_websocket_key || field == field::sec_websocket_version;
}

bool is_printable_ascii(char c) { return c > ' ' && c <= '~'; }

/// `name:` means the same as `name` (RFC 3986, 6.2.3).
std::string_view without_empty_port(std::string_view host) {
  if (host.ends_with(':')) host.remove_suffix(1);
  return host;
}

std::string_view describe(const boost::system::error_code& code) {
  using beast::http::error;
  if (code == error::bad_method) return "the method is not valid";
  if (code == error::bad_target) return "the request target is not valid";
  if (code == error::bad_version) return "the version is not HTTP/1.0 or HTTP/1.1";
  if (code == error::bad_field) return "a header name is not valid";
  if (code == error::bad_value) return "a header value is not valid";
  if (code == error::bad_line_ending) return "a CR is not followed by an LF";
  if (code == error::bad_content_length) return "Content-Length is not valid";
  if (code == error::multiple_content_length) return "Content-Length appears twice";
  if (code == error::bad_transfer_encoding) return "Transfer-Encoding and Content-Length disagree";
  return "the request is not complete";
}

}  // namespace

RequestParser::RequestParser(api::Request& request, std::string& body)
    : request_(request), body_(body) {
  // The connection enforces its own limits before it reads more.
  header_limit(std::numeric_limits<std::uint32_t>::max());
  body_limit(boost::none);
}

RequestParser::ParseResult RequestParser::parse_head(std::string_view head) {
  Code code;
  put(boost::asio::buffer(head), code);
  if (code) return verdict(code);
  head_done_ = true;
  return is_done() ? ParseResult::complete : ParseResult::incomplete;
}

RequestParser::ParseResult RequestParser::parse_body(std::string_view received, std::size_t limit,
                                                     std::size_t& consumed) {
  consumed = 0;
  if (chunked()) return decode_chunks(received, limit, consumed);
  if (received.empty()) return ParseResult::incomplete;
  body_limit_ = limit;
  Code code;
  consumed = put(boost::asio::buffer(received), code);
  return verdict(code);
}

/// Beast looks at the lines of chunks only once they are complete, and at trailers only once all
/// are; an error would be reported late or never.
RequestParser::ParseResult RequestParser::decode_chunks(std::string_view received,
                                                        std::size_t limit, std::size_t& consumed) {
  using DecodeResult = ChunkDecoder::DecodeResult;
  switch (chunks_.decode(received, limit, body_, consumed)) {
    case DecodeResult::incomplete: return ParseResult::incomplete;
    case DecodeResult::complete: return ParseResult::complete;
    case DecodeResult::too_large: return ParseResult::too_large;
    case DecodeResult::malformed: problem_ = chunks_.problem(); return ParseResult::malformed;
  }
  return ParseResult::malformed;
}

RequestParser::ParseResult RequestParser::verdict(const Code& code) {
  if (!code) return is_done() ? ParseResult::complete : ParseResult::incomplete;
  if (code == beast::http::error::need_more && head_done_) return ParseResult::incomplete;
  if (code == beast::http::error::body_limit) return ParseResult::too_large;
  if (problem_.empty()) problem_ = describe(code);
  return ParseResult::malformed;
}

void RequestParser::refuse(std::string_view problem, Code& code) {
  problem_ = problem;
  code = beast::http::error::bad_value;
}

void RequestParser::on_request_impl(verb method, Text method_name, Text target, int version,
                                    Code& code) {
  http_1_1_ = version == 11;
  request_.came_through_proxy = !http_1_1_;
  request_.method = to_method(method);
  request_.method_name = to_std(method_name);
  read_target(to_std(target), code);
}

/// Accepts the forms of RFC 9112, 3.2, except that of CONNECT.
void RequestParser::read_target(std::string_view whole, Code& code) {
  if (whole.find('#') != std::string_view::npos) {
    return refuse("the request target contains a #", code);
  }
  if (!std::all_of(whole.begin(), whole.end(), is_printable_ascii)) {
    return refuse("the request target is not percent-encoded", code);
  }
  const auto mark = whole.find('?');
  request_.path = whole.substr(0, mark);
  request_.query = mark == std::string_view::npos ? std::string_view() : whole.substr(mark + 1);
  const bool is_asterisk = whole == "*" && request_.method == api::Method::options;
  if (!request_.path.starts_with('/') && !is_asterisk) take_authority(code);
}

/// Splits `http://host/path`, which clients send to a proxy. Its host replaces the Host header.
void RequestParser::take_authority(Code& code) {
  const auto url = request_.path;
  const auto colon = url.find("://");
  const auto scheme = to_lower_ascii(url.substr(0, colon));
  if (colon == std::string_view::npos || (scheme != "http" && scheme != "https")) {
    return refuse("the request target is neither a path nor an http URL", code);
  }
  const auto rest = url.substr(colon + 3);
  const auto slash = rest.find('/');
  const auto authority = rest.substr(0, slash);
  if (!wire::is_host_and_port(authority)) {
    return refuse("the request target has no valid host", code);
  }
  target_names_host_ = true;
  request_.came_through_proxy = true;
  request_.headers[static_cast<std::size_t>(api::Header::host)] = without_empty_port(authority);
  // An empty path means `/`: refer to the last slash of `://`.
  request_.path = slash == std::string_view::npos ? url.substr(colon + 2, 1) : rest.substr(slash);
}

void RequestParser::on_field_impl(field field, Text name, Text value, Code& code) {
  check_framing(field, value, code);
  if (code) return;
  if (field == field::host) {
    check_host(value, code);
    if (target_names_host_) return;  // RFC 9112, 3.2.2: ignore Host.
  }
  if (field == field::content_encoding) {
    is_encoded_ = is_encoded_ || !(value.empty() || beast::iequals(value, "identity"));
  }
  if (field == field::expect)
    expects_continue_ = http_1_1_ && beast::iequals(value, "100-continue");
  auto header = known_header(field);
  if (!header) {
    header = own_header(name);
    if (is_added_by_proxies(field, name)) request_.came_through_proxy = true;
  } else if (*header == api::Header::forwarded) {
    request_.came_through_proxy = true;
  }
  if (!header) return;
  if (is_single(field) && is_seen(*header)) return refuse("a WebSocket header appears twice", code);
  set_header(*header, field == field::host ? without_empty_port(to_std(value)) : to_std(value));
}

void RequestParser::check_framing(field field, Text value, Code& code) {
  if (field == field::content_length) {
    if (std::exchange(has_content_length_, true)) refuse("Content-Length appears twice", code);
    const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
    if (!std::all_of(value.begin(), value.end(), is_digit)) {
      refuse("Content-Length is not a number", code);
    }
  } else if (field == field::transfer_encoding) {
    if (std::exchange(has_transfer_encoding_, true))
      refuse("Transfer-Encoding appears twice", code);
    if (!http_1_1_) refuse("Transfer-Encoding is not part of HTTP/1.0", code);
    if (!beast::iequals(value, "chunked")) refuse("Transfer-Encoding is not chunked", code);
  }
  if (has_content_length_ && has_transfer_encoding_) {
    refuse("Content-Length and Transfer-Encoding are both present", code);
  }
}

void RequestParser::check_host(Text value, Code& code) {
  if (std::exchange(has_host_, true)) refuse("Host appears twice", code);
  if (!wire::is_host_and_port(to_std(value))) refuse("Host is not valid", code);
}

bool RequestParser::is_seen(api::Header name) const {
  return request_.header(name).data() != nullptr;
}

void RequestParser::set_header(api::Header name, std::string_view value) {
  auto& slot = request_.headers[static_cast<std::size_t>(name)];
  if (!is_seen(name)) {
    slot = value;
  } else if (is_list(name)) {
    slot = join(name, slot, value);
  } else if (slot != value) {
    request_.repeated_headers |= 1U << static_cast<unsigned>(name);
  }
}

/// Keeps one string per header, however many lines it has, so that memory is bounded by the head.
std::string_view RequestParser::join(api::Header name, std::string_view first,
                                     std::string_view second) {
  auto found = std::ranges::find(joined_, name, &Joined::name);
  if (found == joined_.end()) {
    joined_.push_front({name, std::string(first)});
    found = joined_.begin();
  }
  found->values.append(", ").append(second);
  return found->values;
}

void RequestParser::on_header_impl(Code& code) {
  if (http_1_1_ && !has_host_) refuse("the Host header is missing", code);
  request_.asks_for_upgrade = http_1_1_ && upgrade();
}

std::size_t RequestParser::on_body_impl(Text bytes, Code& code) {
  if (bytes.size() > body_limit_ - body_.size()) {
    code = beast::http::error::body_limit;
  } else {
    body_.append(bytes.data(), bytes.size());
  }
  return bytes.size();
}

void RequestParser::on_response_impl(int, Text, int, Code&) {}
void RequestParser::on_body_init_impl(const boost::optional<std::uint64_t>&, Code&) {}
void RequestParser::on_chunk_header_impl(std::uint64_t, Text, Code&) {}
std::size_t RequestParser::on_chunk_body_impl(std::uint64_t, Text, Code&) { return 0; }
void RequestParser::on_finish_impl(Code&) {}

}  // namespace parley::http
