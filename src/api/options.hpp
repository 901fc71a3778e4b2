// How the API of this server is configured.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/app/app.hpp"

namespace parley::api {

/// The little back end of the try-it page: `parleyd dev` only.
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
  std::uint32_t user_per_minute = 0;  ///< Of one user, with all of its sessions.
  std::uint32_t key_per_minute = 0;   ///< Of one API key.
};

struct ApiOptions {
  static constexpr std::size_t kMegabyte = 1024 * 1024;

  /// `https://chat.example.com[:port]`: where clients find this server; empty = wherever they
  /// asked.
  std::string public_url;
  /// For apps without limits of their own.
  core::RateLimits rate_limits;
  /// Bytes of large answers that may be under way, and of large bodies that may be arriving or in
  /// use. One caller may have a quarter of each.
  std::size_t answer_memory = 256 * kMegabyte;
  std::size_t body_memory = 64 * kMegabyte;
  /// Random: without it nobody can predict how callers are hashed.
  std::uint64_t hash_key = 0;
  CallerLimits caller_limits;
  std::optional<TryIt> try_it;
  std::string version;       ///< Of this program.
  bool development = false;  ///< `parleyd dev`.
};

}  // namespace parley::api
