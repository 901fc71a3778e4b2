// The TLS settings of a listener. The certificate and key can be reloaded while it runs.
#pragma once

#include <filesystem>
#include <memory>
#include <mutex>

#include "base/result.hpp"

struct ssl_ctx_st;

namespace parley::http {

/// TLS 1.2 and 1.3 with a certificate and a key from two PEM files. Safe from any thread.
class Tls {
 public:
  using Context = std::shared_ptr<ssl_ctx_st>;

  /// Reads the files. On failure the error's `message` is one line with the name of the file.
  [[nodiscard]] static Result<std::unique_ptr<Tls>> load(std::filesystem::path certificate,
                                                         std::filesystem::path key);

  /// Reads the files again. Only new connections use the new certificate. On failure the old one
  /// stays in use.
  [[nodiscard]] Status reload();

  /// The OpenSSL context for a new connection.
  [[nodiscard]] Context context() const;

 private:
  Tls(std::filesystem::path certificate, std::filesystem::path key);

  std::filesystem::path certificate_;
  std::filesystem::path key_;
  mutable std::mutex mutex_;
  Context context_;
};

}  // namespace parley::http
