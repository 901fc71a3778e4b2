// What every fuzz target uses: the input as text, checks, and cuts of the input at chosen places.
#pragma once

#include <cstddef>
#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

/// Every target defines this function, libFuzzer's entry point. A violation of an invariant is an
/// exception: it ends the fuzzer, and fails the test that replays the corpus.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace parley::fuzz {

/// The input of the fuzzer, borrowed. Not copied, so that AddressSanitizer sees reads past its end.
[[nodiscard]] inline std::string_view as_text(const std::uint8_t* data, std::size_t size) {
  return {reinterpret_cast<const char*>(data), size};
}

/// Throws std::logic_error unless `holds`.
inline void check(bool holds, std::string_view invariant) {
  if (!holds) throw std::logic_error("violated: " + std::string(invariant));
}

/// The lines of the input without their ends: for targets that take several texts.
[[nodiscard]] std::vector<std::string_view> lines_of(std::string_view text);

/// `bytes` in consecutive pieces of 1 to `longest` bytes. The places depend on the bytes alone, so
/// that an input behaves the same in every run.
[[nodiscard]] std::vector<std::string_view> pieces_of(std::string_view bytes, std::size_t longest);

}  // namespace parley::fuzz
