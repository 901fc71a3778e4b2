// The TLS side of a listener: certificate, key and settings, replaceable while it runs.
#pragma once

#include <filesystem>
#include <memory>
#include <mutex>

#include "base/result.hpp"

struct ssl_ctx_st;

namespace parley::http {

/// TLS 1.2 and 1.3 with the certificate and key of two PEM files.
class Tls {
 public:
  using Context = std::shared_ptr<ssl_ctx_st>;

  /// Reads the files. On failure the error's `message` is one line that names the file.
  [[nodiscard]] static Result<std::unique_ptr<Tls>> load(std::filesystem::path certificate,
                                                         std::filesystem::path key);

  /// Reads the files again. New connections use them; open ones keep what they have. On failure
  /// the old certificate stays in use.
  [[nodiscard]] Status reload();

  /// What a new connection uses. Safe from any thread.
  [[nodiscard]] Context context() const;

 private:
  Tls(std::filesystem::path certificate, std::filesystem::path key);

  std::filesystem::path certificate_;
  std::filesystem::path key_;
  mutable std::mutex mutex_;
  Context context_;
};

}  // namespace parley::http
