#include "storage/sqlite/session_store.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include "storage/sqlite/statements.hpp"

namespace parley::storage::sqlite {
namespace {

constexpr std::size_t kUsersAtOnce = 500;

core::Session read_session(Row row) {
  return {.id = row.text(),
          .app_id = row.text(),
          .uid = row.text(),
          .digest = row.digest(),
          .hint = row.text(),
          .created_at = row.time(),
          .expires_at = row.time(),
          .idle_timeout = row.seconds(),
          .last_used_at = row.time(),
          .last_ip = row.text(),
          .device = {.platform = row.text(),
                     .user_agent = row.text(),
                     .app_info = row.text(),
                     .device_id = row.text()},
          .used = row.flag(),
          .created_by = row.text()};
}

bool idles(const core::Session& session) { return session.idle_timeout.count() > 0; }

}  // namespace

std::optional<core::Session> SessionStore::find_by_digest(const crypto::Sha256& digest) {
  ++counters_.digest_lookups;
  return database_.first(sql::kFindSessionByDigest, read_session, digest);
}

std::optional<core::Session> SessionStore::find(std::string_view app_id, std::string_view uid,
                                                std::string_view session_id) {
  return database_.first(sql::kFindSession, read_session, app_id, uid, session_id);
}

core::SessionPage SessionStore::list_live(core::WalkPermit, std::string_view app_id,
                                          std::string_view uid, Time now, std::uint32_t per_page,
                                          std::uint32_t page) {
  const std::int64_t offset = std::int64_t{per_page} * (std::int64_t{page} - 1);
  return {.sessions = database_.all(sql::kListLiveSessions, read_session, app_id, uid, now,
                                    per_page, offset),
          .total = static_cast<std::uint64_t>(
              database_.number(sql::kCountLiveSessions, app_id, uid, now))};
}

std::uint64_t SessionStore::count_live(core::WalkPermit, std::string_view app_id, Time now) {
  return static_cast<std::uint64_t>(database_.number(sql::kCountLiveSessionsOfApp, app_id, now));
}

std::vector<core::Session> SessionStore::begin(const core::Session& session, std::uint32_t most) {
  auto oldest = database_.all(sql::kSessionsBeyond, read_session, session.app_id, session.uid,
                              session.created_at, most - 1, core::kSessionsEndedAtOnce);
  for (const auto& old : oldest) remove_row(old);
  database_.run(sql::kInsertSession, session.id, session.app_id, session.uid, session.digest,
                session.hint, session.created_at, session.expires_at, session.idle_timeout,
                session.last_used_at, session.last_ip, session.device.platform,
                session.device.user_agent, session.device.app_info, session.device.device_id,
                session.used, session.created_by);
  return oldest;
}

bool SessionStore::update(const core::Session& session) {
  return database_.run(idles(session) ? sql::kUpdateIdlingSession : sql::kUpdateSession,
                       session.app_id, session.uid, session.digest, session.last_used_at,
                       session.last_ip, session.device.platform, session.device.user_agent,
                       session.device.app_info, session.device.device_id) == 1;
}

bool SessionStore::mark_used(const core::Session& session) {
  return database_.run(sql::kMarkSessionUsed, session.app_id, session.uid, session.digest) == 1;
}

void SessionStore::touch(std::span<const core::SessionUse> uses, Time now) {
  for (const auto& [session, used_at, ip] : uses) {
    const auto statement = idles(session) ? sql::kTouchIdlingSession : sql::kTouchSession;
    if (database_.run(statement, session.app_id, session.uid, session.digest, used_at, ip, now) > 0)
      database_.run(sql::kTouchUser, session.app_id, session.uid, used_at, now);
  }
}

std::vector<core::Session> SessionStore::remove(std::span<const core::Session> sessions) {
  std::vector<core::Session> removed;
  for (const auto& session : sessions) {
    if (remove_row(session)) removed.push_back(session);
  }
  return removed;
}

std::vector<core::Session> SessionStore::remove_some(std::string_view app_id,
                                                     std::span<const std::string> uids,
                                                     const core::IssuedBefore& issued_before,
                                                     std::string_view except_id,
                                                     std::uint32_t limit) {
  std::vector<core::Session> removed;
  for (const auto& uid : uids) {
    if (removed.size() == limit) break;
    auto earlier =
        database_.all(sql::kSessionsBefore, read_session, app_id, uid, issued_before.cutoff,
                      issued_before.newest_number, except_id, limit - removed.size());
    for (const auto& session : earlier) remove_row(session);
    std::ranges::move(earlier, std::back_inserter(removed));
  }
  return removed;
}

std::uint64_t SessionStore::newest_number() {
  return static_cast<std::uint64_t>(database_.number(sql::kNewestSession));
}

core::SessionsOfSomeUsers SessionStore::list_issued_before(std::string_view app_id,
                                                           std::string_view first_uid,
                                                           const core::IssuedBefore& issued_before,
                                                           std::uint32_t limit) {
  auto uids = database_.all(
      sql::kUsersFrom, [](Row row) { return row.text(); }, app_id, first_uid, kUsersAtOnce + 1);
  core::SessionsOfSomeUsers found;
  if (uids.size() > kUsersAtOnce) {
    found.next_uid = std::move(uids.back());
    uids.pop_back();
  }
  for (auto& uid : uids) {
    const auto remaining = limit - found.sessions.size();
    auto sessions = database_.all(sql::kSessionsIssuedBefore, read_session, app_id, uid,
                                  issued_before.cutoff, issued_before.newest_number, remaining);
    std::ranges::move(sessions, std::back_inserter(found.sessions));
    if (found.sessions.size() == limit) {
      found.next_uid = std::move(uid);  // This user may have more sessions.
      break;
    }
  }
  return found;
}

/// Returns whether there was such a session.
bool SessionStore::remove_row(const core::Session& session) {
  return database_.run(sql::kRemoveSession, session.app_id, session.uid, session.digest) == 1;
}

std::uint64_t SessionStore::purge_ended(Time cutoff, std::uint32_t limit) {
  return static_cast<std::uint64_t>(database_.run(sql::kPurgeEndedSessions, cutoff, limit));
}

}  // namespace parley::storage::sqlite
