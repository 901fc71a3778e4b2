#include "storage/sqlite/audit_store.hpp"

#include <stdexcept>

#include "core/app/app.hpp"
#include "storage/sqlite/statements.hpp"

namespace parley::storage::sqlite {
namespace {

core::AuditEvent read_event(Row row) {
  return {.sequence = static_cast<std::uint64_t>(row.integer()),
          .app_id = row.text(),
          .at = row.time(),
          .actor = {.kind = row.enumerator<core::ActorKind>(),
                    .id = row.text(),
                    .name = row.text(),
                    .address = row.text()},
          .action = row.text(),
          .target_kind = row.text(),
          .target_id = row.text(),
          .details = row.text()};
}

struct Statements {
  std::string_view list;
  std::string_view floor;
};

// The most selective index first: few events have a given target, more have a given actor.
// Otherwise the log is walked in the order of its sequence numbers.
Statements statements_for(const core::AuditQuery& query) {
  if (!query.target_id.empty()) return {sql::kListAuditEventsOfTarget, sql::kAuditFloorOfTarget};
  if (!query.actor_id.empty()) return {sql::kListAuditEventsByActor, sql::kAuditFloorByActor};
  return {sql::kListAuditEvents, sql::kAuditFloor};
}

// A condition that is not set remains NULL.
void bind_if_set(Statement& rows, const char* name, const std::string& value) {
  if (!value.empty()) rows.bind_named(name, std::string_view(value));
}

}  // namespace

void AuditStore::append(const core::AuditEvent& event) {
  const auto& actor = event.actor;
  const auto appended =
      database_.run(sql::kAppendAuditEvent, event.app_id, next_sequence(event.app_id), event.at,
                    actor.kind, actor.id, actor.name, actor.address, event.action,
                    event.target_kind, event.target_id, event.details, actor.app_epoch);
  if (appended == 1) return;
  const auto epoch =
      static_cast<core::AppEpoch>(database_.number(sql::kFindAppEpoch, event.app_id));
  if (actor.app_epoch == 0 || actor.app_epoch == epoch)
    throw std::logic_error("the sequence number of an audit event is already in use");
  throw core::StaleActor(actor.kind);
}

std::int64_t AuditStore::next_sequence(const std::string& app_id) {
  const auto [last, is_new] = last_sequences_.by_app.try_emplace(app_id);
  if (is_new) last->second = database_.number(sql::kLastAuditSequence, app_id);
  return ++last->second;
}

std::int64_t AuditStore::floor_of(std::string_view app_id, const core::AuditQuery& query) {
  auto rows = database_.query(statements_for(query).floor);
  rows.bind_named(":app", app_id)
      .bind_named(":before", query.before)
      .bind_named(":most_examined", query.most_examined);
  bind_if_set(rows, ":actor_id", query.actor_id);
  bind_if_set(rows, ":target_kind", query.target_kind);
  bind_if_set(rows, ":target_id", query.target_id);
  return rows.step() ? rows.row().integer() : 0;
}

core::AuditSlice AuditStore::list(core::WalkPermit, std::string_view app_id,
                                  const core::AuditQuery& query) {
  const auto floor = floor_of(app_id, query);
  auto rows = database_.query(statements_for(query).list);
  rows.bind_named(":app", app_id)
      .bind_named(":before", query.before)
      .bind_named(":floor", floor)
      .bind_named(":from", query.from)
      .bind_named(":until", query.until)
      .bind_named(":limit", query.limit);
  if (query.actor_kind) rows.bind_named(":actor_kind", *query.actor_kind);
  bind_if_set(rows, ":actor_id", query.actor_id);
  bind_if_set(rows, ":action", query.action);
  bind_if_set(rows, ":target_kind", query.target_kind);
  bind_if_set(rows, ":target_id", query.target_id);
  core::AuditSlice slice;
  while (rows.step()) slice.events.push_back(read_event(rows.row()));
  if (slice.events.size() == query.limit) {
    slice.next = slice.events.back().sequence;
  } else if (floor > 0) {
    slice.next = static_cast<std::uint64_t>(floor) + 1;
  }
  return slice;
}

std::uint64_t AuditStore::purge(Time before, std::uint32_t limit) {
  const auto text = [](Row row) { return row.text(); };
  std::uint64_t purged = 0;
  std::optional<std::string> app_id("");  // Start with the log of the server itself.
  while (app_id && purged < limit) {
    if (database_.run(sql::kPurgeOldestAuditEvent, *app_id, before) == 1) {
      ++purged;
    } else {
      app_id = database_.first(sql::kNextAuditLog, text, *app_id);
    }
  }
  return purged;
}

}  // namespace parley::storage::sqlite
