#include "daemon/data/signing_key.hpp"

#include <optional>
#include <stdexcept>
#include <string>
#include <system_error>
#include <utility>

#include <fmt/format.h>

#include "base/log.hpp"
#include "daemon/command_line/operator_error.hpp"
#include "daemon/data/file.hpp"

namespace parley::daemon {
namespace {

crypto::JwtSigner create_signer(const std::filesystem::path& file) {
  const auto key = crypto::make_signing_key();
  if (const auto written = replace_file(file, key.expose(), kOwnerOnly); !written)
    throw OperatorException(written.error());
  return crypto::JwtSigner(key);
}

}  // namespace

crypto::JwtSigner load_or_create_signer(const std::filesystem::path& file) {
  std::error_code failure;
  const bool exists = std::filesystem::exists(file, failure);
  if (!exists && !failure) return create_signer(file);
  auto content = read_file(file);
  if (!content) throw OperatorException(content.error());
  if (content->empty()) {
    const auto name = file.string();
    log::warn("signing_key_was_empty", {{"file", std::string_view(name)}});
    return create_signer(file);
  }
  try {
    return crypto::JwtSigner(SecretString(*std::move(content)));
  } catch (const std::runtime_error&) {
    throw std::runtime_error(fmt::format(
        "the signing key {} is damaged; restore it from a backup, or delete it to create "
        "a new one (existing JSON Web Tokens become invalid; sessions are not affected)",
        file.string()));
  }
}

}  // namespace parley::daemon
