#include "client.hpp"

#include <stdexcept>

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/deferred.hpp>
#include <boost/beast/core/buffers_to_string.hpp>
#include <boost/json.hpp>

#include <netinet/in.h>

namespace parley::bench {
namespace {

namespace websocket = boost::beast::websocket;
using asio::ip::tcp;

constexpr std::string_view kPing = R"({"action":"ping","ack":"true"})";

/// A single loopback address has too few ports for all clients and for recently closed connections.
constexpr std::size_t kAddresses = 4;

asio::ip::address_v4 address_of(std::size_t number) {
  return asio::ip::address_v4(asio::ip::address_v4::loopback().to_uint() + 1 +
                              static_cast<std::uint32_t>(number % kAddresses));
}

std::string auth_frame(const Account& account) {
  boost::json::object body{{"auth", account.auth_token}};
  if (!account.role.empty()) {
    body["presenceSubscription"] = "ROLES";
    body["roles"] = boost::json::array{account.role};
  }
  return boost::json::serialize(
      boost::json::object{{"type", "auth"}, {"sender", account.uid}, {"body", std::move(body)}});
}

}  // namespace

Client::Client(asio::io_context& context, Endpoint server, Account account, std::size_t number)
    : context_(context),
      server_(std::move(server)),
      account_(std::move(account)),
      from_(address_of(number)) {}

void Client::bind() {
  auto& socket = stream_->next_layer();
  socket.open(tcp::v4());
  socket.set_option(tcp::no_delay(true));
  // Chooses the port at connect(), so that a port in use for another destination can be reused.
  const int on = 1;
  ::setsockopt(socket.native_handle(), IPPROTO_IP, IP_BIND_ADDRESS_NO_PORT, &on, sizeof(on));
  socket.bind({from_, 0});
}

Task<void> Client::open() {
  is_logged_in_ = false;
  stream_.emplace(context_);
  bind();
  co_await stream_->next_layer().async_connect(server_, asio::deferred);
  co_await stream_->async_handshake("localhost", "/v3/realtime", asio::deferred);
  const auto auth = auth_frame(account_);
  co_await stream_->async_write(asio::buffer(auth), asio::deferred);
  const auto answer = co_await hear();
  if (answer.find(R"("OK")") == answer.npos) throw std::runtime_error(std::string(answer));
  is_logged_in_ = true;
}

Task<std::string_view> Client::hear() {
  received_.clear();
  co_await stream_->async_read(received_, asio::deferred);
  const auto bytes = received_.cdata();
  co_return std::string_view(static_cast<const char*>(bytes.data()), bytes.size());
}

void Client::ping() {
  if (is_pinging_ || !is_logged_in_ || !stream_->is_open()) return;
  is_pinging_ = true;
  stream_->async_write(asio::buffer(kPing),
                       [this](const auto&, std::size_t) { is_pinging_ = false; });
}

Task<void> Client::close() {
  co_await stream_->async_close(websocket::close_code::going_away, asio::as_tuple(asio::deferred));
}

}  // namespace parley::bench
