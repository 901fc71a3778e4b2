// The most frequent call, from the received bytes to the bytes to be written.
#include <exception>
#include <memory>

#include <benchmark/benchmark.h>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>

#include "allocations.hpp"
#include "samples.hpp"
#include "server.hpp"

namespace parley::bench {
namespace {

/// Makes all calls in one coroutine, like those of a connection. Asio recycles memory for the next
/// call only on a thread that runs an io_context.
Task<void> get_me_again_and_again(benchmark::State& state, Server& server, std::string request) {
  std::string out;
  co_await server.answer(request, out);  // Only this call loads the session from the store.
  if (!out.starts_with("HTTP/1.1 200 ")) state.SkipWithError("the answer is an error");
  const AllocationCounter counter(state);
  for (auto _ : state) {
    out.clear();
    co_await server.answer(request, out);
    benchmark::DoNotOptimize(out.data());
  }
}

std::unique_ptr<Server> shared_server;

void start(const benchmark::State&) { shared_server = std::make_unique<Server>(); }
void stop(const benchmark::State&) { shared_server.reset(); }

/// Each thread has its own user. All share one server.
void get_me(benchmark::State& state, std::string (*request)(std::string_view token)) {
  const auto& token = shared_server->token(static_cast<std::size_t>(state.thread_index()));
  asio::io_context context;
  asio::co_spawn(context, get_me_again_and_again(state, *shared_server, request(token)),
                 [](std::exception_ptr bug) {
                   if (bug) std::rethrow_exception(bug);
                 });
  context.run();
}

void get_me_of_program(benchmark::State& state) { get_me(state, request_of_program); }
BENCHMARK(get_me_of_program)
    ->Name("GET /v3/me of a program")
    ->ThreadRange(1, Server::kUsers)
    ->UseRealTime()
    ->Setup(start)
    ->Teardown(stop);

void get_me_of_page(benchmark::State& state) { get_me(state, request_of_page); }
BENCHMARK(get_me_of_page)->Name("GET /v3/me of a page")->Setup(start)->Teardown(stop);

}  // namespace
}  // namespace parley::bench
