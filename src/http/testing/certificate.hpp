// For tests: self-signed certificates in files of their own folder.
#pragma once

#include <filesystem>
#include <string>

namespace parley::http::testing {

/// A temporary folder with certificate.pem and key.pem. The folder goes when this goes.
class CertificateFiles {
 public:
  explicit CertificateFiles(const std::string& common_name);
  ~CertificateFiles();
  CertificateFiles(const CertificateFiles&) = delete;
  CertificateFiles& operator=(const CertificateFiles&) = delete;

  [[nodiscard]] std::filesystem::path certificate() const { return folder_ / "certificate.pem"; }
  [[nodiscard]] std::filesystem::path key() const { return folder_ / "key.pem"; }

  /// Replaces both files with a new pair.
  void write(const std::string& common_name) const;

 private:
  std::filesystem::path folder_;
};

}  // namespace parley::http::testing
