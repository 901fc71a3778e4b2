#include "daemon/data/certificate.hpp"

#include <gtest/gtest.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>

#include <memory>

#include "daemon/data/file.hpp"
#include "http/tls.hpp"
#include "support/temporary_directory.hpp"

namespace parley::daemon {
namespace {

using std::chrono::days;
using X509Pointer = std::unique_ptr<X509, decltype(&X509_free)>;

constexpr Time kNow = from_unix_seconds(1'795'000'000);

X509Pointer parse(const std::string& pem) {
  const std::unique_ptr<BIO, decltype(&BIO_free_all)> memory(
      BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size())), &BIO_free_all);
  return {PEM_read_bio_X509(memory.get(), nullptr, nullptr, nullptr), &X509_free};
}

TEST(SelfSignedCertificate, NamesTheMachineItself) {
  const auto certificate = parse(make_self_signed(kNow).certificate);
  ASSERT_TRUE(certificate);
  EXPECT_EQ(X509_check_host(certificate.get(), "localhost", 0, 0, nullptr), 1);
  EXPECT_EQ(X509_check_ip_asc(certificate.get(), "127.0.0.1", 0), 1);
  EXPECT_EQ(X509_check_ip_asc(certificate.get(), "::1", 0), 1);
  EXPECT_NE(X509_check_host(certificate.get(), "example.com", 0, 0, nullptr), 1);
  EXPECT_EQ(X509_check_ca(certificate.get()), 1);
  EXPECT_EQ(X509_verify(certificate.get(), X509_get0_pubkey(certificate.get())), 1);
}

TEST(SelfSignedCertificate, LastsAsLongAsBrowsersAccept) {
  const auto pem = make_self_signed(kNow).certificate;
  EXPECT_TRUE(is_certificate_valid(pem, kNow));
  EXPECT_TRUE(is_certificate_valid(pem, kNow + days{816}));
  EXPECT_FALSE(is_certificate_valid(pem, kNow + days{818}));  // Replaced before it expires.
  EXPECT_FALSE(is_certificate_valid(pem, kNow - days{2}));
  const auto certificate = parse(pem);
  int whole_days = 0;
  int seconds = 0;
  ASSERT_EQ(ASN1_TIME_diff(&whole_days, &seconds, X509_get0_notBefore(certificate.get()),
                           X509_get0_notAfter(certificate.get())),
            1);
  EXPECT_LE(whole_days, 825);
}

TEST(SelfSignedCertificate, DifferFromMachineToMachine) {
  const auto one = make_self_signed(kNow);
  const auto two = make_self_signed(kNow);
  EXPECT_NE(one.key, two.key);
  EXPECT_NE(ASN1_INTEGER_cmp(X509_get0_serialNumber(parse(one.certificate).get()),
                             X509_get0_serialNumber(parse(two.certificate).get())),
            0);
}

TEST(SelfSignedCertificate, WhatIsNoneIsNotValid) {
  EXPECT_FALSE(is_certificate_valid("", kNow));
  EXPECT_FALSE(is_certificate_valid("-----BEGIN CERTIFICATE-----\nAAAA\n", kNow));
}

TEST(SelfSignedCertificate, IsMadeOnceAndAgainWhenItEnds) {
  const test_support::TemporaryDirectory temporary;
  const DataDirectory directory(temporary.path());
  ASSERT_TRUE(ensure_self_signed(directory, kNow));
  const auto first = read_file(directory.certificate()).value();
  const auto mode = std::filesystem::status(directory.certificate_key()).permissions();
  EXPECT_EQ(mode, kOwnerOnly);
  EXPECT_TRUE(http::Tls::load(directory.certificate(), directory.certificate_key()));

  ASSERT_TRUE(ensure_self_signed(directory, kNow + days{800}));
  EXPECT_EQ(read_file(directory.certificate()).value(), first);
  ASSERT_TRUE(ensure_self_signed(directory, kNow + days{820}));
  EXPECT_NE(read_file(directory.certificate()).value(), first);
  EXPECT_TRUE(http::Tls::load(directory.certificate(), directory.certificate_key()));

  std::filesystem::remove(directory.certificate_key());
  ASSERT_TRUE(ensure_self_signed(directory, kNow + days{820}));
  EXPECT_TRUE(http::Tls::load(directory.certificate(), directory.certificate_key()));
}

}  // namespace
}  // namespace parley::daemon
