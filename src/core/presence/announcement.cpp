#include "core/presence/announcement.hpp"

#include <algorithm>

namespace parley::core {
namespace {

/// An empty role matches nobody.
bool has_role(const Subscriber& subscriber, const std::string& role) {
  const auto& roles = subscriber.roles;
  return !role.empty() && std::find(roles.begin(), roles.end(), role) != roles.end();
}

bool subscribes(const Subscriber& subscriber, const std::string& uid,
                const Recipients& recipients) {
  switch (subscriber.subscription) {
    case Subscription::all_users: return recipients.all_users;
    case Subscription::roles:
      return (recipients.any_role || has_role(subscriber, recipients.role)) &&
             !has_role(subscriber, recipients.except_role);
    case Subscription::friends: return std::ranges::binary_search(recipients.friends, uid);
    case Subscription::none: break;
  }
  return false;
}

}  // namespace

bool is_told(const Subscriber& subscriber, const std::string& uid,
             const Announcement& announcement) {
  const auto& recipients = announcement.recipients;
  return subscriber.since < announcement.sequence && uid != announcement.user.user.uid &&
         (recipients.only.empty() || recipients.only == uid) &&
         subscribes(subscriber, uid, recipients) &&
         !std::ranges::binary_search(recipients.hidden_from, uid);
}

}  // namespace parley::core
