// run.json: exists while a server runs on a data directory, and contains the server's addresses.
#pragma once

#include <filesystem>
#include <string>

#include "base/result.hpp"
#include "daemon/server/addresses.hpp"

namespace parley::daemon {

class RunFile {
 public:
  explicit RunFile(std::filesystem::path file) : file_(std::move(file)) {}
  RunFile(const RunFile&) = delete;
  RunFile& operator=(const RunFile&) = delete;
  /// Removes the file.
  ~RunFile();

  /// The error's message is one line.
  [[nodiscard]] Status write(const Addresses& addresses);

 private:
  std::filesystem::path file_;
};

/// The HTTP URL in the file; empty if there is none.
[[nodiscard]] std::string url_in_run_file(const std::filesystem::path& file);

}  // namespace parley::daemon
