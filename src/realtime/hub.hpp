// The sockets of one I/O thread, found by session, user and presence subscription.
#pragma once

#include <array>
#include <cstddef>
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
#include "realtime/slot_map.hpp"

namespace parley::realtime {

/// Runs on its I/O thread only.
///
/// A callback of a member may end any member: a full outbox gives up its socket, which leaves the
/// hub in the middle of a delivery. So each function works in two phases. First it collects the
/// handles of the members concerned, calling nobody. Then it calls them one by one, and looks each
/// handle up before it does: members that have left by then are not touched. No container of the
/// hub is being iterated while a callback runs, so callbacks may use every function here.
class Hub {
 public:
  explicit Hub(asio::io_context& context) : context_(context) {}
  Hub(const Hub&) = delete;
  Hub& operator=(const Hub&) = delete;

  [[nodiscard]] asio::io_context& context() const { return context_; }

  /// The member is called when its session ends. Borrowed until leave().
  void watch(Member& member);
  /// A watched member is also called for presence and for notices to its user.
  void join(Member& member);
  /// The member is not called any more. Does nothing when it was never watched. Members leave
  /// before they are destroyed.
  void leave(Member& member) noexcept;

  /// Ends the sockets of a session.
  void end_session(std::string_view session_id, core::EndReason reason);
  /// Ends the sockets of an app that was deleted, and not those of a later app with the same id.
  /// Many are ended in steps, between which other handlers of this thread run. Nobody logs in to
  /// the app any more.
  void end_app(core::AppEpoch app_epoch);

  /// Queues the frame for each recipient of the announcement, once.
  void deliver(const core::Announcement& announcement, const Frame& frame);
  /// Queues the frame for the devices of the notice's user.
  void deliver(const core::UserNotice& notice, const Frame& frame);

  /// A buffer for the sockets of this thread to receive into. Used up before anything suspends.
  [[nodiscard]] std::array<char, kMaxMessage>& scratch() { return scratch_; }

 private:
  using Topic = boost::unordered_flat_set<Member*>;
  using Handles = std::vector<SlotHandle>;

  template <class F>
  void for_each_topic(const Member& member, F visit);
  [[nodiscard]] Handles recipients_of(const core::Announcement& announcement) const;
  void add_topic(std::size_t hash, core::Subscription kind, const core::Announcement& announcement,
                 Handles& handles) const;
  template <class F>
  bool call(SlotHandle handle, F callback) noexcept;
  void end_some();
  void post_end() noexcept;
  void will_flush(SlotHandle handle);
  void post_flush();
  void flush_some();

  asio::io_context& context_;
  SlotMap<Member> members_;
  Chains<Member, &Member::next_of_session> sessions_;
  Chains<Member, &Member::next_of_user> users_;
  boost::unordered_flat_map<std::size_t, Topic> topics_;  ///< By the hash of app and role.
  Handles to_end_;
  bool end_posted_ = false;
  Handles to_flush_;
  bool flush_posted_ = false;
  std::array<char, kMaxMessage> scratch_;
};

}  // namespace parley::realtime
