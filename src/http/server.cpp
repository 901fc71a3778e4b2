#include "http/server.hpp"

#include <csignal>
#include <thread>

#include <boost/asio/post.hpp>

#include "http/io_thread.hpp"
#include "http/listener.hpp"

namespace parley::http {

Server::Server(const std::vector<asio::io_context*>& io_threads, const Clock& clock,
               const Limits& limits) {
  // OpenSSL writes to sockets that the client may have closed.
  std::signal(SIGPIPE, SIG_IGN);
  for (auto* context : io_threads) {
    io_threads_.push_back(std::make_shared<IoThread>(*context, clock, limits));
  }
}

Server::~Server() {
  if (!started_) return;
  stop_accepting();
  for (const auto& io_thread : io_threads_) io_thread->stop();
}

Result<Endpoint> Server::listen(const Endpoint& endpoint, const Tls* tls, Handler& handler,
                                Observer* observer) {
  auto listener = std::make_shared<Listener>(io_threads_, by_address_, tls, handler, observer);
  auto bound = listener->open(endpoint);
  if (bound) listeners_.push_back(std::move(listener));
  return bound;
}

void Server::start() {
  started_ = true;
  for (const auto& io_thread : io_threads_) io_thread->start();
  for (const auto& listener : listeners_) listener->start();
}

void Server::stop_accepting() {
  for (const auto& listener : listeners_) listener->stop();
  listeners_.clear();
}

std::size_t Server::drain(std::chrono::milliseconds patience) {
  using Clock = std::chrono::steady_clock;
  const auto wait_until_empty = [this](const PendingThreads& pending, Clock::time_point end) {
    while ((connections() > 0 || *pending > 0) && Clock::now() < end) {
      std::this_thread::sleep_for(std::chrono::milliseconds(2));
    }
  };
  stop_accepting();
  wait_until_empty(call_each(&IoThread::drain), Clock::now() + patience);
  const auto left = connections();
  wait_until_empty(call_each(&IoThread::cut), Clock::now() + std::chrono::seconds(1));
  return left;
}

/// Calls `action` of each I/O thread. Returns a counter of the threads that have not carried it
/// out yet.
Server::PendingThreads Server::call_each(void (IoThread::*action)()) {
  auto pending = std::make_shared<std::atomic<std::size_t>>(io_threads_.size());
  for (const auto& io_thread : io_threads_) {
    ((*io_thread).*action)();
    asio::post(io_thread->context(), [pending] { --*pending; });
  }
  return pending;
}

std::size_t Server::connections() const {
  std::size_t total = 0;
  for (const auto& io_thread : io_threads_) total += io_thread->connection_count();
  return total;
}

}  // namespace parley::http
