#include "http/server.hpp"

#include <csignal>
#include <thread>

#include <boost/asio/post.hpp>

#include "http/core.hpp"
#include "http/listener.hpp"

namespace parley::http {

Server::Server(const std::vector<asio::io_context*>& cores, const Clock& clock,
               const Limits& limits) {
  // OpenSSL writes to sockets that the client may have closed.
  std::signal(SIGPIPE, SIG_IGN);
  for (auto* context : cores) {
    cores_.push_back(std::make_shared<Core>(*context, clock, limits));
  }
}

Server::~Server() {
  if (!started_) return;
  stop_accepting();
  for (const auto& core : cores_) core->stop();
}

Result<Endpoint> Server::listen(const Endpoint& endpoint, const Tls* tls, Handler& handler,
                                Observer* observer) {
  auto listener = std::make_shared<Listener>(cores_, by_address_, tls, handler, observer);
  auto bound = listener->open(endpoint);
  if (bound) listeners_.push_back(std::move(listener));
  return bound;
}

void Server::start() {
  started_ = true;
  for (const auto& core : cores_) core->start();
  for (const auto& listener : listeners_) listener->start();
}

void Server::stop_accepting() {
  for (const auto& listener : listeners_) listener->stop();
  listeners_.clear();
}

std::size_t Server::drain(std::chrono::milliseconds patience) {
  using Clock = std::chrono::steady_clock;
  const auto wait_until_empty = [this](const Told& told, Clock::time_point end) {
    while ((connections() > 0 || *told > 0) && Clock::now() < end) {
      std::this_thread::sleep_for(std::chrono::milliseconds(2));
    }
  };
  stop_accepting();
  wait_until_empty(tell_cores(&Core::drain), Clock::now() + patience);
  const auto left = connections();
  wait_until_empty(tell_cores(&Core::cut), Clock::now() + std::chrono::seconds(1));
  return left;
}

/// Calls `action` of each core. Returns a counter of the cores that have not carried it out yet.
Server::Told Server::tell_cores(void (Core::*action)()) {
  auto pending = std::make_shared<std::atomic<std::size_t>>(cores_.size());
  for (const auto& core : cores_) {
    ((*core).*action)();
    asio::post(core->context(), [pending] { --*pending; });
  }
  return pending;
}

std::size_t Server::connections() const {
  std::size_t total = 0;
  for (const auto& core : cores_) total += core->connection_count();
  return total;
}

}  // namespace parley::http
