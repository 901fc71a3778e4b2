// A fixture for tests of administrators and their sessions, on the real domain.
#pragma once

#include <optional>
#include <string>
#include <utility>

#include "support/domain_test.hpp"

namespace parley::test_support {

constexpr const char* kPassword = "correct horse";

/// Creates administrators and signs them in.
class AdministratorTest : public DomainTest {
 protected:
  core::Administrator create(const std::string& name, core::AdminRole role,
                             bool with_password = true) {
    std::optional<SecretString> password;
    if (with_password) password.emplace(kPassword);
    return runner
        .run(administrators.create(actor, {name + "@example.com", "Name of " + name, role},
                                   std::move(password)))
        .value();
  }

  Result<core::SignedIn> sign_in(const std::string& email, const std::string& password,
                                 const std::string& address = "192.0.2.1") {
    return runner.run(sessions.sign_in(email, SecretString(password), {address, "Browser/1.0"}));
  }

  core::SignedIn ann_signs_in() { return sign_in("ann@example.com", kPassword).value(); }

  Result<core::AdminCaller> authenticate(const SecretString& token) {
    return runner.run(sessions.authenticate(SecretString(token.expose()), "192.0.2.7"));
  }

  Result<core::SignedIn> use_link(const SecretString& token) {
    return runner.run(sessions.sign_in_by_link(SecretString(token.expose()), {"192.0.2.1", "B"}));
  }

  template <class T>
  static ErrorCode code_of(const Result<T>& result) {
    EXPECT_FALSE(result);
    return result ? ErrorCode::kErrException : result.error().code;
  }

  core::AdministratorService& administrators = domain.administrators;
  core::AdminSessionService& sessions = domain.admin_sessions;
};

}  // namespace parley::test_support
