// The users of all apps in memory, so that lists and their totals need not scan the store.
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

/// A cache of the store, rebuilt at each start. It has the version of the state it shows: a number
/// in the store that grows by one with each commit that changes lists. A reader uses the index only
/// at the version of its own snapshot, so the index returns what the store would return in that
/// snapshot.
///
/// This is how a reader and the index get to the same version:
///
///     writer  commit 7 - publish 7 - commit 8 ............ publish 8 - commit 9
///     reader                            enter - snapshot of 8 - wait - read - leave
///
/// A reader enters (Reading) before it takes its snapshot, and the version does not change while a
/// reader is inside. So the snapshot is never older than the index. It can be newer, by one at
/// most: if the writer has committed but not published yet, as above. Then the reader waits for the
/// publication, which precedes the next commit. While it waits it counts as a reader of the next
/// version: publish() does not wait for it now, but the publish() after that does.
///
/// Readers do not see the index while it is being loaded, or after a failure.
class UserIndex {
 public:
  using Apps = std::unordered_map<std::string, std::unique_ptr<AppUsers>>;

  class Reading;

  /// Sets the users as of `version` and applies what was published since. Called once, by the
  /// loader. Thread-safe.
  void complete(std::int64_t version, Apps apps);

  /// Disables the index for good. Called instead of complete(). Thread-safe.
  void give_up();

  /// Applies the changes of a commit, which led to `version`. Called by the writer after the commit
  /// and before the next one. Blocks until no reader uses the previous version. If a change fails
  /// to apply, logs the failure and disables the index.
  void publish(std::int64_t version, UserChanges changes) noexcept;

  /// Whether lists are served from the index. Thread-safe; never blocks.
  [[nodiscard]] bool is_complete() const { return state_ == State::complete; }

  /// Blocks until the index is complete or disabled. Thread-safe.
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
  int readers_ = 0;                ///< Inside, at this version.
  int readers_next_ = 0;           ///< Inside, waiting for the next version.
  std::vector<Published> missed_;  ///< Published while loading.
  Apps apps_;
};

/// A reader's use of the index. Create it before the reader takes its snapshot. The writer waits
/// for it before it changes the index, so it must be short: call leave() as soon as the index has
/// been read. Not thread-safe.
class UserIndex::Reading {
 public:
  /// Blocks while changes are being published, in proportion to the number of users they change.
  explicit Reading(UserIndex& index) : index_(index), inside_(index.enter()) {}
  Reading(const Reading&) = delete;
  Reading& operator=(const Reading&) = delete;
  ~Reading() { leave(); }

  /// The users of the app at `version`, which is that of the reader's snapshot. May block until the
  /// index reaches it. Valid until leave(). Returns nullptr if the index does not have the version
  /// or the app, or after leave(): then the caller reads the store.
  [[nodiscard]] const AppUsers* users(std::string_view app_id, std::int64_t version);

  /// Releases the index to the writer. Later calls have no effect.
  void leave() {
    if (std::exchange(inside_, false)) index_.leave();
  }

 private:
  UserIndex& index_;
  bool inside_;
};

}  // namespace parley::storage
