// Finding the route of a method and path in the table.
#include <benchmark/benchmark.h>

#include "allocations.hpp"
#include "api/routes.hpp"

namespace parley::bench {
namespace {

/// Routes are looked up by their own path, whose placeholders then act as values.
void find_route(benchmark::State& state, api::Method method, std::string_view path, bool there) {
  if ((api::match(method, path).route != nullptr) != there) state.SkipWithError("a wrong route");
  const AllocationCounter counter(state);
  for (auto _ : state) benchmark::DoNotOptimize(api::match(method, path));
}

void find_route(benchmark::State& state, const api::Route& route) {
  find_route(state, route.method, route.path, true);
}

void find_first(benchmark::State& state) { find_route(state, api::routes().front()); }
BENCHMARK(find_first)->Name("find the first route, GET /me");

void find_middle(benchmark::State& state) {
  find_route(state, api::routes()[api::routes().size() / 2]);
}
BENCHMARK(find_middle)->Name("find the route in the middle");

void find_last(benchmark::State& state) { find_route(state, api::routes().back()); }
BENCHMARK(find_last)->Name("find the last route");

void find_none(benchmark::State& state) {
  find_route(state, api::Method::get, "/users/user-1/groups", false);
}
BENCHMARK(find_none)->Name("find no route");

}  // namespace
}  // namespace parley::bench
