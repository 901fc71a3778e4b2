#include "daemon/control/server.hpp"

#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <new>
#include <string>
#include <utility>

#include <fmt/format.h>
#include <boost/asio/as_tuple.hpp>
#include <boost/asio/buffer.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/deferred.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/read_until.hpp>
#include <boost/asio/write.hpp>

#include "base/log.hpp"
#include "base/log_failure.hpp"
#include "daemon/command_line/account.hpp"
#include "daemon/command_line/operator_error.hpp"
#include "daemon/commands/execute.hpp"
#include "http/accept_loop.hpp"

namespace parley::daemon {
namespace {

constexpr std::size_t kLongestLine = 64 * 1024;

}  // namespace

/// Keeps a connection in the list that stop() cancels, as long as it is served.
class ControlServer::Serving {
 public:
  Serving(Sockets& sockets, Socket socket)
      : sockets_(sockets), place_(sockets.insert(sockets.begin(), std::move(socket))) {}
  Serving(const Serving&) = delete;
  Serving& operator=(const Serving&) = delete;
  ~Serving() { sockets_.erase(place_); }

  [[nodiscard]] Socket& socket() const { return *place_; }

 private:
  Sockets& sockets_;
  Sockets::iterator place_;
};

ControlServer::ControlServer(asio::io_context& context, core::Domain& domain,
                             const DataDirectory& directory)
    : context_(context), domain_(domain), path_(directory), acceptor_(context) {}

ControlServer::~ControlServer() { ::unlink(path_.get().c_str()); }

Status ControlServer::open() {
  const auto path = path_.get();
  ::unlink(path.c_str());
  boost::system::error_code code;
  acceptor_.open(Protocol(), code);
  if (!code) acceptor_.bind(Protocol::endpoint(path), code);
  if (!code && ::chmod(path.c_str(), 0600) != 0) code.assign(errno, code.category());
  if (!code) acceptor_.listen(Acceptor::max_listen_connections, code);
  if (!code) acceptor_.non_blocking(true, code);
  if (code)
    return system_error(fmt::format("cannot open the control socket: {}", code.message()),
                        code.value());
  return {};
}

void ControlServer::start() {
  asio::co_spawn(
      context_,
      http::accept_until_closed(acceptor_, "control_accept_failed", [this] { return accept(); }),
      LogFailure{"control_failed"});
}

void ControlServer::stop() {
  asio::post(context_, [this] {
    boost::system::error_code ignored;
    acceptor_.close(ignored);
    for (auto& socket : sockets_) socket.cancel(ignored);
  });
}

boost::system::error_code ControlServer::accept() {
  Socket accepted(context_);
  boost::system::error_code code;
  acceptor_.accept(accepted, code);
  if (!code)
    asio::co_spawn(context_, serve(std::make_unique<Serving>(sockets_, std::move(accepted))),
                   LogFailure{"control_failed"});
  return code;
}

Task<void> ControlServer::serve(std::unique_ptr<Serving> serving) {
  auto& socket = serving->socket();
  std::string received;
  const auto [read_failure, size] = co_await asio::async_read_until(
      socket, asio::dynamic_buffer(received, kLongestLine), '\n', asio::as_tuple(asio::deferred));
  if (!read_failure) {
    received.resize(size - 1);
    auto answer =
        co_await execute(domain_, peer_account(socket.native_handle()), std::move(received));
    answer += '\n';
    co_await asio::async_write(socket, asio::buffer(answer), asio::as_tuple(asio::deferred));
  }
}

}  // namespace parley::daemon
