// Communication with the script that runs this process.
#pragma once

#include <string_view>

#include <boost/asio/posix/basic_stream_descriptor.hpp>
#include <boost/json/object.hpp>

#include "base/task.hpp"

namespace parley::bench {

/// Writes one line of JSON per message to standard output.
class Script {
 public:
  explicit Script(asio::io_context& context);

  /// Reports that this point is reached, then waits for a line on standard input, which the script
  /// sends once it has measured the server.
  Task<void> reached(std::string_view point);

  /// Reports measured figures.
  void report(boost::json::object figures);

 private:
  asio::posix::basic_stream_descriptor<Executor> input_;
};

}  // namespace parley::bench
