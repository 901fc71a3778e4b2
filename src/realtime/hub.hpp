// The sockets of one I/O thread, indexed by session, user and presence subscription.
#pragma once

#include <array>
#include <atomic>
#include <cstddef>
#include <exception>
#include <string_view>
#include <vector>

#include <boost/asio/post.hpp>
#include <boost/unordered/unordered_flat_map.hpp>
#include <boost/unordered/unordered_flat_set.hpp>

#include "base/handler_memory.hpp"
#include "base/log_failure.hpp"
#include "base/task.hpp"
#include "core/event/event.hpp"
#include "core/presence/announcement.hpp"
#include "realtime/frame.hpp"
#include "realtime/hub_member.hpp"
#include "realtime/intrusive_multimap.hpp"
#include "realtime/slot_map.hpp"

namespace parley::realtime {

/// Not thread-safe: used on its I/O thread only, except for post() and disconnect_soon().
///
/// A callback may end any member. For example, a socket whose outbox is full disconnects and leaves
/// the hub in the middle of a delivery. So every function that calls members has two phases:
///
///     1 collect   sessions_, users_ or topics_ --> handles    calls no member
///     2 call      handle --> members_.find() --> callback     skips members that have left
///
/// No container of the hub is being iterated while a callback runs, so a callback may use every
/// function of the hub.
///
/// deliver() only queues frames. A posted task then flushes the members, each once however many
/// frames it has, and a limited number at a time, so that other handlers of the thread get to run.
/// end_app() is split up in the same way.
///
/// If memory runs out, members are disconnected: all of them if some must end and cannot be found,
/// and the recipients of a message that cannot be delivered. Their clients authenticate again and
/// fetch the current state.
class Hub {
 public:
  /// When the hub is destroyed, the context must have no handlers of it left.
  explicit Hub(asio::io_context& context) : context_(context) {}
  Hub(const Hub&) = delete;
  Hub& operator=(const Hub&) = delete;

  [[nodiscard]] asio::io_context& context() const { return context_; }

  /// Calls `action(*this)` later, on the I/O thread. If there is no memory for that, calls
  /// disconnect_soon() instead. Any thread.
  template <class F>
  void post(const F& action) noexcept;

  /// Registers a member, which is called when its session ends. Borrowed until leave(). If this or
  /// join() throws, leave() undoes what was done.
  void watch(HubMember& member);
  /// Makes a watched member receive presence and the notices to its user, too.
  void join(HubMember& member);
  /// Removes a member, which is not called again. Does nothing if it was never watched. Must be
  /// called before the member is destroyed.
  void leave(HubMember& member) noexcept;

  /// The sessions of all members. A session with several members is listed several times.
  [[nodiscard]] std::vector<core::SessionPtr> sessions() const;

  /// Ends the members of a session.
  void end_session(std::string_view session_id, core::EndReason reason) noexcept;
  /// Ends the members of an app that was deleted, but not those of a later app with the same id.
  /// The app must not accept logins any more. Many members are ended in steps, between which other
  /// handlers of this thread run.
  void end_app(core::AppEpoch app_epoch) noexcept;

  /// Disconnects all members. Their clients connect again. Needs no memory.
  void disconnect_all() noexcept;
  /// Calls disconnect_all() later, on the I/O thread. Any thread. Needs no memory.
  void disconnect_soon() noexcept;

  /// Queues the frame once for each recipient of the announcement.
  void deliver(const core::Announcement& announcement, const Frame& frame) noexcept;
  /// Queues the frame for the devices of the notice's user, except those that connected after it.
  void deliver(const core::UserNotice& notice, const Frame& frame) noexcept;

  /// A receive buffer that the sockets of this thread share. Its content must be used before the
  /// current handler returns or suspends.
  [[nodiscard]] std::array<char, kMaxMessage>& scratch() { return scratch_; }

 private:
  using Topic = boost::unordered_flat_set<HubMember*>;
  using Handles = std::vector<SlotHandle>;

  template <class F>
  void for_each_topic(const HubMember& member, F visit);
  [[nodiscard]] Handles recipients_of(const core::Announcement& announcement);
  void add_topic(std::size_t hash, core::Subscription kind, const core::Announcement& announcement,
                 Handles& handles) const;
  template <class F>
  HubMember* call(SlotHandle handle, F callback) noexcept;
  template <class F>
  void call_some(Handles& queue, F callback) noexcept;
  template <class P>
  void disconnect(P is_affected) noexcept;
  template <class Message>
  void disconnect_recipients(const Message& message) noexcept;
  void queue_app(core::AppEpoch app_epoch);
  void end_some() noexcept;
  void will_flush(HubMember& member) noexcept;
  void post_flush() noexcept;
  void flush_some() noexcept;

  asio::io_context& context_;
  SlotMap<HubMember> members_;
  IntrusiveMultimap<HubMember, &HubMember::next_of_session> sessions_;
  IntrusiveMultimap<HubMember, &HubMember::next_of_user> users_;
  boost::unordered_flat_map<std::size_t, Topic> topics_;  ///< By the hash of app and role.
  Handles to_end_;
  bool is_ending_ = false;  ///< end_some() runs or is posted.
  HandlerMemory end_memory_;
  Handles spare_;  ///< Empty; kept for its memory.
  Handles to_flush_;
  bool is_flushing_ = false;  ///< flush_some() runs or is posted.
  HandlerMemory flush_memory_;
  std::atomic<bool> will_disconnect_ = false;  ///< disconnect_all() is posted.
  HandlerMemory disconnect_memory_;
  std::array<char, kMaxMessage> scratch_;
};

template <class F>
void Hub::post(const F& action) noexcept {
  try {
    asio::post(context_, [this, action = action] { action(*this); });
  } catch (...) {
    LogFailure{"sockets_not_notified"}(std::current_exception());
    disconnect_soon();
  }
}

}  // namespace parley::realtime
