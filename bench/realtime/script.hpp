// What the script that runs this process is told, and waits for.
#pragma once

#include <string_view>

#include <boost/asio/posix/basic_stream_descriptor.hpp>
#include <boost/json/object.hpp>

#include "base/task.hpp"

namespace parley::bench {

/// One line of JSON for each thing there is to tell.
class Script {
 public:
  explicit Script(asio::io_context& context);

  /// Says that this point is reached, and waits until the script has looked at the server.
  Task<void> reached(std::string_view point);

  /// Says what was measured.
  void report(boost::json::object figures);

 private:
  asio::posix::basic_stream_descriptor<Executor> input_;
};

}  // namespace parley::bench
