// Fills the index of users from the store, on a thread of its own.
#pragma once

#include <atomic>
#include <memory>
#include <string>
#include <thread>

#include "storage/sqlite/connection.hpp"
#include "storage/user_index/user_index.hpp"

namespace parley::storage::sqlite {

/// Completes `index`, or gives it up when the engine fails. Starts at once, so that the server need
/// not wait for it: some seconds for a million users.
class UserIndexLoader {
 public:
  UserIndexLoader(std::unique_ptr<Connection> connection, UserIndex& index);
  UserIndexLoader(const UserIndexLoader&) = delete;
  UserIndexLoader& operator=(const UserIndexLoader&) = delete;

  /// Gives up what is not finished.
  ~UserIndexLoader();

 private:
  void run();
  void load_all();
  [[nodiscard]] std::unique_ptr<AppUsers> load(const std::string& app_id);
  template <class Read>
  void for_each(std::string_view sql, const std::string& app_id, Read read);

  std::unique_ptr<Connection> connection_;
  Database& database_;
  UserIndex& index_;
  std::atomic<bool> stopped_{false};
  std::thread thread_;
};

}  // namespace parley::storage::sqlite
