// Decides which of repeated log lines are written.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <mutex>
#include <optional>
#include <string_view>
#include <utility>

#include <boost/container_hash/hash.hpp>

#include "base/recent_table.hpp"

namespace parley::log {

/// Of lines with the same event and reason, admits the first and then one per minute. Remembers
/// `capacity` different lines; the least recently seen one is forgotten, and is then admitted
/// again. Safe from any thread.
class SparseLines {
 public:
  using Moment = std::chrono::steady_clock::time_point;
  static constexpr std::chrono::minutes kPause{1};

  explicit SparseLines(std::size_t capacity) : seen_(capacity) {}

  /// If the line may be written, returns how many equal lines were suppressed since the last one;
  /// otherwise nullopt. May throw std::bad_alloc.
  std::optional<std::uint64_t> admit(std::string_view event, std::string_view reason, Moment now) {
    std::size_t key = std::hash<std::string_view>{}(event);
    boost::hash_combine(key, std::hash<std::string_view>{}(reason));
    const std::scoped_lock lock(mutex_);
    auto& line = seen_.touch(key);
    if (line.next && now < *line.next) {
      ++line.left_out;
      return std::nullopt;
    }
    line.next = now + kPause;
    return std::exchange(line.left_out, 0);
  }

 private:
  struct Line {
    std::optional<Moment> next;  ///< When the next one may be written.
    std::uint64_t left_out = 0;
  };

  std::mutex mutex_;
  RecentTable<std::size_t, Line> seen_;
};

}  // namespace parley::log
