// The last events of each app, for those who watch.
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <functional>
#include <map>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "core/environment.hpp"
#include "core/feed/event.hpp"

namespace parley::core {

/// Safe from any thread. It keeps the newest kKept events of an app, in memory only: whoever asks
/// too late has missed some, which the gap in the ids shows.
class Feed {
 public:
  static constexpr std::size_t kKept = 500;

  /// Hears of sessions that begin and end from the bus.
  explicit Feed(Environment environment);

  /// Adds an event, whose id and time are set here.
  void record(FeedEvent event);

  /// The events of the app behind the one with the id `after`, the oldest first; the newest `limit`
  /// of them.
  [[nodiscard]] std::vector<FeedEvent> since(std::string_view app_id, std::uint64_t after,
                                             std::size_t limit = kKept) const;

 private:
  struct Events {
    std::uint64_t last_id = 0;
    std::deque<FeedEvent> kept;  ///< The oldest first.
  };

  void hear(const Event& event);
  void forget(const std::string& app_id);

  const Clock& clock_;
  mutable std::mutex mutex_;
  std::map<std::string, Events, std::less<>> apps_;
};

}  // namespace parley::core
