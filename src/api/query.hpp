// The query of a request, decoded.
#pragma once

#include <cstdint>
#include <optional>
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

/// Each parameter is read by the call for its type, which notes what is wrong with it; unknown
/// parameters are of no consequence.
class Query {
 public:
  /// ERR_BAD_REQUEST when a value is badly encoded or not UTF-8. (A name that is can be none we
  /// know.)
  [[nodiscard]] static Result<Query> parse(std::string_view text);

  /// Whether the text names a credential, decoded or not: those do not belong into addresses.
  [[nodiscard]] static bool names_credential(std::string_view text);

  /// The last value; nullopt when absent.
  [[nodiscard]] std::optional<std::string> text(std::string_view name) const;

  /// `name=a,b`, `name=a&name=b` or `name[]=a&name[]=b`. Only a lone `name=` is split at commas.
  [[nodiscard]] std::vector<std::string> list(std::string_view name) const;

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
