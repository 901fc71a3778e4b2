// The latest events of each app, for operators who watch live.
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

/// Keeps the newest kKept events per app, in memory only. A reader that asks too late misses some,
/// which the gap in the ids shows. Safe from any thread.
class Feed {
 public:
  static constexpr std::size_t kKept = 500;

  /// Subscribes to the bus for sessions that start, open and end.
  explicit Feed(Environment environment);

  /// Adds an event. Its id and time are set here. Events of an app that was removed, by its epoch,
  /// are ignored.
  void record(FeedEvent event);

  /// The events of the app after the one with the id `after`, oldest first. If there are more than
  /// `limit`, only the newest `limit`.
  [[nodiscard]] std::vector<FeedEvent> since(std::string_view app_id, std::uint64_t after,
                                             std::size_t limit = kKept) const;

 private:
  struct Events {
    std::uint64_t last_id = 0;
    std::uint64_t removed = 0;   ///< The last epoch that was removed, or 0. Epochs increase.
    std::deque<FeedEvent> kept;  ///< Oldest first.
  };

  void on_event(const Event& event);
  void forget(const Event& event);

  const Clock& clock_;
  mutable std::mutex mutex_;
  std::map<std::string, Events, std::less<>> apps_;
};

}  // namespace parley::core
