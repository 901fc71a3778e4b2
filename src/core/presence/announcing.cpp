// The announcing side of the presence service: from the pending changes to the listener.
#include <algorithm>
#include <chrono>
#include <iterator>
#include <utility>

#include "base/log_failure.hpp"
#include "base/reserved_wait.hpp"
#include "core/presence/service.hpp"

namespace parley::core {
namespace {

/// The maximum number of changes in one transaction, so that none is long.
constexpr std::size_t kAnnouncedAtOnce = 256;

/// Grace periods that end within this time are announced together, which costs less than one by
/// one. So "offline" may be this late.
constexpr std::chrono::milliseconds kEndsTogether{25};

/// How long run() waits if it is not woken and no grace period ends.
constexpr std::chrono::milliseconds kLongestWait = std::chrono::seconds{1};

/// How long run() waits if it ran out of memory.
constexpr std::chrono::milliseconds kPauseWithoutMemory{10};

User last_known(const PresenceChange& change, const VisibleUser& shown) {
  User user{};
  user.uid = change.uid;
  user.name = shown.name;
  user.role = shown.role;
  user.created_at = change.created_at;
  user.last_active_at = change.at;
  return user;
}

}  // namespace

/// The changes that announce_pending() has taken. The destructor puts back those that are left, in
/// front of the others.
class PresenceService::Announcing {
 public:
  explicit Announcing(PresenceService& service) : service_(service) {}
  Announcing(const Announcing&) = delete;
  Announcing& operator=(const Announcing&) = delete;
  ~Announcing() {
    put_back();
    const std::lock_guard lock(service_.mutex_);
    service_.announcing_ = false;
  }

  /// Takes up to `most` pending changes. Those taken before must have been announced or put back.
  /// Returns false if none is pending.
  [[nodiscard]] bool take(std::size_t most) {
    const std::lock_guard lock(service_.mutex_);
    auto& pending = service_.pending_;
    const auto count = std::min(pending.size(), most);
    const auto end = std::next(pending.begin(), static_cast<std::ptrdiff_t>(count));
    taken_.splice(taken_.end(), pending, pending.begin(), end);
    service_.announcing_ = !taken_.empty();
    return service_.announcing_;
  }

  [[nodiscard]] PresenceEvents& taken() { return taken_; }

  /// Drops those of apps that were removed meanwhile, as forget_app() did with the pending ones.
  void put_back() {
    const std::lock_guard lock(service_.mutex_);
    if (taken_.empty()) return;
    for (const auto& event : service_.pending_) {
      if (event.kind == PresenceEvent::Kind::app_removal)
        erase_events_of(event.change.app_id, taken_);
    }
    service_.pending_.splice(service_.pending_.begin(), taken_);
  }

 private:
  PresenceService& service_;
  PresenceEvents taken_;
};

Task<Result<std::vector<StoredState>>> PresenceService::record_all(const PresenceEvents& events) {
  std::string bug;
  const auto work = [&](Transaction& transaction) -> Result<std::vector<StoredState>> {
    return record(transaction, events);
  };
  try {
    const auto access = access_of(events);
    if (access == StoreAccess::none) co_return std::vector<StoredState>(events.size());
    if (access == StoreAccess::read) co_return co_await environment_.store.read(work);
    co_return co_await environment_.store.write(work);
  } catch (const std::bad_alloc&) {
    throw;  // Out of memory can pass: the changes stay pending.
  } catch (const std::exception& exception) {
    bug = exception.what();
  }
  auto error = make_error(ErrorCode::kErrException);
  error->internal = std::move(bug);
  co_return error;
}

Task<void> PresenceService::run() {
  ReservedWait wait;
  Timer pause(co_await asio::this_coro::executor);
  while (!stopped_) {
    try {
      co_await announce_and_wait();
      continue;
    } catch (...) {
      LogFailure{"announce_failed"}(std::current_exception());
    }
    pause.expires_after(kPauseWithoutMemory);
    co_await wait.on(pause);
  }
  co_await try_to_announce();
}

/// After a failure only stop() ends the wait early: each change would be another attempt.
Task<void> PresenceService::announce_and_wait() {
  const bool succeeded = co_await try_to_announce();
  if (succeeded) {
    co_await wakeup_.wait(time_to_next_end());
  } else {
    co_await stopping_.wait(kRetryAfter);
  }
}

/// Returns whether nothing failed.
Task<bool> PresenceService::try_to_announce() {
  try {
    const auto announced = co_await announce_pending();
    if (announced) co_return true;
    log::write_sparsely(log::Level::error, "announce_failed", announced.error()->internal);
  } catch (...) {
    LogFailure{"announce_failed"}(std::current_exception());
  }
  co_return false;
}

std::chrono::milliseconds PresenceService::time_to_next_end() const {
  const std::lock_guard lock(mutex_);
  const auto next = presence_.next_end();
  if (!next) return kLongestWait;
  const auto left = *next - environment_.steady_clock.now();
  return std::clamp(left + kEndsTogether, kEndsTogether, kLongestWait);
}

Task<Status> PresenceService::announce_pending() {
  end_grace_periods();
  if (events_missed_.exchange(false)) queue_reloads();
  Announcing announcing(*this);
  std::size_t suspects = 0;  // The change that cannot be recorded is among this many.
  while (announcing.take(suspects > 0 ? 1 : kAnnouncedAtOnce)) {
    auto& events = announcing.taken();
    auto stored = co_await record_all(events);
    const bool threw = !stored && stored.error().code == ErrorCode::kErrException;
    if (!stored && !threw) co_return stored.error();
    if (threw && events.size() > 1) {
      suspects = events.size();
      announcing.put_back();
      continue;
    }
    if (suspects > 0) --suspects;
    if (threw) {
      give_up(events.front(), stored.error());
      events.clear();
      continue;
    }
    announced_ = events.back().sequence;
    for (auto& state : *stored) {
      apply_or_log(events.front(), std::move(state));
      events.pop_front();
    }
  }
  co_return Status{};
}

/// The change may have been a new block, so the relations of all shown users are read again.
void PresenceService::give_up(const PresenceEvent& event, const Error& error) {
  log::write_sparsely(log::Level::error, "presence_change_dropped", error->internal,
                      {{"appId", std::string_view(event.change.app_id)},
                       {"uid", std::string_view(event.change.uid)}});
  if (event.kind != PresenceEvent::Kind::reload) events_missed_ = true;
}

/// If there is no memory for that, run() tries again. Reloads that are still pending are among
/// these.
void PresenceService::queue_reloads() noexcept {
  try {
    PresenceEvents reloads;
    visibility_.for_each_shown([&](const std::string& app_id, const std::string& uid) {
      reloads.push_back({PresenceEvent::Kind::reload, {app_id, uid}});
    });
    const std::lock_guard lock(mutex_);
    std::erase_if(pending_, [](const PresenceEvent& event) {
      return event.kind == PresenceEvent::Kind::reload;
    });
    append(reloads);
  } catch (...) {
    events_missed_ = true;
    LogFailure{"announce_failed"}(std::current_exception());
  }
}

/// Throws std::bad_alloc, but no exception that would come again.
void PresenceService::apply_or_log(const PresenceEvent& event, StoredState stored) {
  try {
    apply(event, std::move(stored));
  } catch (const std::bad_alloc&) {
    throw;
  } catch (...) {
    LogFailure{"announce_failed"}(std::current_exception());
  }
}

void PresenceService::apply(const PresenceEvent& event, StoredState stored) {
  switch (event.kind) {
    case PresenceEvent::Kind::presence: apply_presence(event, std::move(stored)); break;
    case PresenceEvent::Kind::user: apply_user(event, std::move(stored)); break;
    case PresenceEvent::Kind::relation: apply_relation(event, std::move(stored)); break;
    case PresenceEvent::Kind::removal:
      visibility_.forget(event.change.app_id, event.change.uid);
      break;
    case PresenceEvent::Kind::app_removal: visibility_.forget_app(event.change.app_id); break;
    case PresenceEvent::Kind::reload: apply_reload(event, std::move(stored)); break;
  }
}

void PresenceService::apply_presence(const PresenceEvent& event, StoredState stored) {
  const auto& change = event.change;
  if (change.online) {
    if (!stored.user) return;
    const auto& user = stored.user->user;
    auto visibility_change = visibility_.show(
        change.app_id, change.uid,
        {user.name, user.role, std::move(stored.hidden_from), std::move(stored.friends)});
    if (visibility_change) announce(event, change.at, *stored.user, std::move(*visibility_change));
    return;
  }
  auto hidden = visibility_.hide(change.app_id, change.uid);
  if (!hidden) return;
  deliver([&] {
    auto& [shown, visibility_change] = *hidden;
    if (!stored.user) stored.user = UserForViewer{last_known(change, shown), {}};
    announce(event, change.at, *stored.user, std::move(visibility_change));
  });
}

void PresenceService::apply_user(const PresenceEvent& event, StoredState stored) {
  if (!stored.user) return;
  const auto& change = event.change;
  const auto& user = stored.user->user;
  for (auto& visibility_change :
       visibility_.change(change.app_id, change.uid, user.name, user.role, event.role_changed)) {
    announce(event, user.last_active_at, *stored.user, std::move(visibility_change));
  }
  notify(event, change.uid, UserNotice::Action::updated, std::move(*stored.user));
}

void PresenceService::apply_relation(const PresenceEvent& event, StoredState stored) {
  if (!stored.user || !stored.other) return;
  const auto& app_id = event.change.app_id;
  const auto& uid = event.change.uid;
  for (auto& visibility_change :
       visibility_.relate(app_id, uid, event.other, stored.relation_state, event.relation)) {
    announce(event, stored.user->user.last_active_at, *stored.user, std::move(visibility_change));
  }
  for (auto& visibility_change :
       visibility_.relate(app_id, event.other, uid, stored.relation_state, event.relation)) {
    announce(event, stored.other->user.last_active_at, *stored.other, std::move(visibility_change));
  }
  const bool blocked = event.relation == RelationEvent::blocked;
  if (!blocked && event.relation != RelationEvent::unblocked) return;
  const auto action = blocked ? UserNotice::Action::blocked : UserNotice::Action::unblocked;
  notify(event, uid, action, std::move(*stored.other));
  notify(event, event.other, action, std::move(*stored.user));
}

/// The role and the relations are announced as `repeated`: lists show them already.
void PresenceService::apply_reload(const PresenceEvent& event, StoredState stored) {
  if (!stored.user) return;
  const auto& [app_id, uid, online, at, created_at] = event.change;
  const auto& user = stored.user->user;
  const auto announce_all = [&](std::vector<VisibilityChange> visibility_changes) {
    for (auto& visibility_change : visibility_changes) {
      visibility_change.repeated = true;
      announce(event, user.last_active_at, *stored.user, std::move(visibility_change));
    }
  };
  announce_all(visibility_.change(app_id, uid, user.name, user.role, false));
  for (const auto& [other, relation_state, what] : visibility_.differences(
           app_id, uid, std::move(stored.hidden_from), std::move(stored.friends))) {
    announce_all(visibility_.relate(app_id, uid, other, relation_state, what));
  }
}

/// Calls `send`, which builds and delivers a message. One that fails must not block those after it.
template <class F>
void PresenceService::deliver(F send) {
  try {
    send();
  } catch (const std::bad_alloc&) {
    LogFailure{"announce_failed"}(std::current_exception());
    listener_->message_lost();
  } catch (...) {  // A bug. Devices that fetched everything again would meet it again.
    LogFailure{"announce_failed"}(std::current_exception());
  }
}

void PresenceService::announce(const PresenceEvent& event, Time at, const UserForViewer& user,
                               VisibilityChange visibility_change) {
  deliver([&] {
    Announcement announcement{.sequence = event.sequence,
                              .app_id = event.change.app_id,
                              .online = visibility_change.online,
                              .repeated = visibility_change.repeated,
                              .at = at,
                              .user = user,
                              .recipients = std::move(visibility_change.recipients)};
    announcement.user.user.online = visibility_change.online;
    listener_->announce(std::make_shared<const Announcement>(std::move(announcement)));
  });
}

void PresenceService::notify(const PresenceEvent& event, const std::string& uid,
                             UserNotice::Action action, UserForViewer about) {
  deliver([&] {
    listener_->notify(std::make_shared<const UserNotice>(
        UserNotice{event.sequence, event.change.app_id, uid, action, std::move(about)}));
  });
}

}  // namespace parley::core
