// Checks that each presence change reached each of its subscribers once, and how late.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <vector>

#include <boost/json/object.hpp>

#include "run.hpp"

namespace parley::bench {

class Tally {
 public:
  /// For users 0 to users - 1, with `subscribers` subscribers each.
  Tally(std::size_t users, std::size_t subscribers);

  /// The user goes online or offline. `due`: the earliest time at which subscribers can be
  /// notified.
  void expect(std::size_t user, bool online, Clock::time_point due);

  /// A subscriber (0 to subscribers - 1) of this user is notified now.
  void hear(std::size_t user, std::size_t subscriber, bool online);

  /// Number of notifications that have not arrived yet.
  [[nodiscard]] std::size_t outstanding() const { return outstanding_; }

  /// Returns the number of changes, of `expected`, `lost` and `unexpected` notifications, and
  /// percentiles of their delay after the due time in milliseconds.
  [[nodiscard]] boost::json::object report() const;

 private:
  struct Change {
    bool online = false;
    Clock::time_point due;
    std::vector<bool> told;  ///< Per subscriber.
  };

  std::size_t subscribers_;
  std::vector<std::deque<Change>> open_;  ///< Per user: changes with missing notifications.
  std::size_t changes_ = 0;
  std::size_t outstanding_ = 0;
  std::size_t unexpected_ = 0;                       ///< Duplicates, or in the wrong order.
  std::array<std::vector<std::int32_t>, 2> micros_;  ///< Delays of offline and online changes.
};

}  // namespace parley::bench
