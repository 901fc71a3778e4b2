#include "daemon/control/client.hpp"

#include <fmt/format.h>
#include <boost/asio/buffer.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/local/stream_protocol.hpp>
#include <boost/asio/read_until.hpp>
#include <boost/asio/write.hpp>

#include "daemon/command_line/operator_error.hpp"
#include "daemon/control/socket_path.hpp"

namespace parley::daemon {

Result<std::optional<std::string>> ask_running_server(const DataDirectory& directory,
                                                      std::string line) {
  namespace asio = boost::asio;
  using Protocol = asio::local::stream_protocol;
  const ControlSocketPath path(directory);
  asio::io_context context;
  Protocol::socket socket(context);
  boost::system::error_code code;
  socket.connect(Protocol::endpoint(path.get()), code);
  if (code == boost::system::errc::permission_denied) {
    return operator_error(
        fmt::format("the server on {} runs as another user; run the command as that user",
                    directory.path().string()));
  }
  if (code) return std::optional<std::string>();

  line += '\n';
  std::string answer;
  asio::write(socket, asio::buffer(line), code);
  if (!code) asio::read_until(socket, asio::dynamic_buffer(answer), '\n', code);
  if (code) return operator_error("the server stopped before it answered");
  return std::optional(std::move(answer));
}

}  // namespace parley::daemon
