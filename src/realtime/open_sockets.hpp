// Limits the number of open sockets per user and per address.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <boost/container_hash/hash.hpp>

#include "base/open_counts.hpp"
#include "http/endpoint.hpp"

namespace parley::realtime {

/// The Retry-After of a socket beyond a limit: another one must close first.
inline constexpr std::chrono::seconds kUntilASocketCloses{5};

/// Counts the sockets of an address from the handshake on, so that sockets that never log in count,
/// too; and those of a user from the login on. IPv6 addresses are grouped by /64. Safe from any
/// thread. Must outlive the sockets.
class OpenSockets {
  struct User {
    std::string app_id;
    std::string uid;

    bool operator==(const User&) const = default;
  };
  struct UserHash {
    std::size_t operator()(const User& user) const noexcept {
      std::size_t seed = boost::hash<std::string>{}(user.uid);
      boost::hash_combine(seed, user.app_id);
      return seed;
    }
  };
  using Users = OpenCounts<User, UserHash>;
  using Addresses = OpenCounts<std::uint64_t>;

 public:
  struct Limits {
    std::size_t per_user = 0;                            ///< 0 = unlimited.
    std::size_t per_address = 0;                         ///< 0 = unlimited.
    std::vector<http::Network> unlimited_networks = {};  ///< Exempt from per_address.
  };

  /// A socket is counted for as long as it holds these.
  using AddressSlot = Addresses::Slot;
  using UserSlot = Users::Slot;

  explicit OpenSockets(Limits limits) : limits_(std::move(limits)) {}

  /// Counts another socket from `address`. Returns nullopt if that would exceed the limit; an empty
  /// slot if none applies.
  [[nodiscard]] std::optional<AddressSlot> enter(std::string_view address);

  /// Counts another socket of the user. Returns as above.
  [[nodiscard]] std::optional<UserSlot> enter(std::string_view app_id, std::string_view uid);

 private:
  [[nodiscard]] bool is_limited(std::string_view address) const;

  const Limits limits_;
  Users users_;
  Addresses addresses_;
};

}  // namespace parley::realtime
