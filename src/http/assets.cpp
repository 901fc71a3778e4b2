#include "http/assets.hpp"

#include <algorithm>
#include <utility>

#include "api/cors.hpp"
#include "http/content_encoding.hpp"
#include "http/embedded_assets.hpp"

namespace parley::http {
namespace {

constexpr std::string_view kHtml = "text/html; charset=utf-8";

constexpr std::string_view kPageNotBuilt = R"(<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Parley</title>
<h1>Parley is running</h1>
<p>This build does not include the web pages. To build them together with the server, run:
<pre>make build</pre>
<p>The API is described in <a href="/openapi.yaml">/openapi.yaml</a>.
</html>
)";

// Avatars may come from any origin; everything else must come from this server.
constexpr std::string_view kContentSecurityPolicy =
    "default-src 'self'; img-src 'self' data: http: https:; object-src 'none'; base-uri 'none'; "
    "form-action 'self'; frame-ancestors 'none'";

constexpr std::string_view kDashboard = "/dashboard";
constexpr std::string_view kDashboardPage = "/dashboard/index.html";
constexpr std::string_view kDashboardAssets = "/dashboard/assets/";

/// The file names of the dashboard contain a hash of the content, so a file never changes. Images
/// and try-it scripts may be up to an hour old. Pages and the API description are always
/// revalidated.
std::string_view cache_control(std::string_view path) {
  if (path.starts_with(kDashboardAssets)) return "public, max-age=31536000, immutable";
  return path.starts_with("/assets/") ? "public, max-age=3600" : "no-cache";
}

/// Whether If-None-Match is `*` or lists `etag`, weak or strong.
bool names(std::string_view if_none_match, std::string_view etag) {
  return if_none_match == "*" || if_none_match.find(etag) != std::string_view::npos;
}

/// One representation of a file and its content encoding.
struct Form {
  std::string_view content;
  std::string_view encoding;  ///< Empty = identity.
};

Form form_for(const Asset& asset, std::string_view accept_encoding) {
  const auto best = negotiate_encoding(accept_encoding);
  if (best == ContentEncoding::brotli && !asset.brotli.empty()) return {asset.brotli, "br"};
  if (best != ContentEncoding::identity && !asset.gzip.empty()) return {asset.gzip, "gzip"};
  return {asset.content, ""};
}

/// Each encoding has its own tag: "1a2b" becomes "1a2b-br".
std::string tag_of(const Asset& asset, const Form& form) {
  std::string tag(asset.etag);
  if (!form.encoding.empty()) tag.insert(tag.size() - 1, "-" + std::string(form.encoding));
  return tag;
}

api::Response serve(const Asset& asset, const api::Request& request) {
  api::Response response;
  response.content_type = asset.content_type;
  response.headers = {{"cache-control", std::string(cache_control(asset.path))},
                      {"content-security-policy", std::string(kContentSecurityPolicy)},
                      {"referrer-policy", "no-referrer"}};
  const auto form = form_for(asset, request.header(api::Header::accept_encoding));
  if (!asset.gzip.empty()) response.headers.emplace_back("vary", "accept-encoding");
  if (!asset.etag.empty()) {
    auto tag = tag_of(asset, form);
    const bool known = names(request.header(api::Header::if_none_match), tag);
    response.headers.emplace_back("etag", std::move(tag));
    if (known) {
      response.status = 304;
      return response;
    }
  }
  if (!form.encoding.empty()) response.headers.emplace_back("content-encoding", form.encoding);
  response.static_body = form.content;
  return response;
}

/// Whether `path` is the dashboard, or something below it.
bool is_of_dashboard(std::string_view path) {
  return path.starts_with(kDashboard) &&
         (path.size() == kDashboard.size() || path[kDashboard.size()] == '/');
}

/// Whether the last segment of `path` is a file name, which contains a dot. Page paths, user ids
/// and app ids of the dashboard do not.
bool names_file(std::string_view path) {
  return path.substr(path.rfind('/')).find('.') != std::string_view::npos;
}

}  // namespace

Assets::Assets(bool development) : Assets(embedded_assets(), development) {}

Assets::Assets(std::span<const Asset> files, bool development)
    : files_(files), development_(development) {}

std::optional<api::Response> Assets::answer(const api::Request& request) const {
  auto response = file(request);
  if (response && request.method == api::Method::options)
    return api::preflight(request, api::kReadsOnly);
  if (response && !api::is_read(request.method)) {
    response = api::method_not_allowed(request, api::kReadsOnly);
    api::allow_any_origin(*response);
  }
  return response;
}

std::optional<api::Response> Assets::file(const api::Request& request) const {
  if (is_of_dashboard(request.path)) return dashboard(request);
  const bool page = request.path == "/";
  const bool under_assets = request.path.starts_with("/assets/");
  if (!page && !under_assets && request.path != "/openapi.yaml") return std::nullopt;
  const bool of_try_it = page || request.path.starts_with("/assets/tryit/");
  if (!development_ && of_try_it) return std::nullopt;
  if (const auto* asset = find(request.path)) {
    auto response = serve(*asset, request);
    if (!of_try_it) api::allow_any_origin(response);
    return response;
  }
  if (page) return serve({"/", kHtml, "", kPageNotBuilt}, request);
  return std::nullopt;
}

/// The dashboard does its own routing in the browser, so every path that is not a file returns the
/// same page.
std::optional<api::Response> Assets::dashboard(const api::Request& request) const {
  const bool file = names_file(request.path) || request.path.starts_with(kDashboardAssets);
  const auto* asset = find(file ? request.path : kDashboardPage);
  if (asset == nullptr && file) return std::nullopt;
  auto response = asset != nullptr ? serve(*asset, request)
                                   : serve({kDashboardPage, kHtml, "", kPageNotBuilt}, request);
  response.headers.emplace_back("x-frame-options", "DENY");
  response.headers.emplace_back("cross-origin-opener-policy", "same-origin");
  // Not in development, where HSTS would apply to every port of localhost.
  if (request.secure && !development_) {
    response.headers.emplace_back("strict-transport-security", "max-age=31536000");
  }
  return response;
}

const Asset* Assets::find(std::string_view path) const {
  const auto found = std::ranges::lower_bound(files_, path, {}, &Asset::path);
  return found != files_.end() && found->path == path ? &*found : nullptr;
}

}  // namespace parley::http
