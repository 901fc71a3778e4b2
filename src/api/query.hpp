// The query of a request, decoded.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.hpp"

namespace parley::api {

/// Which part of a list is asked for.
struct Paging {
  std::uint32_t per_page = 100;  ///< 1-1000.
  std::uint32_t page = 1;        ///< From 1.
};

/// The parameters that a call has: "name", or "name[]" of one that is a list.
using ParameterNames = std::span<const std::string_view>;

/// Whether a comma in a value separates values.
enum class Commas : std::uint8_t {
  separate,        ///< The values are identifiers, which have none.
  separate_alone,  ///< Only in a lone `name=`: the values are texts, which may have some.
};

/// Each parameter is read by the call for its type, which notes what is wrong with it. Parameters
/// that are not read are of no consequence: check_names() is what refuses them.
class Query {
 public:
  /// ERR_BAD_REQUEST when a value is badly encoded or not UTF-8.
  [[nodiscard]] static Result<Query> parse(std::string_view text);

  /// ERR_BAD_REQUEST that names each parameter in the text that is neither one of `known` nor one
  /// that every call ignores: a filter that is not understood must not widen a list. An empty text
  /// costs nothing.
  [[nodiscard]] static Status check_names(std::string_view text, ParameterNames known);

  /// `text` as published clients mean it, who encode nothing and leave no filter out: a part
  /// without
  /// "=" that is no known name belongs to the value before it ("searchKey=R&D"), and a parameter
  /// without a value is no filter. nullopt when it means what it says.
  [[nodiscard]] static std::optional<std::string> as_published_clients_mean(std::string_view text,
                                                                            ParameterNames known);

  /// Whether the text names a credential, decoded or not: those do not belong in addresses.
  [[nodiscard]] static bool names_credential(std::string_view text);

  /// The last value; nullopt when absent.
  [[nodiscard]] std::optional<std::string> text(std::string_view name) const;

  /// `name=a,b`, `name=a&name=b`, `name[]=a&name[]=b` or `name[0]=a&name[1]=b`, in the order of the
  /// text; empty values are left out.
  [[nodiscard]] std::vector<std::string> list(std::string_view name,
                                              Commas commas = Commas::separate) const;

  /// The same of a filter, which has to name something: an empty one would select everything.
  [[nodiscard]] std::vector<std::string> filter(std::string_view name,
                                                Commas commas = Commas::separate);

  [[nodiscard]] bool boolean(std::string_view name);

  /// A whole number of `least` or more, at most `most`.
  [[nodiscard]] std::optional<std::int64_t> number(std::string_view name, std::int64_t least,
                                                   std::int64_t most);

  /// `perPage` (or `per_page`) and `page`.
  [[nodiscard]] Paging paging();

  void fail(std::string_view name, std::string_view reason);

  /// ERR_BAD_REQUEST with the reasons per parameter.
  [[nodiscard]] Status finish() const;

 private:
  std::vector<std::pair<std::string, std::string>> parameters_;
  ErrorDetails details_;
};

/// `text` with its percent escapes decoded; nullopt when one is malformed or the result is not
/// UTF-8 or holds U+0000. `plus_is_space`: as in queries, not in paths.
[[nodiscard]] std::optional<std::string> percent_decode(std::string_view text, bool plus_is_space);

}  // namespace parley::api
