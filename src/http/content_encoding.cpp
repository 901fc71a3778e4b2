#include "http/content_encoding.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace parley::http {
namespace {

/// Whether the parameters behind a name, `;q=0.5`, say that it is not wanted: q=0, q=0.0...
bool is_refused(std::string_view parameters) {
  const auto weight = parameters.find("q=");
  if (weight == std::string_view::npos) return false;
  return trim_spaces(parameters.substr(weight + 2)).find_first_not_of("0.") ==
         std::string_view::npos;
}

}  // namespace

ContentEncoding negotiate_encoding(std::string_view accept_encoding) {
  auto best = ContentEncoding::identity;
  while (!accept_encoding.empty()) {
    const auto part = take_item(accept_encoding);
    const auto name_end = std::min(part.find(';'), part.size());
    if (is_refused(part.substr(name_end))) continue;
    const auto name = to_lower_ascii(trim_spaces(part.substr(0, name_end)));
    if (name == "br") best = ContentEncoding::brotli;
    if (name == "gzip") best = std::max(best, ContentEncoding::gzip);
  }
  return best;
}

}  // namespace parley::http
