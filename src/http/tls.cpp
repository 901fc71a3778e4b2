#include "http/tls.hpp"

#include <string>
#include <system_error>

#include <fmt/format.h>
#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/ssl.h>
#include <openssl/x509.h>

#include "base/log.hpp"

namespace parley::http {
namespace {

constexpr const char* kTls12Ciphers =
    "ECDHE-ECDSA-AES128-GCM-SHA256:ECDHE-RSA-AES128-GCM-SHA256:ECDHE-ECDSA-AES256-GCM-SHA384:"
    "ECDHE-RSA-AES256-GCM-SHA384:ECDHE-ECDSA-CHACHA20-POLY1305:ECDHE-RSA-CHACHA20-POLY1305";
constexpr unsigned char kSessionContext[] = "parley";

/// ALPN: chooses the newest version of HTTP that both sides support. A client that offers only
/// other protocols gets the alert no_application_protocol (RFC 7301). Not called for clients
/// without ALPN.
int choose_protocol(SSL*, const unsigned char** chosen, unsigned char* chosen_size,
                    const unsigned char* offered, unsigned offered_size, void*) {
  static constexpr unsigned char kSpoken[] = "\x08http/1.1\x08http/1.0";
  unsigned char* selected = nullptr;
  const int result = SSL_select_next_proto(&selected, chosen_size, kSpoken, sizeof kSpoken - 1,
                                           offered, offered_size);
  *chosen = selected;
  return result == OPENSSL_NPN_NEGOTIATED ? SSL_TLSEXT_ERR_OK : SSL_TLSEXT_ERR_ALERT_FATAL;
}

void configure(SSL_CTX* context) {
  SSL_CTX_set_min_proto_version(context, TLS1_2_VERSION);
  SSL_CTX_set_options(context, SSL_OP_NO_RENEGOTIATION | SSL_OP_CIPHER_SERVER_PREFERENCE |
                                   SSL_OP_IGNORE_UNEXPECTED_EOF | SSL_OP_NO_COMPRESSION);
  SSL_CTX_set_mode(context, SSL_MODE_RELEASE_BUFFERS | SSL_MODE_ENABLE_PARTIAL_WRITE |
                                SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER);
  SSL_CTX_set_cipher_list(context, kTls12Ciphers);
  SSL_CTX_set_session_id_context(context, kSessionContext, sizeof kSessionContext - 1);
  // Sessions are resumed with tickets; a cache on the server would only cost memory.
  SSL_CTX_set_session_cache_mode(context, SSL_SESS_CACHE_OFF);
  SSL_CTX_set_alpn_select_cb(context, choose_protocol, nullptr);
}

bool is(unsigned long code, int library, int reason) {
  return ERR_GET_LIB(code) == library && ERR_GET_REASON(code) == reason;
}

/// Says in words for the operator why OpenSSL could not use `file`.
std::string reason_of(unsigned long code, const std::filesystem::path& file) {
  std::error_code ignored;
  if (std::filesystem::is_directory(file, ignored)) return "it is a directory";
  if (ERR_SYSTEM_ERROR(code)) return std::generic_category().message(ERR_GET_REASON(code));
  const bool is_empty = std::filesystem::file_size(file, ignored) == 0;
  if (is_empty || is(code, ERR_LIB_PEM, PEM_R_NO_START_LINE)) return "it is not in PEM format";
  if (is(code, ERR_LIB_X509, X509_R_KEY_VALUES_MISMATCH) ||
      is(code, ERR_LIB_SSL, SSL_R_NO_CERTIFICATE_ASSIGNED))  // They are of different types.
    return "it does not belong to the certificate";
  if (ERR_GET_REASON(code) == ERR_R_INTERRUPTED_OR_CANCELLED)
    return "it is encrypted; remove its passphrase";
  const char* reason = ERR_reason_error_string(code);
  return reason == nullptr ? "unknown reason" : reason;
}

/// Reports the first failure in OpenSSL's queue; the others are its consequences.
Error failure(std::string_view what, const std::filesystem::path& file) {
  const auto reason = reason_of(ERR_get_error(), file);
  ERR_clear_error();
  return Error{ErrorCode::kErrServiceUnavailable,
               fmt::format("{} {}: {}", what, file.string(), reason), ""};
}

/// Clients refuse a certificate outside its period of validity.
void warn_unless_valid(const X509& certificate, const std::filesystem::path& file) {
  const auto name = file.string();
  if (X509_cmp_current_time(X509_get0_notAfter(&certificate)) < 0)
    log::warn("certificate_expired", {{"file", std::string_view(name)}});
  if (X509_cmp_current_time(X509_get0_notBefore(&certificate)) > 0)
    log::warn("certificate_not_valid_yet", {{"file", std::string_view(name)}});
}

Result<Tls::Context> make_context(const std::filesystem::path& certificate,
                                  const std::filesystem::path& key) {
  ERR_clear_error();
  Tls::Context context(SSL_CTX_new(TLS_server_method()), SSL_CTX_free);
  if (!context) return failure("cannot set up TLS for", certificate);
  configure(context.get());
  // OpenSSL would ask for a passphrase at the terminal, and wait.
  SSL_CTX_set_default_passwd_cb(context.get(), [](char*, int, int, void*) { return -1; });
  if (SSL_CTX_use_certificate_chain_file(context.get(), certificate.c_str()) != 1) {
    return failure("cannot use the certificate", certificate);
  }
  if (SSL_CTX_use_PrivateKey_file(context.get(), key.c_str(), SSL_FILETYPE_PEM) != 1 ||
      SSL_CTX_check_private_key(context.get()) != 1) {
    return failure("cannot use the private key", key);
  }
  warn_unless_valid(*SSL_CTX_get0_certificate(context.get()), certificate);
  return context;
}

}  // namespace

Tls::Tls(std::filesystem::path certificate, std::filesystem::path key)
    : certificate_(std::move(certificate)), key_(std::move(key)) {}

Result<std::unique_ptr<Tls>> Tls::load(std::filesystem::path certificate,
                                       std::filesystem::path key) {
  std::unique_ptr<Tls> tls(new Tls(std::move(certificate), std::move(key)));
  if (const auto loaded = tls->reload(); loaded.has_error()) return loaded.error();
  return tls;
}

Status Tls::reload() {
  auto fresh = make_context(certificate_, key_);
  if (fresh.has_error()) return fresh.error();
  const std::lock_guard lock(mutex_);
  context_ = std::move(fresh).value();
  return {};
}

Tls::Context Tls::context() const {
  const std::lock_guard lock(mutex_);
  return context_;
}

}  // namespace parley::http
