// src/base/error_code.{hpp,cpp}
import { banner } from "./catalogue.mjs";

const columns = 100;

export function cppHeader(entries) {
  return `// ${banner}.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace parley {

/// Every error that can reach a caller. The code on the wire never changes its meaning; enumerators
/// that share a code differ in their texts only.
enum class ErrorCode : std::uint8_t {
${entries.map(enumerator).join("\n")}
};

inline constexpr std::size_t kErrorCodeCount = ${entries.length};

/// What the catalogue says about an error. All views refer to static storage.
struct ErrorInfo {
  std::string_view code;         ///< on the wire, for example "ERR_UID_NOT_FOUND"
  int http_status;               ///< 400-599
  std::string_view message;      ///< for a person; may contain {placeholders}
  std::string_view dev_message;  ///< what the developer should do; may contain {placeholders}
};

/// The catalogue entry of any enumerator. Constant time; safe from any thread.
[[nodiscard]] const ErrorInfo& info(ErrorCode code) noexcept;

}  // namespace parley
`;
}

function enumerator(entry) {
  const names = entry.placeholders.map((name) => `{${name}}`).join(", ");
  const comment = names ? `${entry.when} Placeholders: ${names}.` : entry.when;
  const lines = wrap(`${entry.http}. ${comment}`, columns - "  /// ".length);
  return [...lines.map((line) => `  /// ${line}`), `  ${entry.enumerator},`].join("\n");
}

export function cppSource(entries) {
  return `// ${banner}.
#include "base/error_code.hpp"

#include <array>

namespace parley {
namespace {

// clang-format off
// In the order of ErrorCode.
constexpr std::array<ErrorInfo, kErrorCodeCount> kTable{{
${entries.map(row).join("\n")}
}};
// clang-format on

}  // namespace

const ErrorInfo& info(ErrorCode code) noexcept { return kTable[static_cast<std::size_t>(code)]; }

}  // namespace parley
`;
}

function row(entry) {
  return `    // ${entry.enumerator}
    {"${entry.code}", ${entry.http},
${literal(entry.message)},
${literal(entry.devMessage)}},`;
}

function literal(text) {
  const indent = "     ";
  const chunks = wrap(text, columns - indent.length - 8);
  const escape = (chunk) => chunk.replace(/["\\]/g, "\\$&");
  return chunks
    .map((chunk, index) => `${indent}"${escape(chunk)}${index < chunks.length - 1 ? " " : ""}"`)
    .join("\n");
}

function wrap(text, width) {
  const lines = [""];
  for (const word of text.split(" ")) {
    const last = lines[lines.length - 1];
    if (last && last.length + 1 + word.length > width) lines.push(word);
    else lines[lines.length - 1] = last ? `${last} ${word}` : word;
  }
  return lines;
}
