// Whether each change of presence reached each of its subscribers once, and how late.
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
  /// For users 0 to users - 1, each of whom has as many subscribers.
  Tally(std::size_t users, std::size_t subscribers);

  /// The user comes or goes. `due`: when its subscribers could be told at the earliest.
  void expect(std::size_t user, bool online, Clock::time_point due);

  /// Subscriber 0 to subscribers - 1 of this user is told now.
  void hear(std::size_t user, std::size_t subscriber, bool online);

  /// How often somebody is still to be told.
  [[nodiscard]] std::size_t outstanding() const { return outstanding_; }

  /// What came of it: changes, how often they had to be told and were not (`lost`), and how long
  /// after they were due they were, in milliseconds.
  [[nodiscard]] boost::json::object report() const;

 private:
  struct Change {
    bool online = false;
    Clock::time_point due;
    std::vector<bool> told;  ///< By subscriber.
  };

  std::size_t subscribers_;
  std::vector<std::deque<Change>> open_;  ///< By user: what somebody is still to be told of.
  std::size_t changes_ = 0;
  std::size_t outstanding_ = 0;
  std::size_t unexpected_ = 0;                       ///< Told twice, or in the wrong order.
  std::array<std::vector<std::int32_t>, 2> micros_;  ///< Of those who went, and of those who came.
};

}  // namespace parley::bench
