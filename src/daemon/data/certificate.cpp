#include "daemon/data/certificate.hpp"

#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rand.h>
#include <openssl/x509v3.h>

#include <ctime>
#include <memory>
#include <stdexcept>
#include <system_error>

#include <fmt/format.h>

#include "daemon/command_line/operator_error.hpp"
#include "daemon/data/file.hpp"

namespace parley::daemon {
namespace {

constexpr auto kLifetime = std::chrono::days{825};
constexpr auto kStartsEarlier = std::chrono::days{1};  // For clients whose clock is behind.
constexpr auto kRemadeBefore = std::chrono::days{7};

template <auto kFree>
struct Free {
  template <class T>
  void operator()(T* object) const {
    kFree(object);
  }
};

using Key = std::unique_ptr<EVP_PKEY, Free<EVP_PKEY_free>>;
using Certificate = std::unique_ptr<X509, Free<X509_free>>;
using Extension = std::unique_ptr<X509_EXTENSION, Free<X509_EXTENSION_free>>;
using Memory = std::unique_ptr<BIO, Free<BIO_free_all>>;

void require(bool done) {
  if (!done) throw std::runtime_error("OpenSSL could not make a certificate");
}

std::time_t to_time_t(Time time) { return to_unix_seconds(time); }

void set_random_serial(X509* certificate) {
  unsigned char bytes[16];
  require(RAND_bytes(bytes, sizeof bytes) == 1);
  bytes[0] &= 0x7F;  // Serial numbers are positive.
  const std::unique_ptr<BIGNUM, Free<BN_free>> number(BN_bin2bn(bytes, sizeof bytes, nullptr));
  require(number && BN_to_ASN1_INTEGER(number.get(), X509_get_serialNumber(certificate)));
}

void set_names(X509* certificate) {
  auto* name = X509_get_subject_name(certificate);
  const auto* text = reinterpret_cast<const unsigned char*>("localhost");
  require(X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_ASC, text, -1, -1, 0) == 1);
  require(X509_set_issuer_name(certificate, name) == 1);
}

void add_extension(X509* certificate, int kind, const char* value) {
  X509V3_CTX context;
  X509V3_set_ctx_nodb(&context);
  X509V3_set_ctx(&context, certificate, certificate, nullptr, nullptr, 0);
  const Extension extension(X509V3_EXT_conf_nid(nullptr, &context, kind, value));
  require(extension && X509_add_ext(certificate, extension.get(), -1) == 1);
}

void add_extensions(X509* certificate) {
  add_extension(certificate, NID_basic_constraints, "critical,CA:TRUE,pathlen:0");
  add_extension(certificate, NID_key_usage, "critical,digitalSignature,keyCertSign");
  add_extension(certificate, NID_ext_key_usage, "serverAuth");
  add_extension(certificate, NID_subject_key_identifier, "hash");
  add_extension(certificate, NID_subject_alt_name, "DNS:localhost,IP:127.0.0.1,IP:::1");
}

std::string content_of(BIO* memory) {
  char* bytes = nullptr;
  const auto size = BIO_get_mem_data(memory, &bytes);
  return {bytes, static_cast<std::size_t>(size)};
}

}  // namespace

SelfSigned make_self_signed(Time now) {
  const Key key(EVP_EC_gen("P-256"));
  const Certificate certificate(X509_new());
  require(key && certificate);
  auto start = to_time_t(now - kStartsEarlier);
  auto end = to_time_t(now - kStartsEarlier + kLifetime);
  require(X509_set_version(certificate.get(), X509_VERSION_3) == 1);
  set_random_serial(certificate.get());
  require(X509_time_adj_ex(X509_getm_notBefore(certificate.get()), 0, 0, &start) != nullptr);
  require(X509_time_adj_ex(X509_getm_notAfter(certificate.get()), 0, 0, &end) != nullptr);
  set_names(certificate.get());
  require(X509_set_pubkey(certificate.get(), key.get()) == 1);
  add_extensions(certificate.get());
  require(X509_sign(certificate.get(), key.get(), EVP_sha256()) > 0);

  const Memory certificate_pem(BIO_new(BIO_s_mem()));
  const Memory key_pem(BIO_new(BIO_s_mem()));
  require(certificate_pem && key_pem);
  require(PEM_write_bio_X509(certificate_pem.get(), certificate.get()) == 1);
  require(PEM_write_bio_PKCS8PrivateKey(key_pem.get(), key.get(), nullptr, nullptr, 0, nullptr,
                                        nullptr) == 1);
  return {content_of(certificate_pem.get()), content_of(key_pem.get())};
}

bool is_certificate_valid(const std::string& pem, Time now) {
  const Memory memory(BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size())));
  const Certificate certificate(PEM_read_bio_X509(memory.get(), nullptr, nullptr, nullptr));
  if (!certificate) return false;
  auto start = to_time_t(now);
  auto end = to_time_t(now + kRemadeBefore);
  return X509_cmp_time(X509_get0_notBefore(certificate.get()), &start) < 0 &&
         X509_cmp_time(X509_get0_notAfter(certificate.get()), &end) > 0;
}

Status ensure_self_signed(const DataDirectory& directory, Time now) {
  const auto certificate = directory.certificate();
  std::error_code ignored;
  const auto present = read_file(certificate);
  if (present && is_certificate_valid(*present, now) &&
      std::filesystem::exists(directory.certificate_key(), ignored))
    return {};
  const auto made = make_self_signed(now);
  if (const auto failure = create_private_directory(certificate.parent_path())) {
    return system_error(
        fmt::format("cannot create {}: {}", certificate.parent_path().string(), failure.message()),
        failure.value());
  }
  // The certificate is removed first and written last, so it is never next to another's key.
  std::filesystem::remove(certificate, ignored);
  auto written = replace_file(directory.certificate_key(), made.key, kOwnerOnly);
  if (!written) return written;
  return replace_file(
      certificate, made.certificate,
      kOwnerOnly | std::filesystem::perms::group_read | std::filesystem::perms::others_read);
}

}  // namespace parley::daemon
