#include "http/tls.hpp"

#include <gmock/gmock.h>
#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/ssl.h>

#include <cstdio>
#include <fstream>
#include <memory>

#include <fmt/format.h>

#include "support/certificate.hpp"
#include "support/loopback.hpp"

namespace parley::http {
namespace {

using std::chrono::milliseconds;
using test_support::CertificateFiles;
using test_support::Client;
using test_support::FunctionHandler;
using test_support::TestServer;
using ::testing::EndsWith;
using ::testing::HasSubstr;
using ::testing::StartsWith;

/// A blocking TLS client over a test client's socket.
class TlsClient {
 public:
  explicit TlsClient(std::uint16_t port, int max_version = 0, const char* protocols = nullptr)
      : client_(port), context_(SSL_CTX_new(TLS_client_method()), SSL_CTX_free) {
    SSL_CTX_set_min_proto_version(context_.get(), TLS1_VERSION);
    SSL_CTX_set_max_proto_version(context_.get(), max_version);
    SSL_CTX_set_cipher_list(context_.get(), "DEFAULT@SECLEVEL=0");
    ssl_.reset(SSL_new(context_.get()));
    if (protocols) {
      SSL_set_alpn_protos(ssl_.get(), reinterpret_cast<const unsigned char*>(protocols),
                          static_cast<unsigned>(strlen(protocols)));
    }
    SSL_set_fd(ssl_.get(), client_.socket().native_handle());
    connected_ = SSL_connect(ssl_.get()) == 1;
    failure_ = connected_ ? 0 : ERR_GET_REASON(ERR_peek_error());
    ERR_clear_error();
  }

  [[nodiscard]] bool connected() const { return connected_; }
  /// Why it did not connect: the SSL_R_ number of the alert that the server sent.
  [[nodiscard]] int failure() const { return failure_; }

  void send(std::string_view bytes) {
    EXPECT_EQ(SSL_write(ssl_.get(), bytes.data(), static_cast<int>(bytes.size())),
              static_cast<int>(bytes.size()));
  }

  test_support::Answer receive() {
    char bytes[4096];
    for (;;) {
      auto answer = test_support::parse_answer(unread_);
      if (answer.status != 0) return answer;
      const int count = SSL_read(ssl_.get(), bytes, sizeof bytes);
      if (count <= 0) return answer;
      unread_.append(bytes, static_cast<std::size_t>(count));
    }
  }

  [[nodiscard]] std::string common_name() const {
    char name[64] = {};
    const std::unique_ptr<X509, decltype(&X509_free)> certificate(
        SSL_get1_peer_certificate(ssl_.get()), X509_free);
    X509_NAME_get_text_by_NID(X509_get_subject_name(certificate.get()), NID_commonName, name,
                              sizeof name);
    return name;
  }

  [[nodiscard]] std::string protocol() const {
    const unsigned char* name = nullptr;
    unsigned size = 0;
    SSL_get0_alpn_selected(ssl_.get(), &name, &size);
    return {name, name + size};
  }

 private:
  Client client_;
  std::unique_ptr<SSL_CTX, decltype(&SSL_CTX_free)> context_;
  std::unique_ptr<SSL, decltype(&SSL_free)> ssl_{nullptr, SSL_free};
  std::string unread_;
  bool connected_ = false;
  int failure_ = 0;
};

std::string get(std::string_view path, std::string_view headers = "") {
  return fmt::format("GET {} HTTP/1.1\r\nHost: test\r\n{}\r\n", path, headers);
}

class TlsTest : public ::testing::Test {
 protected:
  static Limits limits() {
    Limits limits;
    limits.sweep_interval = milliseconds(5);
    limits.handshake = limits.head = milliseconds(100);
    return limits;
  }

  CertificateFiles files_{"first.test"};
  std::unique_ptr<Tls> tls_ = Tls::load(files_.certificate(), files_.key()).value();
  FunctionHandler handler_{[](const api::Request& request) {
    EXPECT_TRUE(request.secure);
    return test_support::echo(request);
  }};
  TestServer server_{handler_, limits(), tls_.get()};
};

TEST_F(TlsTest, ServesSeveralRequestsOverOneConnection) {
  TlsClient client(server_.port());
  ASSERT_TRUE(client.connected());
  client.send(get("/a"));
  EXPECT_EQ(client.receive().body, "GET /a");
  client.send(get("/b") + get("/c"));
  EXPECT_EQ(client.receive().body, "GET /b");
  EXPECT_EQ(client.receive().body, "GET /c");
  const std::string body(9'000, 'x');
  client.send(fmt::format("PUT /d HTTP/1.1\r\nHost: t\r\nContent-Length: 9000\r\n\r\n{}", body));
  EXPECT_EQ(client.receive().body, "PUT /d " + body);
}

TEST_F(TlsTest, SendsAnswersLargerThanTheSocketTakesAtOnce) {
  FunctionHandler large([](const api::Request&) -> Task<api::Response> {
    api::Response response;
    response.body.assign(10'000'000, 'x');
    co_return response;
  });
  TestServer server(large, {}, tls_.get());
  TlsClient client(server.port());
  client.send(get("/"));
  EXPECT_EQ(client.receive().body.size(), 10'000'000U);
}

TEST_F(TlsTest, ClosesProperly) {
  TlsClient client(server_.port());
  client.send(get("/", "Connection: close\r\n"));
  EXPECT_EQ(client.receive().status, 200);
  EXPECT_EQ(client.receive().status, 0);
}

TEST_F(TlsTest, SpeaksModernVersionsOnly) {
  EXPECT_FALSE(TlsClient(server_.port(), TLS1_1_VERSION).connected());
  EXPECT_TRUE(TlsClient(server_.port(), TLS1_2_VERSION).connected());
  EXPECT_TRUE(TlsClient(server_.port(), TLS1_3_VERSION).connected());
}

TEST_F(TlsTest, ChoosesHttp11) {
  EXPECT_EQ(TlsClient(server_.port(), 0, "\x02h2\x08http/1.1").protocol(), "http/1.1");
  EXPECT_EQ(TlsClient(server_.port(), 0, "\x02h2\x08http/1.0").protocol(), "http/1.0");
  EXPECT_EQ(TlsClient(server_.port()).protocol(), "") << "a client without ALPN";
}

TEST_F(TlsTest, SendsTheAlertWhenNoOfferedProtocolIsSpoken) {
  for (const int version : {TLS1_2_VERSION, TLS1_3_VERSION}) {
    const TlsClient other(server_.port(), version, "\x02h2");
    EXPECT_FALSE(other.connected());
    EXPECT_EQ(other.failure(), SSL_R_TLSV1_ALERT_NO_APPLICATION_PROTOCOL);
  }
}

TEST_F(TlsTest, ReloadsItsCertificateWhileConnectionsGoOn) {
  TlsClient before(server_.port());
  files_.write("second.test");
  ASSERT_FALSE(tls_->reload().has_error());
  TlsClient after(server_.port());
  EXPECT_EQ(before.common_name(), "first.test");
  EXPECT_EQ(after.common_name(), "second.test");
  before.send(get("/a"));
  EXPECT_EQ(before.receive().status, 200);
}

TEST_F(TlsTest, KeepsTheOldCertificateWhenTheNewOneIsBad) {
  std::ofstream(files_.certificate()) << "no certificate";
  const auto reloaded = tls_->reload();
  ASSERT_TRUE(reloaded.has_error());
  EXPECT_THAT(reloaded.error()->message, HasSubstr(files_.certificate().string()));
  EXPECT_EQ(TlsClient(server_.port()).common_name(), "first.test");
}

TEST_F(TlsTest, SaysWhichFileItCannotUse) {
  const CertificateFiles other("other.test");
  const auto mismatch = Tls::load(files_.certificate(), other.key());
  ASSERT_TRUE(mismatch.has_error());
  EXPECT_EQ(mismatch.error()->message, "cannot use the private key " + other.key().string() +
                                           ": it does not belong to the certificate");
  std::ofstream(other.key(), std::ios::trunc).close();
  EXPECT_THAT(Tls::load(files_.certificate(), other.key()).error()->message,
              EndsWith("key.pem: it is not in PEM format"));
  const auto missing = Tls::load("/nonexistent/certificate.pem", files_.key());
  ASSERT_TRUE(missing.has_error());
  EXPECT_EQ(missing.error()->message,
            "cannot use the certificate /nonexistent/certificate.pem: No such file or directory");
  const auto directory = files_.certificate().parent_path();
  EXPECT_EQ(Tls::load(directory, files_.key()).error()->message,
            "cannot use the certificate " + directory.string() + ": it is a directory");
  EXPECT_EQ(Tls::load(files_.key(), files_.key()).error()->message,
            "cannot use the certificate " + files_.key().string() + ": it is not in PEM format");
  const auto keyless = Tls::load(files_.certificate(), "/nonexistent/key.pem");
  ASSERT_TRUE(keyless.has_error());
  EXPECT_THAT(keyless.error()->message, EndsWith("key.pem: No such file or directory"));
}

TEST_F(TlsTest, AsksNobodyForThePassphraseOfAKey) {
  const CertificateFiles encrypted("localhost");
  {
    using File = std::unique_ptr<std::FILE, decltype(&std::fclose)>;
    const File in(std::fopen(files_.key().c_str(), "r"), &std::fclose);
    const std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)> key(
        PEM_read_PrivateKey(in.get(), nullptr, nullptr, nullptr), &EVP_PKEY_free);
    const File out(std::fopen(encrypted.key().c_str(), "w"), &std::fclose);
    const unsigned char passphrase[] = "secret";
    ASSERT_EQ(PEM_write_PrivateKey(out.get(), key.get(), EVP_aes_256_cbc(), passphrase, 6, nullptr,
                                   nullptr),
              1);
  }
  EXPECT_THAT(Tls::load(files_.certificate(), encrypted.key()).error()->message,
              EndsWith("key.pem: it is encrypted; remove its passphrase"));
}

TEST_F(TlsTest, RefusesPlainHttpInAWayThatPagesCanRead) {
  Client client(server_.port());
  client.send(
      "OPTIONS / HTTP/1.1\r\nHost: t\r\nOrigin: https://a.example\r\n"
      "Access-Control-Request-Headers: appid, content-type\r\n\r\n");
  const auto preflight = client.receive();
  EXPECT_EQ(preflight.status, 204);
  EXPECT_EQ(preflight.headers.at("access-control-allow-headers"), "appid, content-type");
  client.send("POST / HTTP/1.1\r\nHost: t\r\nContent-Length: 2\r\n\r\n{}");
  const auto refusal = client.receive();
  EXPECT_EQ(refusal.status, 400);
  EXPECT_EQ(refusal.headers.at("access-control-allow-origin"), "*");
  EXPECT_THAT(refusal.body, HasSubstr("Use an address that starts with https://."));
  EXPECT_EQ(client.receive_rest(), "");
}

TEST_F(TlsTest, LimitsPlainHttpAsOtherRequests) {
  Client unfinished(server_.port());
  unfinished.send("GE");
  EXPECT_THAT(unfinished.receive_rest(), StartsWith("HTTP/1.1 408 "));
  Client endless(server_.port());
  endless.send("GET /" + std::string(100'000, 'a'));
  EXPECT_THAT(endless.receive_rest(), StartsWith("HTTP/1.1 431 "));
  server_.await_connections(0);
}

TEST_F(TlsTest, ClosesOnGarbageAndOnSilence) {
  Client garbage(server_.port());
  garbage.send(std::string(100, '\x01'));
  garbage.receive_rest();
  Client silent(server_.port());
  EXPECT_EQ(silent.receive_rest(), "");
  server_.await_connections(0);
}

}  // namespace
}  // namespace parley::http
