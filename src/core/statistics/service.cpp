#include "core/statistics/service.hpp"

#include <utility>

namespace parley::core {
namespace {

using std::chrono::hours;

std::uint64_t count(Transaction& transaction, WalkPermit permit, std::string_view app_id,
                    Activity activity, std::optional<bool> online = std::nullopt) {
  UserQuery query;
  query.activity = activity;
  query.online = online;
  query.per_page = 1;
  return transaction.users().list(permit, app_id, query).total;
}

/// The first of `count` hours, the last of which contains `now`.
Time first_hour(Time now, std::int64_t count) { return hour_of(now) - hours{count - 1}; }

}  // namespace

Task<Result<AppStatistics>> StatisticsService::of_app(std::string app_id, std::int64_t hours) {
  const auto now = environment_.clock.now();
  const auto first = first_hour(now, hours);
  co_return co_await environment_.store.walk([&](Transaction& transaction,
                                                 WalkPermit permit) -> Result<AppStatistics> {
    using enum Activity;
    return AppStatistics{.users = count(transaction, permit, app_id, active_only),
                         .deactivated_users = count(transaction, permit, app_id, deactivated_only),
                         .online = count(transaction, permit, app_id, active_only, true),
                         .sessions = transaction.sessions().count_live(permit, app_id, now),
                         .logins = with_every_hour(
                             transaction.statistics().logins_since(app_id, first), first, hours)};
  });
}

Task<Result<std::uint64_t>> StatisticsService::live_sessions() {
  const auto now = environment_.clock.now();
  co_return co_await environment_.store.walk(
      [&](Transaction& transaction, WalkPermit permit) -> Result<std::uint64_t> {
        std::uint64_t sessions = 0;
        for (const auto& app : transaction.apps().list())
          sessions += transaction.sessions().count_live(permit, app.id, now);
        return sessions;
      });
}

Task<Status> StatisticsService::purge() {
  const auto first = first_hour(environment_.clock.now(), kLoginHoursKept);
  co_return co_await environment_.store.write([&](Transaction& transaction) -> Status {
    for (const auto& app : transaction.apps().list())
      transaction.statistics().forget_logins_before(app.id, first);
    return {};
  });
}

}  // namespace parley::core
