// The credentials file of `parleyd dev`, which only its owner can read.
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
  std::string tls_url;  ///< Empty if HTTPS is off.
};

/// nullopt if the file is missing or was not written by write_credentials().
[[nodiscard]] std::optional<Credentials> read_credentials(const std::filesystem::path& file);

/// Writes the file as JSON with mode 0600. The error's message is one line.
[[nodiscard]] Status write_credentials(const std::filesystem::path& file,
                                       const Credentials& credentials);

}  // namespace parley::daemon
