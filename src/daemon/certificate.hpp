// A certificate for localhost, signed by itself, so that HTTPS can be tried without asking anybody.
#pragma once

#include <string>

#include "base/clock.hpp"
#include "base/result.hpp"
#include "daemon/data_directory.hpp"

namespace parley::daemon {

/// Both in PEM.
struct SelfSigned {
  std::string certificate;
  std::string key;
};

/// A P-256 key and a certificate for localhost, 127.0.0.1 and ::1 that is valid from a day before
/// `now` for 825 days (browsers refuse longer ones). It is its own authority, so that a client can
/// be told to trust it alone. Throws std::runtime_error when OpenSSL fails.
[[nodiscard]] SelfSigned make_self_signed(Time now);

/// Whether `pem` starts with a certificate that is valid at `now` and for another week.
[[nodiscard]] bool is_certificate_valid(const std::string& pem, Time now);

/// Puts a self-signed certificate and its key into the directory, unless a valid one is there.
/// The error's message is one line.
[[nodiscard]] Status ensure_self_signed(const DataDirectory& directory, Time now);

}  // namespace parley::daemon
