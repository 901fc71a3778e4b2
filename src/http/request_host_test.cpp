// The host that a request names, as handlers read it.
#include <gtest/gtest.h>

#include <fmt/format.h>

#include "support/loopback.hpp"

namespace parley::http {
namespace {

class RequestHost : public ::testing::Test {
 protected:
  std::string host_of(std::string_view target, std::string_view host) {
    client_.send(fmt::format("GET {} HTTP/1.1\r\nHost: {}\r\n\r\n", target, host));
    return client_.receive().body;
  }

 private:
  static Task<api::Response> answer(const api::Request& request) {
    api::Response response;
    response.body = fmt::format("{}{}", request.header(api::Header::host),
                                request.came_through_proxy ? " through a proxy" : "");
    co_return response;
  }

  test_support::FunctionHandler handler_{answer};
  test_support::TestServer server_{handler_};
  test_support::Client client_{server_.port()};
};

TEST_F(RequestHost, IsThatOfACompleteUrl) {
  EXPECT_EQ(host_of("http://named:81/a", "other"), "named:81 through a proxy");
  EXPECT_EQ(host_of("http://named:/a", "other"), "named through a proxy");
}

TEST_F(RequestHost, LosesAnEmptyPort) {
  EXPECT_EQ(host_of("/", "named:"), "named");
  EXPECT_EQ(host_of("/", "[::1]:"), "[::1]");
}

}  // namespace
}  // namespace parley::http
