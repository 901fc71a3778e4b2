// Measures the process memory per idle WebSocket, with frames handled by Boost.Beast, by wslay, or
// by hand.
//
//   apt-get install libwslay-dev
//   c++ -std=c++20 -O2 bench/experiments/websocket_memory.cpp -o build/websocket_memory -lwslay
//   for with in beast wslay hand; do build/websocket_memory $with 10000; done
//
// Each socket has received a frame of 400 bytes and sent one of 100, as after its authentication,
// and waits for the next. The clients run in a separate process.
#include <malloc.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>
#include <wslay/wslay.h>

#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <memory>
#include <string>
#include <vector>

#include <boost/asio.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/websocket.hpp>

namespace asio = boost::asio;
namespace websocket = boost::beast::websocket;
using asio::ip::tcp;
using Context = asio::io_context;
using Socket = asio::basic_stream_socket<tcp, Context::executor_type>;
template <class T>
using Task = asio::awaitable<T, Context::executor_type>;
constexpr asio::use_awaitable_t<Context::executor_type> use_task;

const std::string kAnswer(100, 'a');
int idle_sockets = 0;

// --- Boost.Beast: a stream without compression. Its message buffer is freed while it waits.
Task<void> serve_with_beast(Socket socket) {
  websocket::stream<Socket, false> stream(std::move(socket));
  stream.read_message_max(16 * 1024);
  stream.auto_fragment(false);
  stream.write_buffer_bytes(128);
  co_await stream.async_accept(use_task);
  for (;;) {
    {
      boost::beast::flat_buffer message;
      co_await stream.async_read(message, use_task);
    }
    co_await stream.async_write(asio::buffer(kAnswer), use_task);
    ++idle_sockets;
  }
}

// --- wslay: its event API. Waiting for the socket needs no buffer of our own.
ssize_t receive(wslay_event_context_ptr context, std::uint8_t* data, std::size_t size, int,
                void* user) {
  const auto count = ::recv(static_cast<Socket*>(user)->native_handle(), data, size, MSG_DONTWAIT);
  if (count > 0) return count;
  wslay_event_set_error(
      context, count < 0 && errno == EAGAIN ? WSLAY_ERR_WOULDBLOCK : WSLAY_ERR_CALLBACK_FAILURE);
  return -1;
}

ssize_t send(wslay_event_context_ptr context, const std::uint8_t* data, std::size_t size, int,
             void* user) {
  const auto count = ::send(static_cast<Socket*>(user)->native_handle(), data, size, MSG_DONTWAIT);
  if (count < 0) wslay_event_set_error(context, WSLAY_ERR_CALLBACK_FAILURE);
  return count;
}

void on_message(wslay_event_context_ptr context, const wslay_event_on_msg_recv_arg*, void*) {
  const wslay_event_msg answer{
      WSLAY_TEXT_FRAME, reinterpret_cast<const std::uint8_t*>(kAnswer.data()), kAnswer.size()};
  wslay_event_queue_msg(context, &answer);
  ++idle_sockets;
}

Task<void> shake_hands(Socket& socket) {
  std::string head;
  co_await asio::async_read_until(socket, asio::dynamic_buffer(head), "\r\n\r\n", use_task);
  const std::string accepted =
      "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
      "Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\n\r\n";
  co_await asio::async_write(socket, asio::buffer(accepted), use_task);
}

Task<void> serve_with_wslay(Socket socket) {
  co_await shake_hands(socket);
  const wslay_event_callbacks callbacks{receive, send,    nullptr,   nullptr,
                                        nullptr, nullptr, on_message};
  wslay_event_context_ptr made = nullptr;
  wslay_event_context_server_init(&made, &callbacks, &socket);
  const std::unique_ptr<wslay_event_context, decltype(&wslay_event_context_free)> context(
      made, wslay_event_context_free);
  for (;;) {
    if (wslay_event_recv(made) != 0 || wslay_event_send(made) != 0) co_return;
    co_await socket.async_wait(Socket::wait_read, use_task);
  }
}

// --- Neither: the coroutine and its socket, with frames read by hand.
Task<void> serve_by_hand(Socket socket) {
  co_await shake_hands(socket);
  const std::string answer = std::string("\x81\x64") + kAnswer;
  for (;;) {
    char frame[512];
    std::size_t received = 0;
    while (received < 408) {
      const auto count =
          ::recv(socket.native_handle(), frame + received, sizeof frame - received, MSG_DONTWAIT);
      if (count == 0) co_return;
      if (count > 0) received += static_cast<std::size_t>(count);
      if (count < 0) co_await socket.async_wait(Socket::wait_read, use_task);
    }
    co_await asio::async_write(socket, asio::buffer(answer), use_task);
    ++idle_sockets;
  }
}

void forget(const std::exception_ptr&) {}

Task<void> serve(Socket socket, const std::string& with) {
  if (with == "beast") return serve_with_beast(std::move(socket));
  if (with == "wslay") return serve_with_wslay(std::move(socket));
  return serve_by_hand(std::move(socket));
}

Task<void> accept(Context& context, tcp::acceptor& acceptor, std::string with) {
  for (;;) {
    Socket socket(context);
    co_await acceptor.async_accept(socket, asio::use_awaitable_t<Context::executor_type>());
    socket.set_option(tcp::no_delay(true));
    asio::co_spawn(context, serve(std::move(socket), with), forget);
  }
}

// --- The clients: raw sockets that send one frame each.
void run_clients(unsigned short port, int count) {
  std::string frame{"\x81\xfe\x01\x90mask", 8};
  frame.append(400, 'm' ^ 'x');
  for (std::size_t i = 0; i < 400; ++i) frame[8 + i] = static_cast<char>("mask"[i % 4] ^ 'x');
  const std::string request =
      "GET / HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
      "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n";
  Context context;
  std::vector<Socket> sockets;
  for (int i = 0; i < count; ++i) {
    auto& socket = sockets.emplace_back(context);
    socket.open(tcp::v4());
    // Uses up to 20,000 ports per loopback address.
    socket.bind({asio::ip::make_address("127.0.0." + std::to_string(2 + i / 20'000)), 0});
    socket.connect({asio::ip::address_v4::loopback(), port});
    asio::write(socket, asio::buffer(request));
    std::string head;
    asio::read_until(socket, asio::dynamic_buffer(head), "\r\n\r\n");
    asio::write(socket, asio::buffer(frame));
    char answer[102];
    asio::read(socket, asio::buffer(answer));
  }
  ::pause();
}

long resident_bytes() {
  long pages = 0;
  std::ifstream("/proc/self/statm").ignore(32, ' ') >> pages;
  return pages * ::sysconf(_SC_PAGESIZE);
}

int main(int argc, char** argv) {
  const std::string with = argc > 1 ? argv[1] : "beast";
  const int count = argc > 2 ? std::atoi(argv[2]) : 10'000;
  rlimit files{};
  ::getrlimit(RLIMIT_NOFILE, &files);
  files.rlim_cur = files.rlim_max;
  ::setrlimit(RLIMIT_NOFILE, &files);

  Context context(1);
  tcp::acceptor acceptor(context, {asio::ip::address_v4::loopback(), 0});
  const auto port = acceptor.local_endpoint().port();
  const pid_t clients = ::fork();
  if (clients == 0) run_clients(port, count);
  asio::co_spawn(context, accept(context, acceptor, with), forget);
  while (idle_sockets < 100) context.run_one();  // Lets the allocator settle.
  const auto resident = resident_bytes();
  const auto allocated = ::mallinfo2().uordblks;
  const int first = idle_sockets;
  while (idle_sockets < count) context.run_one();
  while (context.poll() > 0) continue;
  const auto sockets = static_cast<double>(idle_sockets - first);
  std::printf("%s, %d sockets: %.0f bytes allocated, %.0f bytes resident per socket\n",
              with.c_str(), count,
              static_cast<double>(::mallinfo2().uordblks - allocated) / sockets,
              static_cast<double>(resident_bytes() - resident) / sockets);
  std::fflush(stdout);
  ::kill(clients, SIGKILL);
  ::waitpid(clients, nullptr, 0);
  std::_Exit(0);
}
