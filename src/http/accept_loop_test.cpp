#include "http/accept_loop.hpp"

#include <thread>

#include <gtest/gtest.h>
#include <boost/asio/basic_socket_acceptor.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/ip/tcp.hpp>

namespace parley::http {
namespace {

using asio::ip::tcp;
using boost::system::error_code;

TEST(AcceptLoop, GoesOnAfterFailures) {
  asio::io_context io;
  asio::basic_socket_acceptor<tcp, Executor> acceptor(io, {asio::ip::address_v4::loopback(), 0});
  acceptor.non_blocking(true);
  asio::io_context clients;
  tcp::socket client(clients);
  client.connect(acceptor.local_endpoint());

  int calls = 0;
  asio::co_spawn(io,
                 accept_until_closed(acceptor, "accept_failed",
                                     [&]() -> error_code {
                                       if (++calls == 1) throw std::bad_alloc();
                                       if (calls == 2) return asio::error::no_descriptors;
                                       tcp::socket accepted(clients);
                                       error_code code;
                                       acceptor.accept(accepted, code);
                                       acceptor.close();
                                       return code;
                                     }),
                 asio::detached);
  io.run();
  EXPECT_EQ(calls, 3);
}

}  // namespace
}  // namespace parley::http
