// Helpers for fuzz targets: the input as text, checks, and splitting the input into pieces.
#pragma once

#include <cstddef>
#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

/// libFuzzer's entry point, which every target defines. It throws if an invariant is violated,
/// which stops the fuzzer and fails the test that replays the corpus.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace parley::fuzz {

/// The fuzzer's input as text. Not copied, so that AddressSanitizer detects reads past its end.
[[nodiscard]] inline std::string_view as_text(const std::uint8_t* data, std::size_t size) {
  return {reinterpret_cast<const char*>(data), size};
}

/// Throws std::logic_error unless `holds`.
inline void check(bool holds, std::string_view invariant) {
  if (!holds) throw std::logic_error("violated: " + std::string(invariant));
}

/// The lines of `text` without their line feeds, for targets that take several texts. At least one.
[[nodiscard]] std::vector<std::string_view> lines_of(std::string_view text);

/// `bytes` in consecutive pieces of 1 to `longest` bytes. The split depends only on the bytes, so
/// that an input behaves the same in every run.
[[nodiscard]] std::vector<std::string_view> pieces_of(std::string_view bytes, std::size_t longest);

}  // namespace parley::fuzz
