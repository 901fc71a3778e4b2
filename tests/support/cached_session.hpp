// Sessions for tests without a store.
#pragma once

#include <memory>
#include <string>
#include <utility>

#include "core/session/cached_session.hpp"

namespace parley::test_support {

inline core::SessionPtr make_session(std::string app_id, std::string uid, std::string id,
                                     core::AppEpoch app_epoch = 1) {
  core::Session session{};
  session.id = std::move(id);
  session.app_id = std::move(app_id);
  session.uid = std::move(uid);
  core::User user{};
  user.uid = session.uid;
  return std::make_shared<core::CachedSession>(std::move(session), app_epoch, std::move(user), 0);
}

}  // namespace parley::test_support
