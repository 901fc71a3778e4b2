#include "http/content_encoding.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace parley::http {
namespace {

/// Whether the parameters of an encoding, such as `;q=0.5`, exclude it: q=0, q=0.0, ...
bool is_refused(std::string_view parameters) {
  while (!parameters.empty()) {
    parameters.remove_prefix(1);
    const auto parameter = trim_spaces(parameters.substr(0, parameters.find(';')));
    if (parameter.starts_with("q=") || parameter.starts_with("Q="))
      return parameter.find_first_not_of("0.", 2) == std::string_view::npos;
    parameters.remove_prefix(std::min(parameters.find(';'), parameters.size()));
  }
  return false;
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
