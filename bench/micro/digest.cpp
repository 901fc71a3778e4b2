// Hashing a token for its lookup.
#include <benchmark/benchmark.h>

#include "crypto/digest.hpp"
#include "crypto/token_format.hpp"

namespace parley::bench {
namespace {

void hash_token(benchmark::State& state) {
  crypto::SystemRandom random;
  const auto token = crypto::make_auth_token("user-4711", SystemClock().now(), random);
  for (auto _ : state) benchmark::DoNotOptimize(crypto::sha256(token));
}
BENCHMARK(hash_token)->Name("SHA-256 of an auth token");

}  // namespace
}  // namespace parley::bench
