// Parsing requests and serialising responses.
#include <benchmark/benchmark.h>

#include <boost/json/serialize.hpp>

#include "allocations.hpp"
#include "http/head_scanner.hpp"
#include "http/request_parser.hpp"
#include "http/serialize.hpp"
#include "samples.hpp"
#include "wire/user_json.hpp"

namespace parley::bench {
namespace {

constexpr std::string_view kToken = "user-4711_1771312489aBcDeFgHiJkLmNoPqRsTuVwXyZaBcD";

void parse(benchmark::State& state, std::string_view received) {
  const AllocationCounter counter(state);
  for (auto _ : state) {
    http::HeadScanner scanner;
    api::Request request;
    std::string body;
    http::RequestParser parser(request, body);
    const bool found = scanner.scan(received) == http::HeadScanner::ScanResult::complete;
    const auto verdict = parser.parse_head(received.substr(0, scanner.head_size()));
    if (!found || verdict != http::RequestParser::ParseResult::complete)
      state.SkipWithError("the request was refused");
    benchmark::DoNotOptimize(request);
  }
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(received.size()));
}

void parse_of_program(benchmark::State& state) { parse(state, request_of_program(kToken)); }
BENCHMARK(parse_of_program)->Name("parse a request of a program");

void parse_of_page(benchmark::State& state) { parse(state, request_of_page(kToken)); }
BENCHMARK(parse_of_page)->Name("parse a request of a page");

void append_answer(benchmark::State& state) {
  const auto user = sample_user(4711);
  const auto response =
      api::data_answer(boost::json::serialize(wire::to_json(user, {.viewer = user.uid})));
  std::string out;
  http::append_answer(out, response, {});
  const AllocationCounter counter(state);
  for (auto _ : state) {
    out.clear();
    http::append_answer(
        out, response, {.request_id = "00000000deadbeef", .date = "Tue, 17 Feb 2026 07:14:49 GMT"});
    benchmark::DoNotOptimize(out.data());
  }
}
BENCHMARK(append_answer)->Name("append an answer of 500 bytes");

}  // namespace
}  // namespace parley::bench
