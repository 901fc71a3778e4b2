#include <algorithm>
#include <charconv>
#include <stdexcept>
#include <string_view>

#include "loads.hpp"
#include "run.hpp"
#include "tally.hpp"

namespace parley::bench {
namespace {

/// The server shows a user offline this long after the last connection was lost.
constexpr auto kGrace = std::chrono::seconds{2};

/// From the first change to the point `begin`.
constexpr auto kWarmUp = std::chrono::seconds{5};

/// Notifications that have not arrived this long after the last change count as lost.
constexpr auto kPatience = std::chrono::seconds{20};

/// Returns the text between `begin` and the next quote, or an empty view if `begin` is not found.
/// Sufficient for presence frames, and fast enough for many thousands of them per second.
std::string_view text_at(std::string_view frame, std::string_view begin) {
  const auto at = frame.find(begin);
  if (at == frame.npos) return {};
  const auto rest = frame.substr(at + begin.size());
  return rest.substr(0, rest.find('"'));
}

class Presence {
 public:
  Presence(asio::io_context& context, Swarm& swarm, PresenceLoad load)
      : context_(context),
        swarm_(swarm),
        load_(load),
        subscribers_(count_subscribers(swarm)),
        changing_(swarm.size() - subscribers_),
        roles_(subscribers_ / load.subscribers),
        tally_(changing_, load.subscribers) {
    if (roles_ == 0 || changing_ % roles_ != 0) throw std::runtime_error("unequal roles");
    if (half_period() <= kGrace * 1.25) throw std::runtime_error("too few users for the changes");
  }

  Task<void> run(Script& script) {
    co_await swarm_.open(0, subscribers_, [&](std::size_t i) {
      asio::co_spawn(context_, listen(i), [](std::exception_ptr lost) {
        if (lost) std::rethrow_exception(lost);
      });
    });
    co_await script.reached("connected");
    const auto begin = Clock::now();
    end_ = begin + kWarmUp + load_.measured;
    co_await side_by_side(context_, changing_ + 1, [&](std::size_t i) {
      return i < changing_ ? come_and_go(i, begin) : mark(script, begin);
    });
    const auto patience = Clock::now() + kGrace + kPatience;
    while (tally_.outstanding() > 0 && Clock::now() < patience)
      co_await pause(context_, std::chrono::milliseconds{100});
    script.report(tally_.report());
  }

 private:
  static std::size_t count_subscribers(Swarm& swarm) {
    std::size_t count = 0;
    while (count < swarm.size() && !swarm[count].account().role.empty()) ++count;
    return count;
  }

  /// How long a user stays online, and then offline.
  [[nodiscard]] Clock::duration half_period() const {
    const std::chrono::duration<double> seconds(static_cast<double>(changing_) /
                                                load_.changes_per_second);
    return std::chrono::duration_cast<Clock::duration>(seconds);
  }

  Task<void> mark(Script& script, Clock::time_point begin) {
    co_await wait_until(context_, begin + kWarmUp);
    co_await script.reached("begin");
    co_await wait_until(context_, end_);
    co_await script.reached("end");
  }

  /// Goes online and offline until the end. The start times of the users are spread over a period.
  Task<void> come_and_go(std::size_t user, Clock::time_point begin) {
    auto& client = swarm_[subscribers_ + user];
    const auto there = half_period();
    const auto share = static_cast<double>(user) / static_cast<double>(changing_);
    auto at = begin + std::chrono::duration_cast<Clock::duration>(there * 2 * share);
    for (; at < end_; at += there * 2) {
      co_await wait_until(context_, at);
      tally_.expect(user, true, at);
      co_await client.open();
      co_await wait_until(context_, at + there);
      tally_.expect(user, false, at + there + kGrace);
      co_await client.close();
    }
  }

  Task<void> listen(std::size_t subscriber) {
    for (;;) hear(subscriber, co_await swarm_[subscriber].hear());
  }

  void hear(std::size_t subscriber, std::string_view frame) {
    if (text_at(frame, "\"type\":\"") != "presence") return;
    const auto user = changing_user(text_at(frame, "\"sender\":\""));
    if (user >= changing_) return;
    const auto action = text_at(frame, "\"action\":\"");
    const bool same_role = user / (changing_ / roles_) == subscriber / load_.subscribers;
    if (!same_role) throw std::runtime_error("received the presence of a user of another role");
    tally_.hear(user, subscriber % load_.subscribers, action == "online");
  }

  /// Returns the number in changing-<number>, or `changing_` for other users.
  [[nodiscard]] std::size_t changing_user(std::string_view uid) const {
    constexpr std::string_view kPrefix = "changing-";
    auto number = changing_;
    if (uid.starts_with(kPrefix))
      std::from_chars(uid.data() + kPrefix.size(), uid.data() + uid.size(), number);
    return number;
  }

  asio::io_context& context_;
  Swarm& swarm_;
  const PresenceLoad load_;
  const std::size_t subscribers_;  ///< Across all roles.
  const std::size_t changing_;
  const std::size_t roles_;
  Tally tally_;
  Clock::time_point end_;
};

}  // namespace

Task<void> load_presence(asio::io_context& context, Swarm& swarm, Script& script,
                         PresenceLoad load) {
  Presence presence(context, swarm, load);
  co_await presence.run(script);
}

}  // namespace parley::bench
