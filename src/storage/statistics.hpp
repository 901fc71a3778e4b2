// What metrics and tests see of a storage engine at work.
#pragma once

#include <atomic>
#include <cstdint>

namespace parley::storage {

/// Totals since the start. Read from any thread.
struct Statistics {
  std::atomic<std::uint64_t> writes{0};          ///< Units of work the writer has run.
  std::atomic<std::uint64_t> commits{0};         ///< Transactions they were gathered in.
  std::atomic<std::uint64_t> failures{0};        ///< Units of work the engine failed.
  std::atomic<std::uint64_t> reads{0};           ///< Units of work the readers have run.
  std::atomic<std::uint64_t> digest_lookups{0};  ///< Lookups of keys and tokens by their digest.
  std::atomic<std::uint64_t> logins{0};          ///< Sessions that began.
};

}  // namespace parley::storage
