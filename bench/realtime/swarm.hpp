// Many clients in one process.
#pragma once

#include <cstddef>
#include <deque>
#include <functional>
#include <span>
#include <string>
#include <vector>

#include "client.hpp"

namespace parley::bench {

/// Reads accounts, one a line: uid, auth token and role, parted by tabs. Throws std::runtime_error.
std::vector<Account> read_accounts(const std::string& path);

class Swarm {
 public:
  Swarm(asio::io_context& context, const Endpoint& server, std::vector<Account> accounts);

  [[nodiscard]] const Endpoint& server() const { return server_; }
  [[nodiscard]] std::size_t size() const { return clients_.size(); }
  [[nodiscard]] Client& operator[](std::size_t number) { return clients_[number]; }

  /// Opens the clients from `begin` to before `end`, a few at a time; calls `opened` with the
  /// number of each. Throws what one of them does.
  Task<void> open(
      std::size_t begin, std::size_t end,
      std::function<void(std::size_t)> opened = [](std::size_t) {});

  /// Pings each client every 15 seconds, as published clients do, as long as the process lives.
  Task<void> keep_alive();

 private:
  asio::io_context& context_;
  const Endpoint server_;
  std::deque<Client> clients_;  ///< Which cannot be moved.
};

}  // namespace parley::bench
