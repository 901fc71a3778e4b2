// A self-signed certificate for localhost, for trying HTTPS without a certificate authority.
#pragma once

#include <string>

#include "base/clock.hpp"
#include "base/result.hpp"
#include "daemon/data/data_directory.hpp"

namespace parley::daemon {

/// Both in PEM.
struct SelfSigned {
  std::string certificate;
  std::string key;
};

/// Creates a P-256 key and a certificate for localhost, 127.0.0.1 and ::1. It is valid from a day
/// before `now`, for 825 days in all (browsers refuse longer ones). The certificate is its own
/// authority, so a client can be configured to trust only it. Throws std::runtime_error if OpenSSL
/// fails.
[[nodiscard]] SelfSigned make_self_signed(Time now);

/// Whether `pem` starts with a certificate that is valid at `now` and for another week.
[[nodiscard]] bool is_certificate_valid(const std::string& pem, Time now);

/// Creates a self-signed certificate and its key in the directory, unless it has a valid one. The
/// error's message is one line.
[[nodiscard]] Status ensure_self_signed(const DataDirectory& directory, Time now);

}  // namespace parley::daemon
