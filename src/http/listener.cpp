#include "http/listener.hpp"

#include <algorithm>
#include <new>
#include <string>

#include <fmt/format.h>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/dispatch.hpp>
#include <boost/asio/post.hpp>

#include "api/cors.hpp"
#include "api/response.hpp"
#include "base/client_network.hpp"
#include "base/limit.hpp"
#include "base/log.hpp"
#include "base/log_failure.hpp"
#include "base/passing_failure.hpp"
#include "http/accept_loop.hpp"
#include "http/connection.hpp"
#include "http/request_id.hpp"
#include "http/serialize.hpp"

namespace parley::http {
namespace {

using asio::ip::tcp;

Error listen_error(const Endpoint& endpoint, const IoError& code) {
  const auto where = to_string(endpoint);
  std::string line = fmt::format("cannot listen on {}: {}", where, code.message());
  if (code == asio::error::address_in_use) {
    line = where + " is in use by another program";
  } else if (code == asio::error::access_denied) {
    line = fmt::format("cannot listen on {}: permission denied (ports below 1024 need privileges)",
                       where);
  } else if (code == boost::system::errc::address_not_available) {
    line = where + " is not an address of this machine";
  }
  Error error{ErrorCode::kErrServiceUnavailable, std::move(line), ""};
  if (can_pass(code.value())) error->retry_after = 1;
  return error;
}

/// The Retry-After of an address at its limit: another of its connections must close first.
constexpr std::chrono::seconds kUntilAConnectionCloses{5};

/// How many bytes the kernel accepts beyond what the client has room for. The rest of a response
/// waits in our memory, where it counts and has a deadline. Without this limit, the kernel accepts
/// megabytes for each client that does not read.
constexpr int kMostUnsent = 128 * 1024;

using UnsentLimit = asio::detail::socket_option::integer<IPPROTO_TCP, TCP_NOTSENT_LOWAT>;

// clang-tidy 14 mistakes the move of parameters into the coroutine frame for their last use.
// NOLINTBEGIN(bugprone-use-after-move)
template <class Stream>
Task<void> serve(Stream stream, ConnectionSlot slot, Handler& handler, std::string client) {
  Connection<Stream> connection(std::move(stream), std::move(slot), handler, std::move(client));
  co_await connection.run();
}
// NOLINTEND(bugprone-use-after-move)

Task<void> serve_tls(Socket socket, const Tls& tls, ConnectionSlot slot, Handler& handler,
                     std::string client) {
  co_await serve(TlsStream(std::move(socket), tls), std::move(slot), handler, std::move(client));
}

constexpr LogFailure kLogFailure{"connection_failed"};

}  // namespace

Listener::Listener(IoThreads io_threads, std::shared_ptr<ConnectionCounts> by_address,
                   const Tls* tls, Handler& handler, Observer* observer)
    : io_threads_(std::move(io_threads)),
      by_address_(std::move(by_address)),
      acceptor_(io_threads_.front()->context()),
      tls_(tls),
      handler_(handler),
      observer_(observer) {}

Result<Endpoint> Listener::open(const Endpoint& endpoint) {
  const tcp::endpoint wanted(endpoint.address, endpoint.port);
  IoError code;
  acceptor_.open(wanted.protocol(), code);
  if (!code) acceptor_.set_option(Acceptor::reuse_address(true), code);
  if (!code) acceptor_.bind(wanted, code);
  if (!code) acceptor_.listen(Acceptor::max_listen_connections, code);
  if (!code) acceptor_.non_blocking(true, code);
  if (code) return listen_error(endpoint, code);
  const auto bound = acceptor_.local_endpoint();
  return Endpoint{bound.address(), bound.port()};
}

void Listener::start() {
  asio::co_spawn(
      acceptor_.get_executor(),
      [self = shared_from_this()] {
        return accept_until_closed(self->acceptor_, "accept_failed",
                                   [listener = self.get()] { return listener->accept(); });
      },
      [self = shared_from_this()](const std::exception_ptr& failure) { kLogFailure(failure); });
}

void Listener::stop() {
  asio::post(acceptor_.get_executor(), [self = shared_from_this()] {
    IoError ignored;
    self->acceptor_.close(ignored);
  });
}

IoError Listener::accept() {
  auto io_thread = least_loaded_io_thread();
  Socket socket(io_thread->context());
  tcp::endpoint peer;
  IoError code;
  acceptor_.accept(socket, peer, code);
  if (!code) hand_over(std::move(io_thread), std::move(socket), peer);
  return code;
}

void Listener::hand_over(std::shared_ptr<IoThread> io_thread, Socket socket,
                         const tcp::endpoint& peer) {
  IoError ignored;
  socket.set_option(tcp::no_delay(true), ignored);
  socket.set_option(UnsentLimit(kMostUnsent), ignored);
  socket.non_blocking(true, ignored);
  if (is_full()) return refuse(socket, make_error(ErrorCode::kErrServiceUnavailable));
  ConnectionCounts::Slot of_address;
  if (is_limited(peer.address())) {
    const auto most = io_thread->limits().max_connections_per_address;
    of_address = by_address_->enter(client_number(peer.address()), most);
    if (!of_address)
      return refuse(socket,
                    too_many_requests(Limit::connections_of_address, kUntilAConnectionCloses));
  }
  auto& context = io_thread->context();
  ConnectionSlot slot(std::move(io_thread), observer_, by_address_, std::move(of_address));
  auto client = without_mapping(peer.address()).to_string();
  asio::co_spawn(
      context,
      tls_ ? serve_tls(std::move(socket), *tls_, std::move(slot), handler_, std::move(client))
           : serve(PlainStream(std::move(socket)), std::move(slot), handler_, std::move(client)),
      kLogFailure);
}

const std::shared_ptr<IoThread>& Listener::least_loaded_io_thread() const {
  return *std::ranges::min_element(
      io_threads_, {}, [](const auto& io_thread) { return io_thread->connection_count(); });
}

/// Sends the error if the listener is plain HTTP. A TLS client gets no response: a handshake would
/// be too much work for a client that is not served.
void Listener::refuse(Socket& socket, const Error& error) const {
  if (tls_) return;
  const RequestId id;
  std::string answer;
  append_answer(answer, api::readable_error(error, id.view()),
                {.request_id = id.view(), .date = io_threads_.front()->date(), .close = true});
  IoError ignored;
  socket.write_some(asio::buffer(answer), ignored);
  socket.shutdown(Socket::shutdown_both, ignored);
}

bool Listener::is_limited(const asio::ip::address& peer) const {
  const auto& limits = io_threads_.front()->limits();
  return limits.max_connections_per_address > 0 && !is_in(limits.unlimited_networks, peer);
}

bool Listener::is_full() const {
  std::size_t total = 0;
  for (const auto& io_thread : io_threads_) total += io_thread->connection_count();
  return total >= io_threads_.front()->limits().max_connections;
}

}  // namespace parley::http
