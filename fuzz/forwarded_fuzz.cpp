// X-Forwarded-For, X-Forwarded-Proto and Forwarded: only trusted proxies can set the client's
// address.
#include "http/forwarded.hpp"

#include <vector>

#include "support/fuzz.hpp"

namespace parley::http {
namespace {

using fuzz::check;

constexpr std::string_view kProxy = "10.1.2.3";
constexpr std::string_view kStranger = "203.0.113.9";

const std::vector<Network>& trusted() {
  static const std::vector<Network> kTrusted = {Network::parse("10.0.0.0/8").value(),
                                                Network::parse("2001:db8::/32").value()};
  return kTrusted;
}

Client client_of(std::string_view peer, std::string_view hops, std::string_view protocol) {
  api::Request request;
  request.remote_address = peer;
  request.headers[static_cast<std::size_t>(api::Header::x_forwarded_for)] = hops;
  request.headers[static_cast<std::size_t>(api::Header::x_forwarded_proto)] = protocol;
  return find_client(request, trusted());
}

Client client_by_forwarded(std::string_view peer, std::string_view elements) {
  api::Request request;
  request.remote_address = peer;
  request.headers[static_cast<std::size_t>(api::Header::forwarded)] = elements;
  return find_client(request, trusted());
}

void check_address(const Client& client) {
  boost::system::error_code invalid;
  static_cast<void>(boost::asio::ip::make_address(client.address, invalid));
  check(!invalid, "a client has an IP address");
}

void check_forwarded(std::string_view elements) {
  const auto stranger = client_by_forwarded(kStranger, elements);
  check(stranger.address == kStranger && !stranger.secure, "an untrusted peer cannot set it");
  check_address(client_by_forwarded(kProxy, elements));
  const auto appended = std::string(elements) + ", for=203.0.113.9;proto=http";
  const auto client = client_by_forwarded(kProxy, appended);
  check(client.address == kStranger && !client.secure, "the last untrusted address counts");
}

void check_hops(std::string_view hops, std::string_view protocol) {
  const auto stranger = client_of(kStranger, hops, protocol);
  check(stranger.address == kStranger && !stranger.secure, "an untrusted peer cannot set it");

  check_address(client_of(kProxy, hops, protocol));

  // A proxy appends the address it sees. That address counts, whatever comes before it.
  const auto appended = std::string(hops) + ", " + std::string(kStranger);
  check(client_of(kProxy, appended, protocol).address == kStranger,
        "the last untrusted address counts");
}

}  // namespace
}  // namespace parley::http

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto lines = parley::fuzz::lines_of(parley::fuzz::as_text(data, size));
  parley::http::check_hops(lines[0], lines.size() > 1 ? lines[1] : std::string_view());
  parley::http::check_forwarded(lines[0]);
  return 0;
}
