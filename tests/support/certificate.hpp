// For tests: self-signed certificates in files of their own folder.
#pragma once

#include <filesystem>
#include <string>

#include "support/temporary_directory.hpp"

namespace parley::test_support {

/// A temporary folder with certificate.pem and key.pem. The folder goes when this goes.
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
