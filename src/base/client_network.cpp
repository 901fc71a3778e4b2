#include "base/client_network.hpp"

namespace parley {
namespace {

namespace ip = boost::asio::ip;

constexpr std::uint64_t kFirstOfIpv6 = std::uint64_t{1} << 32U;

}  // namespace

ip::address without_mapping(const ip::address& address) {
  if (!address.is_v6() || !address.to_v6().is_v4_mapped()) return address;
  return ip::make_address_v4(ip::v4_mapped, address.to_v6());
}

std::uint64_t client_number(const ip::address& address) {
  const auto plain = without_mapping(address);
  if (plain.is_v4()) return plain.to_v4().to_uint();
  const auto bytes = plain.to_v6().to_bytes();
  std::uint64_t prefix = 0;
  for (std::size_t i = 0; i < 8; ++i) prefix = prefix << 8U | bytes[i];
  return prefix;
}

std::uint64_t client_number(std::string_view address) {
  boost::system::error_code no_address;
  // make_address() alone would try IPv6 first.
  const auto v4 = ip::make_address_v4(address, no_address);
  if (!no_address) return v4.to_uint();
  const auto parsed = ip::make_address(address, no_address);
  return no_address ? 0 : client_number(parsed);
}

bool is_this_machine(std::string_view address) {
  return address.starts_with("127.") || address == "::1";
}

std::size_t shard_of(std::uint64_t client_number, std::size_t shards) {
  constexpr std::uint64_t kGoldenRatio = 0x9E3779B97F4A7C15U;
  return (client_number * kGoldenRatio >> 32U) % shards;
}

std::string client_network(std::string_view address) {
  const auto number = client_number(address);
  if (number < kFirstOfIpv6) return ip::address_v4(static_cast<std::uint32_t>(number)).to_string();
  ip::address_v6::bytes_type bytes{};
  for (std::size_t i = 0; i < 8; ++i) {
    bytes[i] = static_cast<unsigned char>(number >> (56U - 8U * i));
  }
  return ip::address_v6(bytes).to_string() + "/64";
}

}  // namespace parley
