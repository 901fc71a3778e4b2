#include "script.hpp"

#include <iostream>
#include <string>

#include <boost/asio/deferred.hpp>
#include <boost/asio/read_until.hpp>
#include <boost/json/serialize.hpp>

#include <unistd.h>

namespace parley::bench {

Script::Script(asio::io_context& context) : input_(context, ::dup(STDIN_FILENO)) {}

Task<void> Script::reached(std::string_view point) {
  report({{"reached", point}});
  std::string line;
  co_await asio::async_read_until(input_, asio::dynamic_buffer(line), '\n', asio::deferred);
}

void Script::report(boost::json::object figures) {
  std::cout << boost::json::serialize(figures) << std::endl;
}

}  // namespace parley::bench
