#include "core/presence/service.hpp"

#include <utility>

#include "base/log_failure.hpp"

namespace parley::core {

PresenceService::PresenceService(Environment environment) : environment_(environment) {
  environment_.bus.subscribe([this](const Event& event) { on_event(event); });
}

Task<Status> PresenceService::reset() {
  co_return co_await environment_.store.write([](Transaction& transaction) -> Status {
    transaction.presence().reset();
    return {};
  });
}

/// Makes a change with the mutex held. Wakes run() without it, if there is an event to announce or
/// the only grace period begins: a later one ends later.
template <class F>
void PresenceService::change(F make) {
  /// Wakes run() when the mutex has been released, also if `make` throws half-way.
  struct Waking {
    PresenceService& service;
    bool needed = true;
    ~Waking() {
      if (needed) service.wake();
    }
  } waking{*this};
  const std::lock_guard lock(mutex_);
  const auto sequence = last_sequence_;
  const bool had_end = presence_.next_end().has_value();
  make(Moment{environment_.clock.now(), environment_.steady_clock.now()});
  waking.needed = last_sequence_ != sequence || (!had_end && presence_.next_end());
}

void PresenceService::wake() noexcept { wake(wakeup_); }

/// If there is no memory for that, run() wakes by itself after kLongestWait.
void PresenceService::wake(Wakeup& wakeup) noexcept {
  try {
    wakeup.notify();
  } catch (...) {
    LogFailure{"announce_failed"}(std::current_exception());
  }
}

void PresenceService::stop() noexcept {
  stopped_ = true;
  wake(stopping_);
  wake(wakeup_);
}

void PresenceService::connect(std::string_view app_id, std::string_view uid, Time created_at,
                              DeviceNumber device) {
  change([&](Moment now) {
    add([&] { return presence_.forget_other(app_id, uid, created_at, now.time); });
    add([&] { return presence_.connect(app_id, uid, created_at, device, now.time); });
  });
}

void PresenceService::drop(std::string_view app_id, std::string_view uid, DeviceNumber device,
                           SteadyTime::duration silence) noexcept {
  change([&](Moment now) { presence_.drop(app_id, uid, device, now, silence); });
}

void PresenceService::leave(std::string_view app_id, std::string_view uid,
                            DeviceNumber device) noexcept {
  change([&](Moment now) {
    try {
      add([&] { return presence_.leave(app_id, uid, device, now); });
    } catch (const std::bad_alloc&) {
      presence_.drop(app_id, uid, device, now);
    }
  });
}

bool PresenceService::is_online(std::string_view app_id, std::string_view uid) const {
  const std::lock_guard lock(mutex_);
  return presence_.is_online(app_id, uid);
}

std::size_t PresenceService::online() const {
  const std::lock_guard lock(mutex_);
  return presence_.online();
}

/// Whether lists show the user online now, or may do so until the pending changes are announced.
bool PresenceService::may_be_shown(const std::string& app_id, const std::string& uid) const {
  return announcing_ || !pending_.empty() || presence_.is_online(app_id, uid);
}

/// Changes of users who are not shown online need no announcement. An event that throws has changed
/// nothing; then events_missed follows, which does not throw.
void PresenceService::on_event(const Event& event) {
  const auto& app_id = event.app_id;
  const auto& uid = event.uid;
  switch (event.kind) {
    case EventKind::user_deactivated:
      return change(
          [&](Moment now) { add([&] { return presence_.forget(app_id, uid, now.time); }); });
    case EventKind::user_removed:
      return change([&](Moment now) {
        PresenceEvents removal;  // Allocated first, so that the event is not taken half-way.
        removal.push_back({PresenceEvent::Kind::removal, {app_id, uid}});
        add([&] { return presence_.forget(app_id, uid, now.time); });
        append(removal);
      });
    case EventKind::user_changed:
      return change([&](Moment) {
        if (may_be_shown(app_id, uid))
          add({.kind = PresenceEvent::Kind::user,
               .change = {app_id, uid},
               .role_changed = event.role_changed});
      });
    case EventKind::relation_changed:
      return change([&](Moment) {
        if (may_be_shown(app_id, uid) || may_be_shown(app_id, event.other_uid))
          add({PresenceEvent::Kind::relation, {app_id, uid}, event.other_uid, event.relation});
      });
    case EventKind::app_changed:
      if (event.app_change != AppChangeKind::removed) return;
      return change([&](Moment) { forget_app(app_id); });
    case EventKind::api_key_changed:
    case EventKind::user_active:
    case EventKind::session_started:
    case EventKind::session_opened:
    case EventKind::session_ended: return;
    case EventKind::events_missed: events_missed_ = true; return wake();
  }
}

/// Locks for each user, because many may have dropped at once.
void PresenceService::end_grace_periods() {
  const auto end_one = [&] {
    const std::lock_guard lock(mutex_);
    return add([&] { return presence_.advance(environment_.steady_clock.now()); });
  };
  while (end_one()) continue;
}

/// Nothing about the users of a removed app may reach devices of a later app with its id.
void PresenceService::forget_app(const std::string& app_id) {
  add({PresenceEvent::Kind::app_removal, {app_id, {}}});
  presence_.forget_app(app_id);
  erase_events_of(app_id, pending_);
}

/// Adds the change that `make` returns, if any, and returns whether there is one.
template <class F>
bool PresenceService::add(F make) {
  PresenceEvents added(1);  // Allocated first: once Presence has changed, nothing may fail.
  auto change = make();
  if (!change) return false;
  added.front().change = std::move(*change);
  append(added);
  return true;
}

void PresenceService::add(PresenceEvent event) {
  PresenceEvents added;
  added.push_back(std::move(event));
  append(added);
}

void PresenceService::append(PresenceEvents& events) noexcept {
  for (auto& event : events) event.sequence = ++last_sequence_;
  pending_.splice(pending_.end(), events);
}

}  // namespace parley::core
