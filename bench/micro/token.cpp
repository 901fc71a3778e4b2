// Auth tokens: created at login and parsed by every call.
#include <benchmark/benchmark.h>

#include "crypto/token_format.hpp"

namespace parley::bench {
namespace {

std::string token_of(std::string_view uid) {
  crypto::SystemRandom random;
  return crypto::make_auth_token(uid, SystemClock().now(), random).expose();
}

void make_token(benchmark::State& state) {
  crypto::SystemRandom random;
  const auto now = SystemClock().now();
  for (auto _ : state) benchmark::DoNotOptimize(crypto::make_auth_token("user-4711", now, random));
}
BENCHMARK(make_token)->Name("make an auth token");

void read_token(benchmark::State& state) {
  const auto token = token_of("user-4711");
  for (auto _ : state) benchmark::DoNotOptimize(crypto::uid_of_auth_token(token));
}
BENCHMARK(read_token)->Name("read an auth token");

void refuse_token(benchmark::State& state) {
  auto token = token_of("user-4711");
  token.back() = token.back() == 'a' ? 'b' : 'a';
  for (auto _ : state) benchmark::DoNotOptimize(crypto::uid_of_auth_token(token));
}
BENCHMARK(refuse_token)->Name("refuse an auth token for its checksum");

}  // namespace
}  // namespace parley::bench
