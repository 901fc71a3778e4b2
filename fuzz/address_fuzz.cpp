// Host headers, public URLs, endpoints and networks: each accepted value has one written form,
// which reads back as the same value.
#include <fmt/format.h>

#include "http/endpoint.hpp"
#include "support/fuzz.hpp"
#include "wire/settings_json.hpp"

namespace parley {
namespace {

using fuzz::check;

std::string with_port(const wire::PublicAddress& address) {
  return fmt::format("{}:{}", address.host, address.port);
}

void check_public_address(const wire::PublicAddress& address, bool secure) {
  check(!address.host.empty() && address.port != 0, "an address has a host and a port");
  check(address.host.find_first_of("/@#?\\%\"'<> \t\r\n") == std::string_view::npos,
        "a host contains no delimiter");
  check(address.port_is_default == (address.port == (secure ? 443 : 80)),
        "port_is_default is correct");
  const auto text = with_port(address);
  const auto again = wire::parse_host(text, secure);
  check(again && again->host == address.host && again->port == address.port,
        "a host reads back as written");
}

void check_host(std::string_view text) {
  for (const bool secure : {false, true}) {
    if (const auto address = wire::parse_host(text, secure)) check_public_address(*address, secure);
  }
  if (const auto address = wire::parse_public_url(text))
    check_public_address(*address, text.starts_with("https:"));
}

void check_endpoint(std::string_view text) {
  const auto endpoint = http::parse_endpoint(text);
  if (!endpoint) return;
  const auto written = http::to_string(*endpoint);
  const auto again = http::parse_endpoint(written);
  check(again && *again == *endpoint, "an endpoint reads back as written");
}

void check_network(std::string_view text) {
  const auto network = http::Network::parse(text);
  if (!network) return;
  boost::system::error_code invalid;
  const auto address =
      boost::asio::ip::make_address(std::string(text.substr(0, text.find('/'))), invalid);
  if (!invalid) check(network->contains(address), "a network contains its own address");
}

}  // namespace
}  // namespace parley

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto text = parley::fuzz::as_text(data, size);
  parley::check_host(text);
  parley::check_endpoint(text);
  parley::check_network(text);
  return 0;
}
