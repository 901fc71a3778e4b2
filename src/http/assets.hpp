// The files that the binary carries: pictures, the API description, the try-it page, the dashboard.
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
  std::string_view brotli = {};  ///< The content compressed; empty where that does not pay.
  std::string_view gzip = {};
};

/// Answers GET and HEAD for `/assets/...`, `/openapi.yaml`, for every path of the dashboard (its
/// page at all that name no file), and, when the try-it page is on, for `/` and
/// `/assets/tryit/...`. Compressed where the client takes that.
class Assets {
 public:
  /// The files embedded at build time. `development`: the try-it page is on.
  explicit Assets(bool development);

  /// For tests: `files` must be ordered by path and stay valid.
  Assets(std::span<const Asset> files, bool development);

  /// The answer, 405 for a method that files do not have; nullopt when there is no such file, and
  /// for preflights. Pages of every origin may read what is not of the dashboard or the try-it
  /// page.
  [[nodiscard]] std::optional<api::Response> answer(const api::Request& request) const;

 private:
  [[nodiscard]] std::optional<api::Response> file(const api::Request& request) const;
  [[nodiscard]] const Asset* find(std::string_view path) const;
  [[nodiscard]] std::optional<api::Response> dashboard(const api::Request& request) const;

  std::span<const Asset> files_;
  bool development_;
};

}  // namespace parley::http
