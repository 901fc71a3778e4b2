#include "storage/sqlite/user_index_loader.hpp"

#include <sqlite3.h>

#include <utility>

#include "base/log.hpp"
#include "base/thread_name.hpp"
#include "storage/sqlite/statements.hpp"

namespace parley::storage::sqlite {
namespace {

class Stopped : public std::exception {};

}  // namespace

UserIndexLoader::UserIndexLoader(std::unique_ptr<StoreConnection> connection, UserIndex& index,
                                 Loss& loss)
    : connection_(std::move(connection)),
      database_(connection_->database()),
      index_(index),
      loss_(loss),
      thread_([this] { run(); }) {}

UserIndexLoader::~UserIndexLoader() {
  stopped_ = true;
  thread_.join();
}

void UserIndexLoader::run() {
  name_this_thread("index loader");
  try {
    try {
      load_all();
    } catch (const EngineError&) {
      // Retried once, because without the index lists would be slow until the next start.
      if (database_.in_transaction()) database_.run("ROLLBACK");
      database_.forget_pages();
      load_all();
    }
  } catch (const Stopped&) {
    index_.give_up();
  } catch (const EngineError& error) {
    if (error.looks_damaged()) loss_.record(Loss::kDamaged);
    give_up(error);
  } catch (const std::exception& error) {
    give_up(error);
  }
  connection_.reset();
}

void UserIndexLoader::give_up(const std::exception& error) {
  log::error("store.user_index_failed", {{"reason", std::string_view(error.what())}});
  index_.give_up();
}

void UserIndexLoader::load_all() {
  try {
    load_apps();
  } catch (const AppUsers::Mismatch& error) {
    throw EngineError(SQLITE_CORRUPT, error.what());
  }
}

void UserIndexLoader::load_apps() {
  database_.run("BEGIN");
  const auto version = database_.number(sql::kListVersion);
  UserIndex::Apps apps;
  // Includes removed apps, because deleting their users also removes them from the index.
  for (const auto& id : database_.all(sql::kAllAppIds, [](Row row) { return row.text(); }))
    apps.emplace(id, load(id));
  database_.run("ROLLBACK");
  index_.complete(version, std::move(apps));
}

std::unique_ptr<AppUsers> UserIndexLoader::load(const std::string& app_id) {
  auto users = std::make_unique<AppUsers>();
  users->reserve(static_cast<std::size_t>(database_.number(sql::kCountUsers, app_id)));
  for_each(sql::kAllUsersByName, app_id, [&](Row row) {
    const auto sequence = row.integer();
    const auto uid = row.text();
    const auto folded_name = row.text();
    const auto role = row.text();
    users->append_by_name(sequence, uid, folded_name, role, row.flag());
  });
  for_each(sql::kAllUids, app_id, [&](Row row) { users->append_by_uid(row.text()); });
  for_each(sql::kAllUserWords, app_id, [&](Row row) {
    const auto word = row.text();
    users->append_word(word, row.text());
  });
  for_each(sql::kAllUserTags, app_id, [&](Row row) {
    const auto tag = row.text();
    users->append_tag(tag, row.text());
  });
  for_each(sql::kAllOnline, app_id, [&](Row row) { users->set_online(row.text(), true); });
  return users;
}

template <class Read>
void UserIndexLoader::for_each(std::string_view sql, const std::string& app_id, Read read) {
  auto rows = database_.query(sql, app_id);
  while (rows.step()) {
    if (stopped_) throw Stopped();
    read(rows.row());
  }
}

}  // namespace parley::storage::sqlite
