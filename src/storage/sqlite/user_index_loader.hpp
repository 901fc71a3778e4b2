// Loads the user index from the store, on its own thread.
#pragma once

#include <atomic>
#include <memory>
#include <string>
#include <thread>

#include "storage/sqlite/loss.hpp"
#include "storage/sqlite/store_connection.hpp"
#include "storage/user_index/user_index.hpp"

namespace parley::storage::sqlite {

/// Completes `index`, or disables it (UserIndex::give_up()) if the engine fails; records a Loss if
/// the file is damaged. Loading starts at once and takes several seconds for a million users; the
/// server does not wait for it.
class UserIndexLoader {
 public:
  UserIndexLoader(std::unique_ptr<StoreConnection> connection, UserIndex& index, Loss& loss);
  UserIndexLoader(const UserIndexLoader&) = delete;
  UserIndexLoader& operator=(const UserIndexLoader&) = delete;

  /// Stops loading, if it has not finished, and disables the index.
  ~UserIndexLoader();

 private:
  void run();
  void give_up(const std::exception& error);
  void load_all();
  void load_apps();
  [[nodiscard]] std::unique_ptr<AppUsers> load(const std::string& app_id);
  template <class Read>
  void for_each(std::string_view sql, const std::string& app_id, Read read);

  std::unique_ptr<StoreConnection> connection_;
  Database& database_;
  UserIndex& index_;
  Loss& loss_;
  std::atomic<bool> stopped_{false};
  std::thread thread_;
};

}  // namespace parley::storage::sqlite
