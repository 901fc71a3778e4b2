#include "http/content_encoding.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace parley::http {
namespace {

constexpr std::string_view kSpaces = " \t";

std::string_view trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(kSpaces);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(kSpaces) - first + 1);
}

/// Whether the parameters behind a name, `;q=0.5`, say that it is not wanted: q=0, q=0.0...
bool is_refused(std::string_view parameters) {
  const auto weight = parameters.find("q=");
  if (weight == std::string_view::npos) return false;
  return trimmed(parameters.substr(weight + 2)).find_first_not_of("0.") == std::string_view::npos;
}

}  // namespace

ContentEncoding negotiate_encoding(std::string_view accept_encoding) {
  auto best = ContentEncoding::identity;
  while (!accept_encoding.empty()) {
    const auto part = accept_encoding.substr(0, accept_encoding.find(','));
    accept_encoding.remove_prefix(std::min(part.size() + 1, accept_encoding.size()));
    const auto name_end = std::min(part.find(';'), part.size());
    if (is_refused(part.substr(name_end))) continue;
    const auto name = to_lower_ascii(trimmed(part.substr(0, name_end)));
    if (name == "br") best = ContentEncoding::brotli;
    if (name == "gzip") best = std::max(best, ContentEncoding::gzip);
  }
  return best;
}

}  // namespace parley::http
