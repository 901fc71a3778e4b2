#include "core/user/for_viewer.hpp"

#include <algorithm>
#include <utility>

namespace parley::core {
namespace {

/// After a block, each of the two users looks to the other as if it had gone offline at the time of
/// the block.
UserForViewer for_viewer(User user, const Relation& relation) {
  for (const auto blocked_at : {relation.blocked_by_me_at, relation.blocked_me_at}) {
    if (blocked_at == kNever) continue;
    user.online = false;
    user.last_active_at = std::min(user.last_active_at, blocked_at);
  }
  return {std::move(user), relation};
}

std::vector<Relation> relations_to(Transaction& transaction, std::string_view app_id,
                                   std::string_view viewer, const std::vector<User>& users) {
  std::vector<std::string> uids;
  uids.reserve(users.size());
  for (const auto& user : users) uids.push_back(user.uid);
  return transaction.relations().seen_by(app_id, viewer, uids);
}

}  // namespace

UserForViewer for_viewer(Transaction& transaction, std::string_view app_id, std::string_view viewer,
                         User user) {
  if (viewer.empty() || viewer == user.uid) return {std::move(user), {}};
  const auto relation = transaction.relations().seen_by(app_id, viewer, {&user.uid, 1}).front();
  return for_viewer(std::move(user), relation);
}

PageForViewer for_viewer(Transaction& transaction, std::string_view app_id, std::string_view viewer,
                         UserPage page) {
  std::vector<Relation> relations(page.users.size());
  if (!viewer.empty()) relations = relations_to(transaction, app_id, viewer, page.users);
  PageForViewer result{{}, page.total};
  result.users.reserve(page.users.size());
  for (std::size_t i = 0; i < relations.size(); ++i) {
    result.users.push_back(for_viewer(std::move(page.users[i]), relations[i]));
  }
  return result;
}

}  // namespace parley::core
