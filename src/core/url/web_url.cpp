#include "core/url/web_url.hpp"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <vector>

#include <fmt/format.h>

#include "base/text.hpp"
#include "core/url/host.hpp"

namespace parley::core {
namespace {

// The characters that each part of a URL percent-encodes, besides control characters and those
// beyond ASCII (the "percent-encode sets" of the URL standard).
constexpr std::string_view kInFragment = " \"<>`";
constexpr std::string_view kInQuery = " \"#<>'";
constexpr std::string_view kInPath = " \"#<>?`{}";
constexpr std::string_view kInUserinfo = " \"#<>?`{}/:;=@[\\]^|";

void append_encoded(std::string& out, std::string_view text, std::string_view encoded) {
  for (const char c : text) {
    const bool is_plain = c > 0x1F && c < 0x7F && encoded.find(c) == std::string_view::npos;
    if (is_plain) {
      out += c;
    } else {
      fmt::format_to(std::back_inserter(out), "%{:02X}", static_cast<std::uint8_t>(c));
    }
  }
}

/// Browsers ignore blanks around a URL, and tabs and line breaks anywhere in it.
std::string without_overlooked(std::string_view text) {
  const auto is_blank = [](char c) { return c >= 0 && c <= ' '; };
  while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
  std::string kept(text);
  std::erase_if(kept, [](char c) { return c == '\t' || c == '\n' || c == '\r'; });
  return kept;
}

/// Takes the text up to the first of `ends` off the front of `text`.
std::string_view take_until(std::string_view& text, std::string_view ends) {
  const auto taken = text.substr(0, text.find_first_of(ends));
  text.remove_prefix(taken.size());
  return taken;
}

/// Takes "https" or "http", the colon and the slashes off the front of `text`. Returns the scheme;
/// empty, with nothing taken, if the text starts with neither.
std::string take_scheme(std::string_view& text) {
  const auto colon = text.find(':');
  if (colon == std::string_view::npos) return {};
  auto scheme = to_lower_ascii(text.substr(0, colon));
  if (scheme != "http" && scheme != "https") return {};
  text.remove_prefix(colon + 1);
  // Browsers accept any number of slashes and backslashes here.
  text.remove_prefix(std::min(text.find_first_not_of("/\\"), text.size()));
  return scheme;
}

/// ":8080", or empty for the default port of the scheme; nullopt if `text` is not a port.
std::optional<std::string> port_of(std::string_view text, std::string_view scheme) {
  if (text.empty()) return std::string();
  std::uint16_t port = 0;
  const auto* end = text.data() + text.size();
  const auto [stop, code] = std::from_chars(text.data(), end, port);
  if (code != std::errc{} || stop != end) return std::nullopt;
  if (port == (scheme == "https" ? 443 : 80)) return std::string();
  return fmt::format(":{}", port);
}

std::string not_a(std::string_view what, std::string_view text) {
  if (text.empty()) return fmt::format("must be an http or https URL with a {}", what);
  return fmt::format("must be an http or https URL, but \"{}\" is not a valid {}", excerpt(text),
                     what);
}

/// User information, host and port. If it returns nullopt, sets `problem`.
std::optional<std::string> authority_of(std::string_view text, std::string_view scheme,
                                        std::string& problem) {
  std::string authority;
  if (const auto at = text.rfind('@'); at != std::string_view::npos) {
    const auto colon = std::min(text.find(':'), at);
    const auto password = text.substr(colon, at - colon);
    append_encoded(authority, text.substr(0, colon), kInUserinfo);
    if (password.size() > 1) {
      authority += ':';
      append_encoded(authority, password.substr(1), kInUserinfo);
    }
    if (!authority.empty()) authority += '@';
    text.remove_prefix(at + 1);
  }
  const auto bracket = text.rfind(']');
  const auto colon = text.find(':', bracket == std::string_view::npos ? 0 : bracket);
  const auto host_text = text.substr(0, colon);
  const auto port_text =
      colon == std::string_view::npos ? std::string_view() : text.substr(colon + 1);
  const auto host = parse_web_host(host_text);
  const auto port = port_of(port_text, scheme);
  if (host && port) return authority + *host + *port;
  problem = host ? not_a("port", port_text) : not_a("host", host_text);
  return std::nullopt;
}

bool is_any_of(std::string_view segment, std::initializer_list<std::string_view> spellings) {
  return std::ranges::find(spellings, to_lower_ascii(segment)) != spellings.end();
}

std::string path_of(std::string_view text) {
  std::vector<std::string> segments;
  do {
    if (!text.empty()) text.remove_prefix(1);  // The slash.
    const auto segment = take_until(text, "/\\");
    const bool is_parent = is_any_of(segment, {"..", ".%2e", "%2e.", "%2e%2e"});
    const bool is_itself = is_any_of(segment, {".", "%2e"});
    if (is_parent && !segments.empty()) segments.pop_back();
    if (!is_parent && !is_itself) {
      append_encoded(segments.emplace_back(), segment, kInPath);
    } else if (text.empty()) {
      segments.emplace_back();
    }
  } while (!text.empty());
  return fmt::format("/{}", fmt::join(segments, "/"));
}

/// As parse_web_url(). If it returns nullopt, sets `problem`.
std::optional<std::string> parse(std::string_view text, std::string& problem) {
  const auto kept = without_overlooked(text);
  std::string_view rest = kept;
  const auto scheme = take_scheme(rest);
  if (scheme.empty()) {
    problem = "must be an http or https URL: start it with https:// or http://";
    return std::nullopt;
  }
  const auto authority = authority_of(take_until(rest, "/\\?#"), scheme, problem);
  if (!authority) return std::nullopt;
  auto url = scheme + "://" + *authority + path_of(take_until(rest, "?#"));
  if (rest.starts_with('?')) {
    rest.remove_prefix(1);
    url += '?';
    append_encoded(url, take_until(rest, "#"), kInQuery);
  }
  if (rest.starts_with('#')) {
    url += '#';
    append_encoded(url, rest.substr(1), kInFragment);
  }
  return url;
}

}  // namespace

std::optional<std::string> parse_web_url(std::string_view text) {
  std::string problem;
  return parse(text, problem);
}

std::string problem_of_web_url(std::string_view text) {
  std::string problem;
  static_cast<void>(parse(text, problem));
  return problem;
}

std::string normalize_web_url(std::string_view text) {
  return parse_web_url(text).value_or(std::string(text));
}

}  // namespace parley::core
