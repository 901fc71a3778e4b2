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

/// Reads accounts, one per line: uid, auth token and role, separated by tabs. Throws
/// std::runtime_error.
std::vector<Account> read_accounts(const std::string& path);

class Swarm {
 public:
  Swarm(asio::io_context& context, const Endpoint& server, std::vector<Account> accounts);

  [[nodiscard]] const Endpoint& server() const { return server_; }
  [[nodiscard]] std::size_t size() const { return clients_.size(); }
  [[nodiscard]] Client& operator[](std::size_t number) { return clients_[number]; }

  /// Opens the clients with numbers in [begin, end), a few at a time, and calls `opened` with the
  /// number of each. Rethrows an exception of a client.
  Task<void> open(
      std::size_t begin, std::size_t end,
      std::function<void(std::size_t)> opened = [](std::size_t) {});

  /// Sends a ping from each client every 15 seconds, as published clients do. Never returns if
  /// there are clients.
  Task<void> keep_alive();

 private:
  asio::io_context& context_;
  const Endpoint server_;
  std::deque<Client> clients_;  ///< A deque, because clients cannot be moved.
};

}  // namespace parley::bench
