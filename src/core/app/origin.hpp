// Web origins that an app allows: `https://host[:port]`, as in the header Origin.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace parley::core {

/// `text` in the form in which browsers send the origin: lower case, an international host in
/// Punycode, without the default port of its scheme and without a trailing slash. Text that is not
/// an origin may change, too, but stays invalid.
[[nodiscard]] std::string normalize_origin(std::string_view text);

/// Why an app cannot allow `text`, which must be normalised; nullopt if it can. The reason
/// continues a sentence that begins with the text. An app can allow an origin,
/// `https://*.example.com` (every subdomain of example.com) and `null`, the origin of local files
/// and sandboxed frames. The wildcard must not stand before a public suffix, as in
/// `https://*.co.uk`.
///
/// The scheme may be any, because apps load their pages from schemes of their own (`capacitor://`,
/// `tauri://`, `chrome-extension://`), except those from which no page with an origin comes, such
/// as `wss://` and `ftp://`. `file://`, without a host, is the origin of files in Electron and
/// Cordova.
[[nodiscard]] std::optional<std::string> problem_of_origin(std::string_view text);

/// Whether `allowed` matches `origin`, as sent by a browser.
[[nodiscard]] bool matches_origin(std::string_view allowed, std::string_view origin) noexcept;

}  // namespace parley::core
