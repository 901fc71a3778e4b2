#include "storage/user_index/user_index.hpp"

#include <exception>
#include <utility>

#include "base/log.hpp"

namespace parley::storage {

void UserIndex::complete(std::int64_t version, Apps apps) {
  // Readers do not see the index yet, so it is filled without the lock, which publish() needs.
  apps_ = std::move(apps);
  version_ = version;
  std::unique_lock lock(mutex_);
  try {
    while (!missed_.empty()) {
      const auto missed = std::exchange(missed_, {});
      lock.unlock();
      for (const auto& [later, changes] : missed) {
        if (later <= version_) continue;
        apply(changes);
        version_ = later;
      }
      lock.lock();
    }
    state_ = State::complete;
  } catch (const std::exception& error) {
    if (!lock) lock.lock();
    end(error.what());
  }
  changed_.notify_all();
}

void UserIndex::give_up() {
  const std::scoped_lock lock(mutex_);
  state_ = State::given_up;
  missed_.clear();
  changed_.notify_all();
}

void UserIndex::publish(std::int64_t version, UserChanges changes) noexcept {
  std::unique_lock lock(mutex_);
  try {
    if (state_ == State::loading) {
      missed_.push_back({version, std::move(changes)});
      return;
    }
    if (state_ == State::given_up) return;
    publishing_ = true;
    changed_.wait(lock, [this] { return readers_ == 0; });
    apply(changes);
    version_ = version;
  } catch (const std::exception& error) {
    end(error.what());
  }
  readers_ = std::exchange(readers_next_, 0);
  publishing_ = false;
  changed_.notify_all();
}

void UserIndex::wait_until_settled() const {
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [this] { return state_ != State::loading; });
}

bool UserIndex::enter() {
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [this] { return !publishing_; });
  if (state_ != State::complete) return false;
  ++readers_;
  return true;
}

bool UserIndex::wait_for(std::int64_t version) {
  std::unique_lock lock(mutex_);
  if (version == version_ + 1) {
    --readers_;
    ++readers_next_;
    changed_.notify_all();
    changed_.wait(lock, [&] { return version_ == version || state_ != State::complete; });
  }
  return version_ == version && state_ == State::complete;
}

void UserIndex::leave() {
  const std::scoped_lock lock(mutex_);
  --readers_;
  if (publishing_) changed_.notify_all();
}

void UserIndex::end(std::string_view reason) {
  log::error("store.user_index_failed", {{"reason", reason}});
  state_ = State::given_up;
  missed_.clear();
  apps_.clear();
}

void UserIndex::apply(const UserChanges& changes) {
  const auto apply_one = [this](const auto& change) {
    using Change = std::decay_t<decltype(change)>;
    if constexpr (std::is_same_v<Change, UserReplaced>) {
      users_of(change.app_id).replace(change);
    } else if constexpr (std::is_same_v<Change, OnlineChanged>) {
      users_of(change.app_id).set_online(change.uid, change.online);
    } else if constexpr (std::is_same_v<Change, RoleReplaced>) {
      users_of(change.app_id).replace_role(change);
    } else if constexpr (std::is_same_v<Change, EveryoneOffline>) {
      for (auto& [id, users] : apps_) users->all_went();
    } else {
      apps_.erase(change.app_id);
    }
  };
  for (const auto& change : changes) std::visit(apply_one, change);
}

AppUsers& UserIndex::users_of(const std::string& app_id) {
  auto& users = apps_[app_id];
  if (!users) users = std::make_unique<AppUsers>();
  return *users;
}

const AppUsers* UserIndex::Reading::users(std::string_view app_id, std::int64_t version) {
  if (!inside_ || !index_.wait_for(version)) return nullptr;
  const auto found = index_.apps_.find(std::string(app_id));
  return found == index_.apps_.end() ? nullptr : found->second.get();
}

}  // namespace parley::storage
