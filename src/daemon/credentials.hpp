// What `parleyd dev` hands to the developer, in a file that only the developer can read.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "base/result.hpp"
#include "base/secret.hpp"

namespace parley::daemon {

struct Credentials {
  std::string app_id;
  std::string region;
  SecretString auth_key;
  SecretString api_key;
  std::string url;
  std::string tls_url;  ///< Empty when HTTPS is off.
};

/// nullopt when the file is missing or not what write_credentials() writes.
[[nodiscard]] std::optional<Credentials> read_credentials(const std::filesystem::path& file);

/// As JSON, mode 0600. The error's message is one line.
[[nodiscard]] Status write_credentials(const std::filesystem::path& file,
                                       const Credentials& credentials);

}  // namespace parley::daemon
