// The files that the binary carries: pictures, the API description and the try-it page.
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "api/request.hpp"
#include "api/response.hpp"

namespace parley::http {

/// A file of the binary. All views refer to static storage.
struct Asset {
  std::string_view path;  ///< As requested, for example "/assets/logo.svg".
  std::string_view content_type;
  std::string_view etag;  ///< Quoted, from the content.
  std::string_view content;
};

/// Answers GET and HEAD for `/assets/...`, `/openapi.yaml` and, when the try-it page is on, `/` and
/// `/assets/tryit/...`.
class Assets {
 public:
  /// The files embedded at build time.
  explicit Assets(bool try_it_page);

  /// For tests: `files` must be ordered by path and stay valid.
  Assets(std::span<const Asset> files, bool try_it_page);

  /// The answer; nullopt when there is no such file.
  [[nodiscard]] std::optional<api::Response> answer(const api::Request& request) const;

 private:
  [[nodiscard]] const Asset* find(std::string_view path) const;

  std::span<const Asset> files_;
  bool try_it_page_;
};

}  // namespace parley::http
