// Lines of the control socket, executed on a real store: each gets one line of JSON in response,
// and none causes an internal error.
#include <memory>

#include <boost/json/parse.hpp>

#include "crypto/digest.hpp"
#include "daemon/commands/execute.hpp"
#include "daemon/server/runtime.hpp"
#include "support/fuzz.hpp"
#include "support/temporary_directory.hpp"

namespace parley::daemon {
namespace {

using fuzz::check;

/// Starts with an empty store every kLinesPerStore lines, so that an input does not depend on all
/// inputs before it.
class Server {
 public:
  std::string execute_line(std::string_view line) {
    if (count_++ % kLinesPerStore == 0) open();
    return runtime_->io_threads().run(execute(
        runtime_->domain(), {core::ActorKind::account, "1000", "operator", ""}, std::string(line)));
  }

 private:
  static constexpr unsigned kLinesPerStore = 5000;

  void open() {
    runtime_.reset();
    directory_ = std::make_unique<test_support::TemporaryDirectory>();
    runtime_ = Runtime::open(DataDirectory(directory_->path()), 1, 100).value();
    execute_line(R"({"command":"app create","args":{"id":"shop","name":"Shop"}})");
  }

  std::unique_ptr<test_support::TemporaryDirectory> directory_;
  std::unique_ptr<Runtime> runtime_;
  unsigned count_ = 0;
};

void check_answer(std::string_view line) {
  check(line.find('\n') == std::string_view::npos, "a response is one line");
  json::error_code invalid;
  const auto value = json::parse(line, invalid);
  const auto* answer = invalid ? nullptr : value.if_object();
  check(answer != nullptr && answer->contains("data") != answer->contains("error"),
        "a response has either data or an error");
  if (const auto* error = answer->if_contains("error"))
    check(error->at("code") != "ERR_EXCEPTION", "no command causes an internal error");
}

}  // namespace
}  // namespace parley::daemon

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  // Initializes OpenSSL before the server, so that it outlives the server's threads: OpenSSL cannot
  // free their per-thread data after it has been shut down.
  static const auto kOpenSsl = parley::crypto::sha256("");
  static_cast<void>(kOpenSsl);
  static parley::daemon::Server server;
  parley::daemon::check_answer(server.execute_line(parley::fuzz::as_text(data, size)));
  return 0;
}
