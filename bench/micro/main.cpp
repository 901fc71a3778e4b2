// micro: benchmarks single steps of the server. Accepts the flags of Google Benchmark.
#include <string>
#include <vector>

#include <benchmark/benchmark.h>

int main(int argc, char** argv) {
  std::string least_time = "--benchmark_min_time=0.5";  // All benchmarks take about half a minute.
  std::vector<char*> arguments(argv, argv + argc);
  arguments.insert(arguments.begin() + 1,
                   least_time.data());  // The same flag given by the caller comes later and wins.
  auto count = static_cast<int>(arguments.size());
  benchmark::Initialize(&count, arguments.data());
  if (benchmark::ReportUnrecognizedArguments(count, arguments.data())) return 1;
  return benchmark::RunSpecifiedBenchmarks() == 0 ? 1 : 0;
}
