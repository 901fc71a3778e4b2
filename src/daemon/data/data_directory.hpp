// The directory that holds all data of a server.
#pragma once

#include <filesystem>

#include "base/result.hpp"

namespace parley::daemon {

/// The paths of the files in a data directory.
class DataDirectory {
 public:
  explicit DataDirectory(std::filesystem::path path) : path_(std::move(path)) {}

  /// Creates the directory, accessible to its owner only, unless it exists, and checks that it can
  /// be read and written. The error's message is one line.
  [[nodiscard]] Status create() const;

  [[nodiscard]] const std::filesystem::path& path() const { return path_; }
  [[nodiscard]] std::filesystem::path store() const { return path_ / "parley.db"; }
  [[nodiscard]] std::filesystem::path signing_key() const { return path_ / "jwt.pem"; }
  /// Locked (base/file_lock.hpp) by the one process that uses the directory: a server, or a command
  /// while no server runs.
  [[nodiscard]] std::filesystem::path lock() const { return path_ / "parleyd.lock"; }
  /// The error for a lock file that cannot be opened.
  [[nodiscard]] Error cannot_lock(int error_number) const;
  /// The addresses of the running server; removed when it stops.
  [[nodiscard]] std::filesystem::path run_file() const { return path_ / "run.json"; }
  /// The app and keys of `parleyd dev`.
  [[nodiscard]] std::filesystem::path credentials() const { return path_ / "credentials.json"; }
  [[nodiscard]] std::filesystem::path certificate() const { return path_ / "tls/localhost.crt"; }
  [[nodiscard]] std::filesystem::path certificate_key() const {
    return path_ / "tls/localhost.key";
  }

 private:
  std::filesystem::path path_;
};

}  // namespace parley::daemon
