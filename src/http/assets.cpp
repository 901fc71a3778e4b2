#include "http/assets.hpp"

#include <algorithm>

#include "http/embedded_assets.hpp"

namespace parley::http {
namespace {

constexpr std::string_view kPageNotBuilt = R"(<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Parley</title>
<h1>The server runs</h1>
<p>The try-it page is not part of this build. Build it and the server again:
<pre>npm ci
npm run build -w sdk/js -w web/tryit
make build</pre>
<p>The API is described in <a href="/openapi.yaml">/openapi.yaml</a>.
</html>
)";

// The page may show avatars from anywhere, and loads nothing else from elsewhere.
constexpr std::string_view kContentSecurityPolicy =
    "default-src 'self'; img-src 'self' data: http: https:; object-src 'none'; base-uri 'none'; "
    "form-action 'self'; frame-ancestors 'none'";

/// Pictures and scripts may be old by an hour; the page and the API description are asked for.
std::string_view cache_control(std::string_view path) {
  return path.starts_with("/assets/") ? "public, max-age=3600" : "no-cache";
}

/// Whether If-None-Match names `etag`: one of a list, weak or not, or `*`.
bool names(std::string_view if_none_match, std::string_view etag) {
  return if_none_match == "*" || if_none_match.find(etag) != std::string_view::npos;
}

api::Response serve(const Asset& asset, const api::Request& request) {
  api::Response response;
  response.content_type = asset.content_type;
  response.headers = {{"cache-control", std::string(cache_control(asset.path))},
                      {"content-security-policy", std::string(kContentSecurityPolicy)},
                      {"referrer-policy", "no-referrer"}};
  if (!asset.etag.empty()) {
    response.headers.emplace_back("etag", asset.etag);
    if (names(request.header(api::Header::if_none_match), asset.etag)) {
      response.status = 304;
      return response;
    }
  }
  response.body = asset.content;
  return response;
}

}  // namespace

Assets::Assets(bool try_it_page) : Assets(embedded_assets(), try_it_page) {}

Assets::Assets(std::span<const Asset> files, bool try_it_page)
    : files_(files), try_it_page_(try_it_page) {}

std::optional<api::Response> Assets::answer(const api::Request& request) const {
  const bool reads = request.method == api::Method::get || request.method == api::Method::head;
  const bool page = request.path == "/";
  const bool under_assets = request.path.starts_with("/assets/");
  if (!reads || (!page && !under_assets && request.path != "/openapi.yaml")) return std::nullopt;
  if (!try_it_page_ && (page || request.path.starts_with("/assets/tryit/"))) return std::nullopt;
  if (const auto* asset = find(request.path)) return serve(*asset, request);
  if (page) return serve({"/", "text/html; charset=utf-8", "", kPageNotBuilt}, request);
  return std::nullopt;
}

const Asset* Assets::find(std::string_view path) const {
  const auto found = std::ranges::lower_bound(files_, path, {}, &Asset::path);
  return found != files_.end() && found->path == path ? &*found : nullptr;
}

}  // namespace parley::http
