#include "support/fuzz.hpp"

#include <algorithm>
#include <functional>

#include "support/pseudo_random.hpp"

namespace parley::fuzz {

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  for (;;) {
    const auto end = text.find('\n');
    lines.push_back(text.substr(0, end));
    if (end == std::string_view::npos) return lines;
    text.remove_prefix(end + 1);
  }
}

std::vector<std::string_view> pieces_of(std::string_view bytes, std::size_t longest) {
  test_support::PseudoRandom random(std::hash<std::string_view>{}(bytes));
  std::vector<std::string_view> pieces;
  while (!bytes.empty()) {
    pieces.push_back(bytes.substr(0, 1 + random() % longest));
    bytes.remove_prefix(pieces.back().size());
  }
  return pieces;
}

}  // namespace parley::fuzz
