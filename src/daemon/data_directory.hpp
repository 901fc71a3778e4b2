// The directory that holds all that a server keeps.
#pragma once

#include <filesystem>

#include "base/result.hpp"

namespace parley::daemon {

/// Names of the files in a data directory.
class DataDirectory {
 public:
  explicit DataDirectory(std::filesystem::path path) : path_(std::move(path)) {}

  /// Creates the directory, open to its owner only, unless it exists, and finds out whether files
  /// can be made in it. The error's message is one line.
  [[nodiscard]] Status create() const;

  [[nodiscard]] const std::filesystem::path& path() const { return path_; }
  [[nodiscard]] std::filesystem::path store() const { return path_ / "parley.db"; }
  [[nodiscard]] std::filesystem::path signing_key() const { return path_ / "jwt.pem"; }
  /// Locked (base/file_lock.hpp) by the one process that works on the directory: a server, or a
  /// command while no server runs.
  [[nodiscard]] std::filesystem::path lock() const { return path_ / "parleyd.lock"; }
  /// Where the running server listens; gone when none runs.
  [[nodiscard]] std::filesystem::path run_file() const { return path_ / "run.json"; }
  /// What `parleyd dev` printed.
  [[nodiscard]] std::filesystem::path credentials() const { return path_ / "credentials.json"; }
  [[nodiscard]] std::filesystem::path certificate() const { return path_ / "tls/localhost.crt"; }
  [[nodiscard]] std::filesystem::path certificate_key() const {
    return path_ / "tls/localhost.key";
  }

 private:
  std::filesystem::path path_;
};

}  // namespace parley::daemon
