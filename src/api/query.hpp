// The decoded query string of a request.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/clock.hpp"
#include "base/result.hpp"

namespace parley::api {

/// The requested part of a list.
struct Paging {
  std::uint32_t per_page = 100;  ///< 1-1000.
  std::uint32_t page = 1;        ///< From 1.
};

/// The parameters of a call: "name", or "name[]" for a list.
using ParameterNames = std::span<const std::string_view>;

/// Whether a comma in a value separates values.
enum class Commas : std::uint8_t {
  separate,        ///< Always: the values are identifiers without commas.
  separate_alone,  ///< Only in a single `name=`: the values may contain commas.
};

/// Call the function for each parameter's type; it records what is wrong with the value. Then call
/// finish(). Parameters that are not read are ignored: check_names() refuses unknown ones.
class Query {
 public:
  /// Error: ERR_BAD_REQUEST if a value is badly encoded or not UTF-8. Parameters with a badly
  /// encoded name are ignored here: check_names() refuses them.
  [[nodiscard]] static Result<Query> parse(std::string_view text);

  /// Error: ERR_BAD_REQUEST, which lists each parameter that is neither one of `known` nor one that
  /// every call ignores. A misspelt filter must not widen a list, nor one without a name.
  [[nodiscard]] static Status check_names(std::string_view text, ParameterNames known);

  /// Corrects the query of a list that a published client requests. These clients do not encode
  /// values, and send filters that are not set as empty parameters. So a part without a name, or
  /// without a value and with an unknown name, belongs to the value before it ("searchKey=R&D"),
  /// and other parameters without a value are removed. nullopt if nothing changes.
  [[nodiscard]] static std::optional<std::string> as_published_clients_mean(std::string_view text,
                                                                            ParameterNames known);

  /// Whether a parameter name is that of a credential, encoded or not and in any case. Credentials
  /// must not be part of a URL.
  [[nodiscard]] static bool names_credential(std::string_view text);

  /// The value, which may be repeated but not contradicted; nullopt if absent.
  [[nodiscard]] std::optional<std::string> text(std::string_view name);

  /// The values of `name=a,b`, `name=a&name=b`, `name[]=a&name[]=b` or `name[0]=a&name[1]=b`, in
  /// the order of the text; empty values and spaces beside a comma are omitted.
  [[nodiscard]] std::vector<std::string> list(std::string_view name,
                                              Commas commas = Commas::separate) const;

  /// As list(), but requires at least one value if the parameter is present: an empty filter would
  /// select everything.
  [[nodiscard]] std::vector<std::string> filter(std::string_view name,
                                                Commas commas = Commas::separate);

  /// true for `true` and `1`; false for `false`, `0` or an absent parameter.
  [[nodiscard]] bool boolean(std::string_view name);

  /// A whole number from `least` to `most`; nullopt if absent or invalid.
  [[nodiscard]] std::optional<std::int64_t> number(std::string_view name, std::int64_t least,
                                                   std::int64_t most);

  /// A time in Unix seconds, 0 or from the year 2000 to 9999; nullopt if absent or invalid.
  [[nodiscard]] std::optional<Time> time(std::string_view name);

  /// `perPage` (or `per_page`) and `page`.
  [[nodiscard]] Paging paging();

  /// Records that the parameter `name` is wrong.
  void fail(std::string_view name, std::string_view reason);

  /// ERR_BAD_REQUEST with the reasons per parameter, if any parameter was wrong.
  [[nodiscard]] Status finish() const;

 private:
  /// Whether the parameter is present, in any of the forms of a list.
  [[nodiscard]] bool has(std::string_view name) const;

  std::vector<std::pair<std::string, std::string>> parameters_;
  ErrorDetails details_;
};

/// Decodes percent escapes; nullopt if one is malformed or the result is not UTF-8 or contains
/// U+0000. `plus_is_space`: true for queries, false for paths.
[[nodiscard]] std::optional<std::string> percent_decode(std::string_view text, bool plus_is_space);

}  // namespace parley::api
