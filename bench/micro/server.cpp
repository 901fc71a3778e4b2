#include "server.hpp"

#include <chrono>
#include <stdexcept>

#include "http/head_scanner.hpp"
#include "http/request_id.hpp"
#include "http/request_parser.hpp"
#include "http/serialize.hpp"
#include "samples.hpp"

namespace parley::bench {

Server::Server() {
  const core::Actor actor{core::ActorKind::account, "1000", "operator", ""};
  core::App draft;
  draft.id = kApp;
  draft.name = "Bench";
  const auto app = std::make_shared<const core::App>(
      runner_.run(domain_.apps.create(actor, std::move(draft))).value().app);
  for (std::size_t i = 0; i < kUsers; ++i) {
    const auto user = sample_user(4711 + i);
    (void)runner_.run(domain_.users.create(actor, app, user, std::nullopt)).value();
    const auto issued = runner_.run(domain_.sessions.log_in(actor, app, user.uid, {})).value();
    tokens_[i] = issued.token.expose();
  }
}

/// Does what Connection does between reading and writing.
Task<void> Server::answer(std::string_view received, std::string& out) {
  const auto started = std::chrono::steady_clock::now();
  http::HeadScanner scanner;
  if (scanner.scan(received) != http::HeadScanner::ScanResult::complete)
    throw std::runtime_error("the head of the request is not complete");
  const http::RequestId id;
  api::Request request;
  request.id = id.view();
  request.remote_address = client_;
  std::string body;
  http::RequestParser parser(request, body);
  if (parser.parse_head(received.substr(0, scanner.head_size())) !=
      http::RequestParser::ParseResult::complete)
    throw std::runtime_error("the request was refused");
  const auto response = co_await middleware_.handle(request);
  const auto before = out.size();
  http::append_answer(out, response,
                      {.request_id = request.id, .date = "Tue, 17 Feb 2026 07:14:49 GMT"});
  metrics_.request_finished(request.method, response.status,
                            std::chrono::steady_clock::now() - started, out.size() - before);
}

}  // namespace parley::bench
