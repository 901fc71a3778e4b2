// Self-signed certificates for tests.
#pragma once

#include <filesystem>
#include <string>

#include "support/temporary_directory.hpp"

namespace parley::test_support {

/// A temporary directory with certificate.pem and key.pem. The destructor removes it.
class CertificateFiles {
 public:
  explicit CertificateFiles(const std::string& common_name);

  [[nodiscard]] std::filesystem::path certificate() const { return directory_ / "certificate.pem"; }
  [[nodiscard]] std::filesystem::path key() const { return directory_ / "key.pem"; }

  /// Replaces both files with a new pair.
  void write(const std::string& common_name) const;

 private:
  TemporaryDirectory directory_;
};

}  // namespace parley::test_support
