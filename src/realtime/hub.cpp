#include "realtime/hub.hpp"

#include <algorithm>
#include <string>

#include <boost/asio/post.hpp>
#include <boost/container_hash/hash.hpp>

namespace parley::realtime {
namespace {

using core::Subscription;

/// Sockets that are written to in one go; then others on this core have their turn.
constexpr std::size_t kFlushedAtOnce = 128;

std::size_t hash_of(std::string_view app_id, std::string_view name) {
  std::size_t hash = 0;
  boost::hash_combine(hash, app_id);
  boost::hash_combine(hash, name);
  return hash;
}

std::size_t hash_of_session(std::string_view id) { return hash_of(id, {}); }

std::size_t hash_of_user(const Member& member) {
  return hash_of(member.session().app_id, member.session().uid);
}

}  // namespace

template <class F>
void Hub::for_each_topic(const Member& member, F visit) {
  const auto& app_id = member.session().app_id;
  if (member.subscriber.subscription == Subscription::all_users) visit(hash_of(app_id, {}));
  for (const auto& role : member.subscriber.roles) visit(hash_of(app_id, role));
}

void Hub::watch(Member& member) { sessions_.add(hash_of_session(member.session().id), member); }

void Hub::unwatch(Member& member) {
  sessions_.remove(hash_of_session(member.session().id), member);
}

void Hub::add(Member& member) {
  users_.add(hash_of_user(member), member);
  for_each_topic(member, [&](std::size_t hash) { topics_[hash].insert(&member); });
}

void Hub::remove(Member& member) {
  users_.remove(hash_of_user(member), member);
  for_each_topic(member, [&](std::size_t hash) {
    const auto topic = topics_.find(hash);
    topic->second.erase(&member);
    if (topic->second.empty()) topics_.erase(topic);
  });
  if (member.is_queued) std::replace(to_flush_.begin(), to_flush_.end(), &member, {});
}

void Hub::end_session(std::string_view session_id, core::EndReason reason) {
  std::vector<Member*> ended;
  sessions_.for_each(hash_of_session(session_id), [&](Member& member) {
    if (member.session().id == session_id) ended.push_back(&member);
  });
  for (auto* member : ended) member->end(reason);
}

void Hub::end_app(core::AppEpoch app_epoch) {
  std::vector<Member*> ended;
  sessions_.for_all([&](Member& member) {
    if (member.live->app_epoch() == app_epoch) ended.push_back(&member);
  });
  for (auto* member : ended) member->end(core::EndReason::deleted);
}

void Hub::deliver(const core::Announcement& announcement, const Frame& frame) {
  const auto& recipients = announcement.recipients;
  const auto& app_id = announcement.app_id;
  const auto to_user = [&](const std::string& uid, auto&& wants) {
    users_.for_each(hash_of(app_id, uid), [&](Member& member) {
      if (member.session().uid == uid && wants(member)) deliver_to(member, announcement, frame);
    });
  };
  if (!recipients.only.empty()) {
    to_user(recipients.only, [](const Member&) { return true; });
    return;
  }
  // No topic has those of any role; asking everybody finds the others as well.
  if (recipients.any_role) {
    users_.for_all([&](Member& member) { deliver_to(member, announcement, frame); });
    return;
  }
  if (recipients.all_users)
    deliver_to_topic(hash_of(app_id, {}), Subscription::all_users, announcement, frame);
  if (!recipients.role.empty())
    deliver_to_topic(hash_of(app_id, recipients.role), Subscription::roles, announcement, frame);
  for (const auto& uid : recipients.friends) {
    to_user(uid, [](const Member& member) {
      return member.subscriber.subscription == Subscription::friends;
    });
  }
}

void Hub::deliver_to_topic(std::size_t hash, Subscription kind,
                           const core::Announcement& announcement, const Frame& frame) {
  const auto topic = topics_.find(hash);
  if (topic == topics_.end()) return;
  for (auto* member : topic->second) {
    if (member->subscriber.subscription == kind) deliver_to(*member, announcement, frame);
  }
}

void Hub::deliver_to(Member& member, const core::Announcement& announcement, const Frame& frame) {
  const auto& session = member.session();
  if (session.app_id != announcement.app_id) return;
  if (!is_told(member.subscriber, session.uid, announcement)) return;
  member.queue_presence(frame);
  will_flush(member);
}

void Hub::deliver(const core::UserNotice& notice, const Frame& frame) {
  users_.for_each(hash_of(notice.app_id, notice.uid), [&](Member& member) {
    const auto& session = member.session();
    if (session.app_id != notice.app_id || session.uid != notice.uid) return;
    if (member.subscriber.since >= notice.sequence) return;
    member.queue(frame);
    will_flush(member);
  });
}

void Hub::will_flush(Member& member) {
  if (!member.is_queued) to_flush_.push_back(&member);
  member.is_queued = true;
  if (flush_posted_) return;
  flush_posted_ = true;
  asio::post(context_, [this] { flush_some(); });
}

void Hub::flush_some() {
  const auto count = std::min(to_flush_.size(), kFlushedAtOnce);
  const auto end = to_flush_.begin() + static_cast<std::ptrdiff_t>(count);
  const std::vector<Member*> now(to_flush_.begin(), end);
  to_flush_.erase(to_flush_.begin(), end);
  for (auto* member : now) {
    if (member == nullptr) continue;
    member->is_queued = false;
  }
  for (auto* member : now) {
    if (member != nullptr) member->flush();
  }
  flush_posted_ = !to_flush_.empty();
  if (flush_posted_) asio::post(context_, [this] { flush_some(); });
}

}  // namespace parley::realtime
