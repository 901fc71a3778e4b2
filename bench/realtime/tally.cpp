#include "tally.hpp"

#include <algorithm>

namespace parley::bench {
namespace {

double millis_at(std::vector<std::int32_t>& micros, double share) {
  if (micros.empty()) return 0;
  const auto rank = static_cast<std::ptrdiff_t>(share * static_cast<double>(micros.size() - 1));
  std::ranges::nth_element(micros, micros.begin() + rank);
  return micros[static_cast<std::size_t>(rank)] / 1000.0;
}

boost::json::object percentiles(std::vector<std::int32_t> micros) {
  return {{"p50", millis_at(micros, 0.5)},
          {"p99", millis_at(micros, 0.99)},
          {"max", millis_at(micros, 1)}};
}

}  // namespace

Tally::Tally(std::size_t users, std::size_t subscribers)
    : subscribers_(subscribers), open_(users) {}

void Tally::expect(std::size_t user, bool online, Clock::time_point due) {
  open_[user].push_back({online, due, std::vector<bool>(subscribers_, false)});
  ++changes_;
  outstanding_ += subscribers_;
}

void Tally::hear(std::size_t user, std::size_t subscriber, bool online) {
  using std::chrono::microseconds;
  auto& changes = open_[user];
  const auto change =
      std::ranges::find_if(changes, [&](const Change& it) { return !it.told[subscriber]; });
  if (change == changes.end() || change->online != online) {
    ++unexpected_;
    return;
  }
  change->told[subscriber] = true;
  --outstanding_;
  const auto late = std::chrono::duration_cast<microseconds>(Clock::now() - change->due);
  micros_[online ? 1 : 0].push_back(static_cast<std::int32_t>(late.count()));
  while (!changes.empty() && std::ranges::count(changes.front().told, false) == 0)
    changes.pop_front();
}

boost::json::object Tally::report() const {
  auto all = micros_[0];
  all.insert(all.end(), micros_[1].begin(), micros_[1].end());
  return {{"changes", changes_},
          {"expected", changes_ * subscribers_},
          {"lost", outstanding_},
          {"unexpected", unexpected_},
          {"millis", percentiles(std::move(all))},
          {"onlineMillis", percentiles(micros_[1])},
          {"offlineMillis", percentiles(micros_[0])}};
}

}  // namespace parley::bench
