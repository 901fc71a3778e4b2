// Finding cached sessions in random order. Every call of a client does this.
#include <memory>
#include <utility>
#include <vector>

#include <benchmark/benchmark.h>

#include "core/session/cache.hpp"
#include "samples.hpp"
#include "support/pseudo_random.hpp"

namespace parley::bench {
namespace {

/// A cache with `sessions` sessions, each of a different user.
class FilledCache {
 public:
  explicit FilledCache(std::size_t sessions) : cache_(bus_, 4 * sessions) {
    digests_.reserve(sessions);
    for (std::size_t i = 0; i < sessions; ++i) {
      auto session = sample_session(i);
      const auto digest = session.digest;
      digests_.push_back(digest);
      const auto now = session.last_used_at;
      cache_.insert(std::move(session), 1, sample_user(i), bus_.now(), now);
    }
    test_support::PseudoRandom random(1);
    for (auto i = sessions; i > 1; --i) std::swap(digests_[i - 1], digests_[random() % i]);
  }

  core::SessionCache& cache() { return cache_; }
  [[nodiscard]] const std::vector<crypto::Sha256>& digests() const { return digests_; }

 private:
  core::EventBus bus_;
  core::SessionCache cache_;
  std::vector<crypto::Sha256> digests_;  ///< In random order.
};

std::unique_ptr<FilledCache> filled;

/// Reuses the cache of the previous run if it has the same size, because filling it takes a while.
void fill(const benchmark::State& state) {
  const auto sessions = static_cast<std::size_t>(state.range(0));
  if (filled && filled->digests().size() == sessions) return;
  filled.reset();
  filled = std::make_unique<FilledCache>(sessions);
}

void find_session(benchmark::State& state) {
  auto& cache = filled->cache();
  const auto& digests = filled->digests();
  const auto share = digests.size() / static_cast<std::size_t>(state.threads());
  auto next = share * static_cast<std::size_t>(state.thread_index());
  for (auto _ : state) {
    const auto found = cache.find(digests[next]);
    if (!found) state.SkipWithError("a session is missing");
    if (++next == digests.size()) next = 0;
  }
  state.SetItemsProcessed(state.iterations());
}
BENCHMARK(find_session)
    ->Name("find a session")
    ->ArgName("of")
    ->RangeMultiplier(10)
    ->Range(10'000, 1'000'000)
    ->ThreadRange(1, 2)
    ->UseRealTime()
    ->Setup(fill);

}  // namespace
}  // namespace parley::bench
