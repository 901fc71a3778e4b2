#include "http/endpoint.hpp"

#include <algorithm>
#include <charconv>
#include <optional>

#include <fmt/format.h>

namespace parley::http {
namespace {

namespace ip = boost::asio::ip;

Error invalid(std::string message) {
  return Error{ErrorCode::kErrBadRequest, std::move(message), ""};
}

std::optional<unsigned> parse_number(std::string_view text, unsigned max) {
  unsigned number = 0;
  const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), number);
  const bool whole = failure == std::errc{} && end == text.data() + text.size();
  return whole && number <= max ? std::optional(number) : std::nullopt;
}

std::optional<ip::address> parse_address(std::string_view text) {
  if (text == "localhost") return ip::address(ip::address_v4::loopback());
  boost::system::error_code failure;
  const auto address = ip::make_address(std::string(text), failure);
  return failure ? std::nullopt : std::optional(address);
}

/// The length of the prefix that all mapped IPv4 addresses share.
constexpr unsigned kMappedBits = 96;

ip::address_v6 to_v6(const ip::address& address) {
  return address.is_v4() ? ip::make_address_v6(ip::v4_mapped, address.to_v4()) : address.to_v6();
}

}  // namespace

Result<Endpoint> parse_endpoint(std::string_view text) {
  const auto wrong = [&](std::string_view what = "is not HOST:PORT, for example 127.0.0.1:8080") {
    return invalid(fmt::format("\"{}\" {}", text, what));
  };
  const auto colon = text.rfind(':');
  if (colon == std::string_view::npos) return wrong();
  auto host = text.substr(0, colon);
  const bool bracketed = host.starts_with('[') && host.ends_with(']');
  if (bracketed) host = host.substr(1, host.size() - 2);
  const auto address =
      host.empty() && !bracketed ? ip::address(ip::address_v4::any()) : parse_address(host);
  const auto port = parse_number(text.substr(colon + 1), 65'535);
  if (address && address->is_v6() && !bracketed)
    return wrong("needs brackets around the IPv6 address, for example [::1]:8080");
  if (!address || address->is_v6() != bracketed) return wrong();
  if (!port) return wrong("needs a port from 1 to 65535, or 0 to let the system choose one");
  return Endpoint{*address, static_cast<std::uint16_t>(*port)};
}

std::string to_string(const Endpoint& endpoint) {
  const auto host = endpoint.address.to_string();
  return endpoint.address.is_v6() ? fmt::format("[{}]:{}", host, endpoint.port)
                                  : fmt::format("{}:{}", host, endpoint.port);
}

Result<Network> Network::parse(std::string_view text) {
  const auto slash = text.find('/');
  const auto address = parse_address(text.substr(0, slash));
  const unsigned bits = address && address->is_v4() ? 32 : 128;
  const auto length =
      slash == std::string_view::npos ? bits : parse_number(text.substr(slash + 1), bits);
  if (!address || !length) {
    return invalid(fmt::format("\"{}\" is not a network, for example 10.0.0.0/8", text));
  }
  const auto prefix = static_cast<unsigned short>(*length + 128 - bits);
  return Network(ip::make_network_v6(to_v6(*address), prefix));
}

bool Network::contains(const ip::address& address) const {
  return ip::make_network_v6(to_v6(address), network_.prefix_length()).canonical() ==
         network_.canonical();
}

bool Network::spans_the_internet() const {
  const unsigned length = network_.prefix_length();
  return network_.network().is_v4_mapped() && length >= kMappedBits ? length < kMappedBits + 8
                                                                    : length < 7;
}

std::string Network::to_string() const {
  const auto address = network_.network();
  const unsigned length = network_.prefix_length();
  if (!address.is_v4_mapped() || length < kMappedBits) return network_.canonical().to_string();
  return fmt::format("{}/{}", ip::make_address_v4(ip::v4_mapped, address).to_string(),
                     length - kMappedBits);
}

bool is_in(std::span<const Network> networks, const ip::address& address) {
  return std::ranges::any_of(networks,
                             [&](const Network& network) { return network.contains(address); });
}

bool is_in(std::span<const Network> networks, std::string_view address) {
  if (networks.empty()) return false;
  boost::system::error_code no_address;
  const auto parsed = ip::make_address(address, no_address);
  return !no_address && is_in(networks, parsed);
}

}  // namespace parley::http
