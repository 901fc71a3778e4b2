// Counters of a storage engine, for metrics and tests.
#pragma once

#include <atomic>
#include <cstdint>

namespace parley::storage {

/// Totals since the store was opened. Thread-safe.
struct StoreCounters {
  std::atomic<std::uint64_t> writes{0};    ///< Units of work in committed batches.
  std::atomic<std::uint64_t> commits{0};   ///< Committed batches.
  std::atomic<std::uint64_t> failures{0};  ///< Units of work that failed because the engine did.
  std::atomic<std::uint64_t> reads{0};     ///< Units of work that the readers have run.
  std::atomic<std::uint64_t> digest_lookups{0};  ///< Lookups of API keys and auth tokens.
  std::atomic<std::uint64_t> logins{0};          ///< Logins that were counted.
};

}  // namespace parley::storage
