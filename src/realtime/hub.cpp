#include "realtime/hub.hpp"

#include <algorithm>
#include <exception>
#include <new>
#include <string>
#include <utility>

#include <boost/container/small_vector.hpp>
#include <boost/container_hash/hash.hpp>

namespace parley::realtime {
namespace {

using core::Subscription;

/// Members called in a row before other handlers of this thread run.
constexpr std::size_t kCalledAtOnce = 128;

constexpr std::size_t kUsualSockets = 16;  ///< Of a session on one I/O thread, at most.
constexpr std::size_t kMostSpare = 4096;   ///< Handles. Larger lists give their memory back.

std::size_t hash_of(std::string_view app_id, std::string_view name) {
  std::size_t hash = 0;
  boost::hash_combine(hash, app_id);
  boost::hash_combine(hash, name);
  return hash;
}

std::size_t hash_of_session(std::string_view id) { return hash_of(id, {}); }

std::size_t hash_of_user(const HubMember& member) {
  return hash_of(member.session().app_id, member.session().uid);
}

bool is_recipient(const HubMember& member, const core::Announcement& announcement) {
  const auto& session = member.session();
  return session.app_id == announcement.app_id &&
         is_told(member.subscriber, session.uid, announcement);
}

bool is_recipient(const HubMember& member, const core::UserNotice& notice) {
  const auto& session = member.session();
  return session.app_id == notice.app_id && session.uid == notice.uid &&
         member.subscriber.since < notice.sequence;
}

}  // namespace

template <class F>
void Hub::for_each_topic(const HubMember& member, F visit) {
  const auto& app_id = member.session().app_id;
  if (member.subscriber.subscription == Subscription::all_users) visit(hash_of(app_id, {}));
  for (const auto& role : member.subscriber.roles) visit(hash_of(app_id, role));
}

// Each step records at once what leave() must undo, because the next one may throw std::bad_alloc.
void Hub::watch(HubMember& member) {
  member.handle = members_.add(member);
  sessions_.add(hash_of_session(member.session().id), member);
  member.is_watched = true;
}

void Hub::join(HubMember& member) {
  users_.add(hash_of_user(member), member);
  member.has_joined = true;
  for_each_topic(member, [&](std::size_t hash) { topics_[hash].insert(&member); });
}

void Hub::leave(HubMember& member) noexcept {
  members_.remove(std::exchange(member.handle, {}));
  member.is_queued = false;
  if (std::exchange(member.is_watched, false))
    sessions_.remove(hash_of_session(member.session().id), member);
  if (!std::exchange(member.has_joined, false)) return;
  users_.remove(hash_of_user(member), member);
  for_each_topic(member, [&](std::size_t hash) {
    const auto topic = topics_.find(hash);
    if (topic == topics_.end()) return;
    topic->second.erase(&member);
    if (topic->second.empty()) topics_.erase(topic);
  });
}

/// Calls `callback` if the member is still in the hub. Returns the member if it still is
/// afterwards, otherwise nullptr. A member whose callback throws is disconnected.
template <class F>
HubMember* Hub::call(SlotHandle handle, F callback) noexcept {
  auto* const member = members_.find(handle);
  if (member == nullptr) return nullptr;
  try {
    callback(*member);
  } catch (...) {
    LogFailure{"socket_failed"}(std::current_exception());
    if (auto* const still_here = members_.find(handle)) still_here->abandon();
  }
  return members_.find(handle);
}

/// Calls `callback` for the first members of `queue`, and removes them from it. Callbacks may add
/// to the queue. Needs no memory.
template <class F>
void Hub::call_some(Handles& queue, F callback) noexcept {
  const auto count = std::min(queue.size(), kCalledAtOnce);
  for (std::size_t i = 0; i < count; ++i) call(queue[i], callback);
  queue.erase(queue.begin(), queue.begin() + static_cast<std::ptrdiff_t>(count));
}

std::vector<core::SessionPtr> Hub::sessions() const {
  std::vector<core::SessionPtr> sessions;
  sessions_.for_all([&](const HubMember& member) { sessions.push_back(member.live); });
  return sessions;
}

void Hub::end_session(std::string_view session_id, core::EndReason reason) noexcept {
  boost::container::small_vector<SlotHandle, kUsualSockets> handles;
  try {
    sessions_.for_each(hash_of_session(session_id), [&](const HubMember& member) {
      if (member.session().id == session_id) handles.push_back(member.handle);
    });
  } catch (const std::bad_alloc&) {
    return disconnect_all();
  }
  for (const auto handle : handles) call(handle, [&](HubMember& member) { member.end(reason); });
}

template <class P>
void Hub::disconnect(P is_affected) noexcept {
  for (std::uint32_t slot = 0; slot < members_.slot_count(); ++slot) {
    call(members_.handle_at(slot), [&](HubMember& member) {
      if (is_affected(member)) member.abandon();
    });
  }
}

void Hub::disconnect_all() noexcept {
  disconnect([](const HubMember& /*member*/) { return true; });
}

void Hub::disconnect_soon() noexcept {
  if (will_disconnect_.exchange(true)) return;
  post_in(disconnect_memory_, context_.get_executor(), [this] {
    // First, because members may be added between a later call and this one. Unlike a store, it
    // synchronizes with the calls that found it true.
    will_disconnect_.exchange(false);
    disconnect_all();
  });
}

/// For a message that cannot be delivered. Needs no memory.
template <class Message>
void Hub::disconnect_recipients(const Message& message) noexcept {
  disconnect(
      [&](const HubMember& member) { return member.has_joined && is_recipient(member, message); });
}

// No member of the app is added from here on. A login in progress is either watched already, and so
// among the members, or finds that the app is gone when it checks again (Socket::log_in).
void Hub::end_app(core::AppEpoch app_epoch) noexcept {
  try {
    queue_app(app_epoch);
  } catch (const std::bad_alloc&) {
    return disconnect_all();
  }
  if (!is_ending_) end_some();
}

/// Queues the members of the app to be ended: all of them, or none if memory runs out.
void Hub::queue_app(core::AppEpoch app_epoch) {
  const auto for_each_of_app = [&](auto visit) {
    sessions_.for_all([&](const HubMember& member) {
      if (member.live->app_epoch() == app_epoch) visit(member);
    });
  };
  std::size_t count = 0;
  for_each_of_app([&](const HubMember&) { ++count; });
  to_end_.reserve(to_end_.size() + count);
  for_each_of_app([&](const HubMember& member) { to_end_.push_back(member.handle); });
}

void Hub::end_some() noexcept {
  is_ending_ = true;  // So that end_app() in a callback only adds to the queue.
  call_some(to_end_, [](HubMember& member) { member.end(core::EndReason::deleted); });
  is_ending_ = !to_end_.empty();
  if (is_ending_) post_in(end_memory_, context_.get_executor(), [this] { end_some(); });
}

void Hub::deliver(const core::Announcement& announcement, const Frame& frame) noexcept {
  Handles handles;
  try {
    handles = recipients_of(announcement);
  } catch (const std::bad_alloc&) {
    return disconnect_recipients(announcement);
  }
  for (const auto handle : handles) {
    auto* const member = call(handle, [&](HubMember& it) { it.queue_presence(frame); });
    if (member != nullptr) will_flush(*member);
  }
  if (handles.capacity() <= kMostSpare) spare_ = std::move(handles);
}

void Hub::deliver(const core::UserNotice& notice, const Frame& frame) noexcept {
  Handles handles;
  try {
    users_.for_each(hash_of(notice.app_id, notice.uid), [&](const HubMember& member) {
      if (is_recipient(member, notice)) handles.push_back(member.handle);
    });
  } catch (const std::bad_alloc&) {
    return disconnect_recipients(notice);
  }
  for (const auto handle : handles) {
    auto* const member = call(handle, [&](HubMember& it) { it.queue(frame); });
    if (member != nullptr) will_flush(*member);
  }
}

/// Uses the memory of `spare_`.
Hub::Handles Hub::recipients_of(const core::Announcement& announcement) {
  Handles handles = std::exchange(spare_, {});
  handles.clear();
  const auto& recipients = announcement.recipients;
  const auto& app_id = announcement.app_id;
  const auto add_user = [&](const std::string& uid, auto&& wants) {
    users_.for_each(hash_of(app_id, uid), [&](const HubMember& member) {
      if (member.session().uid == uid && wants(member) && is_recipient(member, announcement))
        handles.push_back(member.handle);
    });
  };
  if (!recipients.only.empty()) {
    add_user(recipients.only, [](const HubMember&) { return true; });
    return handles;
  }
  // No topic lists the subscribers to roles in general. Visiting every member finds them, and the
  // other recipients as well.
  if (recipients.any_role) {
    users_.for_all([&](const HubMember& member) {
      if (is_recipient(member, announcement)) handles.push_back(member.handle);
    });
    return handles;
  }
  if (recipients.all_users)
    add_topic(hash_of(app_id, {}), Subscription::all_users, announcement, handles);
  if (!recipients.role.empty())
    add_topic(hash_of(app_id, recipients.role), Subscription::roles, announcement, handles);
  for (const auto& uid : recipients.friends) {
    add_user(uid, [](const HubMember& member) {
      return member.subscriber.subscription == Subscription::friends;
    });
  }
  return handles;
}

void Hub::add_topic(std::size_t hash, Subscription kind, const core::Announcement& announcement,
                    Handles& handles) const {
  const auto topic = topics_.find(hash);
  if (topic == topics_.end()) return;
  for (const auto* member : topic->second) {
    if (member->subscriber.subscription == kind && is_recipient(*member, announcement))
      handles.push_back(member->handle);
  }
}

/// Flushes the member later, or now if there is no memory for that.
void Hub::will_flush(HubMember& member) noexcept {
  if (member.is_queued) return;
  try {
    to_flush_.push_back(member.handle);
  } catch (const std::bad_alloc&) {
    call(member.handle, [](HubMember& it) { it.flush(); });
    return;
  }
  member.is_queued = true;
  post_flush();
}

void Hub::post_flush() noexcept {
  if (is_flushing_ || to_flush_.empty()) return;
  is_flushing_ = true;
  post_in(flush_memory_, context_.get_executor(), [this] { flush_some(); });
}

void Hub::flush_some() noexcept {
  call_some(to_flush_, [](HubMember& member) {
    member.is_queued = false;
    member.flush();
  });
  is_flushing_ = false;
  post_flush();
}

}  // namespace parley::realtime
