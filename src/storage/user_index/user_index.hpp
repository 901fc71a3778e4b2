// The users of all apps in memory, so that a list and its total cost no walk through the storage.
#pragma once

#include <atomic>
#include <condition_variable>
#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "storage/user_index/app_users.hpp"
#include "storage/user_index/user_change.hpp"

namespace parley::storage {

/// Derived from the storage, and lost with the process without harm. It has the version of the
/// state it shows: a number in the storage that grows by one with each commit that changes what
/// lists look at. A reader uses it only at the version of its own snapshot, so what it answers is
/// what the storage would answer in that snapshot.
///
/// How a reader comes to the same version: it enters (Reading) before it takes its snapshot, and
/// while it is inside, the version does not change. So its snapshot is not older. It can be newer
/// by one: when the writer has committed, but not published yet. Then the reader waits until that
/// is done, which the writer does before its next commit; and it is counted as a reader of the next
/// version meanwhile, so that the writer does not go past it.
///
/// While the index is not complete, or after a failure, nobody gets to see it.
class UserIndex {
 public:
  using Apps = std::unordered_map<std::string, std::unique_ptr<AppUsers>>;

  class Reading;

  /// Of the loader, once: the users at `version`. What was published since is made up for. Any
  /// thread.
  void complete(std::int64_t version, Apps apps);

  /// Nobody will see the index any more. Any thread.
  void give_up();

  /// Of the writer, after a commit and before the next one: what it changed. Waits until no reader
  /// uses the version before. Does not throw: a failure is logged, and the end of the index.
  void publish(std::int64_t version, UserChanges changes) noexcept;

  /// Whether lists are answered from here. Any thread; never blocks.
  [[nodiscard]] bool is_complete() const { return state_ == State::complete; }

  /// Waits until the index is complete, or given up. Any thread.
  void wait_until_settled() const;

 private:
  enum class State : std::uint8_t { loading, complete, given_up };

  struct Published {
    std::int64_t version;
    UserChanges changes;
  };

  [[nodiscard]] bool enter();
  [[nodiscard]] bool wait_for(std::int64_t version);
  void leave();
  void end(std::string_view reason);
  void apply(const UserChanges& changes);
  AppUsers& users_of(const std::string& app_id);

  mutable std::mutex mutex_;
  mutable std::condition_variable changed_;
  std::atomic<State> state_ = State::loading;  ///< Changed under the mutex.
  std::int64_t version_ = 0;
  bool publishing_ = false;
  int readers_ = 0;                ///< Inside, of this version.
  int readers_next_ = 0;           ///< Inside, waiting for the next one.
  std::vector<Published> missed_;  ///< While loading.
  Apps apps_;
};

/// A reader's use of the index, which starts before its snapshot. The writer's next change of the
/// index waits until it ends, so it must be short: leave() as soon as the index has answered. Used
/// by one thread.
class UserIndex::Reading {
 public:
  /// Waits while a change is being published: a few microseconds for each user that it changed.
  explicit Reading(UserIndex& index) : index_(index), inside_(index.enter()) {}
  Reading(const Reading&) = delete;
  Reading& operator=(const Reading&) = delete;
  ~Reading() { leave(); }

  /// The users of the app at `version`, that of the reader's snapshot, until leave(). nullptr when
  /// the index does not have them or was left: then the storage has to be asked.
  [[nodiscard]] const AppUsers* users(std::string_view app_id, std::int64_t version);

  /// Lets the writer go on. Calls after the first have no effect.
  void leave() {
    if (std::exchange(inside_, false)) index_.leave();
  }

 private:
  UserIndex& index_;
  bool inside_;
};

}  // namespace parley::storage
