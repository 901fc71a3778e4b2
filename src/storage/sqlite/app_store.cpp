#include "storage/sqlite/app_store.hpp"

#include "storage/sqlite/json_list.hpp"
#include "storage/sqlite/statements.hpp"

namespace parley::storage::sqlite {
namespace {

// Replaces an unreadable list of origins. It is not a valid origin, so no page has it; an empty
// list would allow every page.
constexpr const char* kNoOrigin = "unreadable";

std::vector<std::string> read_origins(const std::string& text, const std::string& app_id) {
  auto origins = from_json_list(text, {app_id, "apps.allowed_origins", app_id});
  return origins ? *std::move(origins) : std::vector<std::string>{kNoOrigin};
}

core::AppEpoch read_epoch(Row row) { return static_cast<core::AppEpoch>(row.integer()); }

core::App read_app(Row row) {
  auto id = row.text();
  core::App app{.id = {},
                .name = row.text(),
                .region = row.text(),
                .mode = row.enumerator<core::AppMode>(),
                .token_ttl = row.seconds(),
                .idle_timeout = row.seconds(),
                .max_tokens_per_user = static_cast<std::uint32_t>(row.integer()),
                .allowed_origins = read_origins(row.text(), id),
                .rate_limits = {.core_per_minute = static_cast<std::uint32_t>(row.integer()),
                                .other_per_minute = static_cast<std::uint32_t>(row.integer())},
                .created_at = row.time(),
                .updated_at = row.time(),
                .epoch = read_epoch(row)};
  app.id = std::move(id);
  return app;
}

std::int64_t write_app(Database& database, std::string_view sql, const core::App& app) {
  return database.run(sql, app.id, app.name, app.region, app.mode, app.token_ttl, app.idle_timeout,
                      app.max_tokens_per_user, to_json_list(app.allowed_origins),
                      app.rate_limits.core_per_minute, app.rate_limits.other_per_minute,
                      app.created_at, app.updated_at);
}

}  // namespace

std::optional<core::App> AppStore::find(std::string_view id) {
  return database_.first(sql::kFindApp, read_app, id);
}

std::vector<core::App> AppStore::list() { return database_.all(sql::kListApps, read_app); }

std::optional<core::AppEpoch> AppStore::epoch_of(std::string_view id) {
  return database_.first(sql::kFindAppEpoch, read_epoch, id);
}

std::optional<core::AppEpoch> AppStore::insert(const core::App& app) {
  if (write_app(database_, sql::kInsertApp, app) != 1) return std::nullopt;
  return database_.first(sql::kRaiseAppEpoch, read_epoch);
}

bool AppStore::update(const core::App& app) {
  return write_app(database_, sql::kUpdateApp, app) == 1;
}

std::optional<core::AppEpoch> AppStore::remove(std::string_view id) {
  const auto epoch = epoch_of(id);
  if (epoch) database_.run(sql::kMarkAppRemoved, id);
  return epoch;
}

bool AppStore::is_being_removed(std::string_view id) {
  return database_.number(sql::kIsAppBeingRemoved, id) == 1;
}

std::vector<std::string> AppStore::list_removed() {
  return database_.all(sql::kListRemovedApps, [](Row row) { return row.text(); });
}

bool AppStore::purge_removed(std::string_view id, std::uint32_t limit) {
  if (!is_being_removed(id)) return true;
  auto left = std::int64_t{limit};
  left -= users_.remove_some(id, left);
  for (const auto sql :
       {sql::kDeleteSomeFailureCounts, sql::kDeleteSomeLoginCounts, sql::kDeleteSomeUserCounts}) {
    if (left > 0) left -= database_.run(sql, id, left);
  }
  if (left <= 0) return false;
  database_.run(sql::kDeleteRemovedApp, id);
  index_.changes.push_back(AppRemoved{std::string(id)});
  return true;
}

}  // namespace parley::storage::sqlite
