#include "core/presence/service.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace parley::core {
namespace {

/// So many changes share one commit at most: nobody waits for a longer one.
constexpr std::size_t kAnnouncedAtOnce = 256;

User remembered(const PresenceChange& change, const ShownUser& shown) {
  User user{};
  user.uid = change.uid;
  user.name = shown.name;
  user.role = shown.role;
  user.created_at = change.created_at;
  user.last_active_at = change.at;
  return user;
}

}  // namespace

PresenceService::PresenceService(Environment environment) : environment_(environment) {
  environment_.bus.subscribe([this](const Event& event) { hear(event); });
}

Task<Status> PresenceService::reset() {
  co_return co_await environment_.store.write([](Transaction& transaction) -> Status {
    transaction.users().reset_online();
    return {};
  });
}

/// Makes a change with the mutex held; tells the listener without it.
template <class F>
void PresenceService::change(F make) {
  {
    const std::lock_guard lock(mutex_);
    make(environment_.clock.now());
    if (announcing_ || pending_.empty() || listener_ == nullptr) return;
    announcing_ = true;
  }
  listener_->changes_wait();
}

void PresenceService::connect(std::string_view app_id, std::string_view uid, Time created_at,
                              DeviceNumber device) {
  change([&](Time now) {
    add(presence_.forget_other(app_id, uid, created_at, now));
    add(presence_.connect(app_id, uid, created_at, device, now));
  });
}

void PresenceService::drop(std::string_view app_id, std::string_view uid, DeviceNumber device) {
  change([&](Time now) { presence_.drop(app_id, uid, device, now); });
}

void PresenceService::leave(std::string_view app_id, std::string_view uid, DeviceNumber device) {
  change([&](Time now) { add(presence_.leave(app_id, uid, device, now)); });
}

void PresenceService::advance() {
  change([&](Time now) {
    for (auto& gone : presence_.advance(now)) add(std::move(gone));
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

/// Whether lists may show the user online, now or until what waits is announced.
bool PresenceService::may_be_shown(const std::string& app_id, const std::string& uid) const {
  return announcing_ || !pending_.empty() || presence_.is_online(app_id, uid);
}

/// Of users who are not online, there is nothing to tell.
void PresenceService::hear(const Event& event) {
  const auto& app_id = event.app_id;
  const auto& uid = event.uid;
  switch (event.kind) {
    case EventKind::user_deactivated:
      return change([&](Time now) { add(presence_.forget(app_id, uid, now)); });
    case EventKind::user_removed:
      return change([&](Time now) {
        add(presence_.forget(app_id, uid, now));
        add({Happening::Kind::removal, {app_id, uid}});
      });
    case EventKind::user_changed:
      return change([&](Time) {
        if (may_be_shown(app_id, uid))
          add({.kind = Happening::Kind::user,
               .change = {app_id, uid},
               .role_changed = event.role_changed});
      });
    case EventKind::relation_changed:
      return change([&](Time) {
        if (may_be_shown(app_id, uid) || may_be_shown(app_id, event.other_uid))
          add({Happening::Kind::relation, {app_id, uid}, event.other_uid, event.relation});
      });
    case EventKind::app_changed:
    case EventKind::api_key_changed:
    case EventKind::user_active:
    case EventKind::session_started:
    case EventKind::session_ended: break;
  }
}

void PresenceService::add(Presence::Change change) {
  if (change) add(Happening{Happening::Kind::presence, std::move(*change)});
}

void PresenceService::add(Happening happening) {
  happening.sequence = ++last_sequence_;
  pending_.push_back(std::move(happening));
}

std::vector<Happening> PresenceService::take_pending() {
  const std::lock_guard lock(mutex_);
  const auto count = std::min(pending_.size(), kAnnouncedAtOnce);
  const auto end = pending_.begin() + static_cast<std::ptrdiff_t>(count);
  std::vector<Happening> taken(std::make_move_iterator(pending_.begin()),
                               std::make_move_iterator(end));
  pending_.erase(pending_.begin(), end);
  announcing_ = !taken.empty();
  return taken;
}

void PresenceService::put_back(std::vector<Happening> happenings) {
  const std::lock_guard lock(mutex_);
  pending_.insert(pending_.begin(), std::make_move_iterator(happenings.begin()),
                  std::make_move_iterator(happenings.end()));
  announcing_ = false;
}

Task<Status> PresenceService::announce_pending() {
  for (;;) {
    auto happenings = take_pending();
    if (happenings.empty()) co_return Status{};
    auto facts = co_await environment_.store.write(
        [&](Transaction& transaction) -> Result<std::vector<Facts>> {
          std::vector<Facts> found;
          found.reserve(happenings.size());
          for (const auto& happening : happenings) found.push_back(record(transaction, happening));
          return found;
        });
    if (!facts) {
      put_back(std::move(happenings));
      co_return facts.error();
    }
    announced_ = happenings.back().sequence;
    for (std::size_t i = 0; i < happenings.size(); ++i) {
      carry_out(happenings[i], std::move((*facts)[i]));
    }
  }
}

void PresenceService::carry_out(const Happening& happening, Facts facts) {
  switch (happening.kind) {
    case Happening::Kind::presence: carry_out_presence(happening, std::move(facts)); break;
    case Happening::Kind::user: carry_out_user(happening, std::move(facts)); break;
    case Happening::Kind::relation: carry_out_relation(happening, std::move(facts)); break;
    case Happening::Kind::removal:
      visibility_.forget(happening.change.app_id, happening.change.uid);
      break;
  }
}

void PresenceService::carry_out_presence(const Happening& happening, Facts facts) {
  const auto& change = happening.change;
  if (change.online) {
    if (!facts.user) return;
    const auto& user = facts.user->user;
    auto turn = visibility_.show(
        change.app_id, change.uid,
        {user.name, user.role, std::move(facts.hidden_from), std::move(facts.friends)});
    if (turn) announce(happening, change.at, *facts.user, std::move(*turn));
    return;
  }
  auto hidden = visibility_.hide(change.app_id, change.uid);
  if (!hidden) return;
  auto& [shown, turn] = *hidden;
  const auto user = facts.user.value_or(SeenUser{remembered(change, shown), {}});
  announce(happening, change.at, user, std::move(turn));
}

void PresenceService::carry_out_user(const Happening& happening, Facts facts) {
  if (!facts.user) return;
  const auto& change = happening.change;
  const auto& user = facts.user->user;
  for (auto& turn : visibility_.change(change.app_id, change.uid, user.name, user.role,
                                       happening.role_changed)) {
    announce(happening, user.last_active_at, *facts.user, std::move(turn));
  }
  notify(happening, change.uid, UserNotice::Action::updated, std::move(*facts.user));
}

void PresenceService::carry_out_relation(const Happening& happening, Facts facts) {
  if (!facts.user || !facts.other) return;
  const auto& app_id = happening.change.app_id;
  const auto& uid = happening.change.uid;
  for (auto& turn :
       visibility_.relate(app_id, uid, happening.other, facts.standing, happening.relation)) {
    announce(happening, facts.user->user.last_active_at, *facts.user, std::move(turn));
  }
  for (auto& turn :
       visibility_.relate(app_id, happening.other, uid, facts.standing, happening.relation)) {
    announce(happening, facts.other->user.last_active_at, *facts.other, std::move(turn));
  }
  const bool blocked = happening.relation == RelationEvent::blocked;
  if (!blocked && happening.relation != RelationEvent::unblocked) return;
  const auto action = blocked ? UserNotice::Action::blocked : UserNotice::Action::unblocked;
  notify(happening, uid, action, std::move(*facts.other));
  notify(happening, happening.other, action, std::move(*facts.user));
}

void PresenceService::announce(const Happening& happening, Time at, const SeenUser& user,
                               Turn turn) {
  Announcement announcement{.sequence = happening.sequence,
                            .app_id = happening.change.app_id,
                            .online = turn.online,
                            .repeated = turn.repeated,
                            .at = at,
                            .user = user,
                            .recipients = std::move(turn.recipients)};
  announcement.user.user.online = turn.online;
  listener_->announce(std::make_shared<const Announcement>(std::move(announcement)));
}

void PresenceService::notify(const Happening& happening, const std::string& uid,
                             UserNotice::Action action, SeenUser about) {
  listener_->notify(std::make_shared<const UserNotice>(
      UserNotice{happening.sequence, happening.change.app_id, uid, action, std::move(about)}));
}

}  // namespace parley::core
