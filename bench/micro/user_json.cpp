// A user as JSON, and its cached JSON in a session.
#include <benchmark/benchmark.h>

#include <boost/json/serialize.hpp>

#include "allocations.hpp"
#include "core/session/cached_session.hpp"
#include "samples.hpp"
#include "wire/user_json.hpp"

namespace parley::bench {
namespace {

std::string json_of(const core::User& user) {
  return boost::json::serialize(wire::to_json(user, {.viewer = user.uid}));
}

void serialise_user(benchmark::State& state) {
  const auto user = sample_user(4711);
  const AllocationCounter counter(state);
  for (auto _ : state) benchmark::DoNotOptimize(json_of(user));
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(json_of(user).size()));
}
BENCHMARK(serialise_user)->Name("make the JSON of a user of 500 bytes");

void take_rendered(benchmark::State& state) {
  const core::CachedSession live(sample_session(4711), 1, sample_user(4711), 0);
  for (auto _ : state) {
    const auto& text =
        live.rendered([](const core::User& user, const core::Session&) { return json_of(user); });
    benchmark::DoNotOptimize(text.data());
  }
}
BENCHMARK(take_rendered)->Name("take the JSON of a user that its session keeps");

}  // namespace
}  // namespace parley::bench
