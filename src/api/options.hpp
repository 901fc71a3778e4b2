// How the API of this server is configured.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/app/app.hpp"

namespace parley::api {

/// The built-in back end of the try-it page; `parleyd dev` only.
struct TryIt {
  struct User {
    std::string uid;
    std::string name;
    std::string avatar;  ///< A path on this server.
  };

  std::string app_id;
  std::string auth_key;
  std::vector<User> users;
};

/// Calls per minute; 0 = unlimited.
struct CallerLimits {
  std::uint32_t user_per_minute = 0;  ///< Per user, over all its sessions.
  std::uint32_t key_per_minute = 0;   ///< Per API key.
};

struct ApiOptions {
  static constexpr std::size_t kMegabyte = 1024 * 1024;

  /// `https://chat.example.com[:port]`: the URL at which clients reach this server; empty = the
  /// host of each request.
  std::string public_url;
  /// For apps without limits of their own.
  core::RateLimits rate_limits;
  /// Memory limits in bytes for large responses being sent, and for large bodies being received or
  /// processed. One caller may use a quarter of each.
  std::size_t answer_memory = 256 * kMegabyte;
  std::size_t body_memory = 64 * kMegabyte;
  /// A random key for hashing callers, so that nobody can predict the hashes.
  std::uint64_t hash_key = 0;
  CallerLimits caller_limits;
  std::optional<TryIt> try_it;
  std::string version;       ///< Version of this program.
  bool development = false;  ///< `parleyd dev`.
};

}  // namespace parley::api
