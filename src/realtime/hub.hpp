// The connection registry of one core: who is connected here, and who is told what.
#pragma once

#include <array>
#include <cstddef>
#include <memory>
#include <string_view>
#include <vector>

#include <boost/unordered/unordered_flat_map.hpp>
#include <boost/unordered/unordered_flat_set.hpp>

#include "base/task.hpp"
#include "core/event_bus.hpp"
#include "core/presence/announcement.hpp"
#include "realtime/chains.hpp"
#include "realtime/frame.hpp"
#include "realtime/member.hpp"

namespace parley::realtime {

/// Everything runs on the core's own thread. Members take themselves out before they die.
class Hub {
 public:
  explicit Hub(asio::io_context& context) : context_(context) {}
  Hub(const Hub&) = delete;
  Hub& operator=(const Hub&) = delete;

  [[nodiscard]] asio::io_context& context() const { return context_; }

  /// From now on the member learns when its session ends.
  void watch(Member& member);
  void unwatch(Member& member);

  /// From now on it is told of presence, and of what concerns its user.
  void add(Member& member);
  void remove(Member& member);

  /// Ends the sockets of a session.
  void end_session(std::string_view session_id, core::EndReason reason);
  /// Ends the sockets of an app that is gone, and not those of a later app with the same id.
  void end_app(core::AppEpoch app_epoch);

  /// Tells the recipients of the announcement, each once.
  void deliver(const core::Announcement& announcement, const Frame& frame);
  /// Tells the devices of the notice's user.
  void deliver(const core::UserNotice& notice, const Frame& frame);

  /// Where sockets of this core receive bytes. What is in it is used up before anybody waits.
  [[nodiscard]] std::array<char, kMaxMessage>& scratch() { return scratch_; }

 private:
  using Topic = boost::unordered_flat_set<Member*>;

  template <class F>
  void for_each_topic(const Member& member, F visit);
  void deliver_to(Member& member, const core::Announcement& announcement, const Frame& frame);
  void deliver_to_topic(std::size_t hash, core::Subscription kind,
                        const core::Announcement& announcement, const Frame& frame);
  void will_flush(Member& member);
  void flush_some();

  asio::io_context& context_;
  Chains<Member, &Member::next_of_session> sessions_;
  Chains<Member, &Member::next_of_user> users_;
  boost::unordered_flat_map<std::size_t, Topic> topics_;  ///< By the hash of app and role.
  std::vector<Member*> to_flush_;
  bool flush_posted_ = false;
  std::array<char, kMaxMessage> scratch_;
};

}  // namespace parley::realtime
