// Serves the files embedded in the binary: images, API description, try-it page, dashboard.
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "api/request.hpp"
#include "api/response.hpp"

namespace parley::http {

/// An embedded file. All views refer to static storage.
struct Asset {
  std::string_view path;  ///< As requested, for example "/assets/logo.svg".
  std::string_view content_type;
  std::string_view etag;  ///< Quoted, derived from the content; empty = none.
  std::string_view content;
  std::string_view brotli = {};  ///< Compressed content; empty if there is none.
  std::string_view gzip = {};    ///< Likewise.
};

/// Serves GET and HEAD requests for `/assets/...`, `/openapi.yaml` and `/dashboard...`; also for
/// `/` and `/assets/tryit/...` if the try-it page is enabled. A dashboard path that is not a file
/// returns the dashboard's page, which does its own routing in the browser. Responses are
/// compressed if the client accepts that. Safe from any thread.
class Assets {
 public:
  /// Uses the files embedded at build time. `development` enables the try-it page and disables
  /// Strict-Transport-Security.
  explicit Assets(bool development);

  /// For tests. `files` must be sorted by path and outlive this object.
  Assets(std::span<const Asset> files, bool development);

  /// Returns the response, which is a 405 unless the method is GET or HEAD. Returns nullopt if
  /// there is no such file, and for every OPTIONS request: the API answers preflights. Files
  /// outside the dashboard and the try-it page may be read by pages of any origin (CORS).
  [[nodiscard]] std::optional<api::Response> answer(const api::Request& request) const;

 private:
  [[nodiscard]] std::optional<api::Response> file(const api::Request& request) const;
  [[nodiscard]] const Asset* find(std::string_view path) const;
  [[nodiscard]] std::optional<api::Response> dashboard(const api::Request& request) const;

  std::span<const Asset> files_;
  bool development_;
};

}  // namespace parley::http
