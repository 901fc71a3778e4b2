#include "core/failure/service.hpp"

#include <exception>
#include <utility>

#include "core/statistics/statistics.hpp"
#include "core/user/user.hpp"

namespace parley::core {

using std::chrono::hours;

FailureService::FailureService(Environment environment, Feed& feed)
    : environment_(environment), feed_(feed) {
  environment_.bus.subscribe([this](const Event& event) {
    if (event.kind == EventKind::app_changed && event.app_change != AppChangeKind::updated)
      forget(event.app_id);
  });
}

void FailureService::forget(const std::string& app_id) {
  const std::lock_guard lock(mutex_);
  std::erase_if(noted_, [&](const auto& noted) { return std::get<0>(noted.first) == app_id; });
}

void FailureService::note(Failure failure) {
  const auto code = info(failure.code).code;
  const auto message = info(failure.code).message;
  {
    const std::lock_guard lock(mutex_);
    ++noted_[{failure.app_id, hour_of(environment_.clock.now()), code}];
  }
  feed_.record({.kind = FeedKind::failure,
                .app_id = std::move(failure.app_id),
                .uid = is_uid(failure.uid) ? std::move(failure.uid) : std::string(),
                .address = std::move(failure.address),
                .code = code,
                // Without its values: a client may have sent a secret as one of them by mistake.
                .message = message.find('{') == message.npos ? message : std::string_view()});
}

Task<Result<std::vector<HourlyFailures>>> FailureService::of_app(std::string app_id,
                                                                 std::int64_t hours_wanted) {
  // If this fails, the stored counts can still be read.
  static_cast<void>(co_await flush());
  const Time first = hour_of(environment_.clock.now()) - hours{hours_wanted - 1};
  co_return co_await environment_.store.walk(
      [&](Transaction& transaction, WalkPermit) -> Result<std::vector<HourlyFailures>> {
        return with_every_hour(transaction.failures().since(app_id, first), first, hours_wanted);
      });
}

Task<Status> FailureService::flush() {
  Counts noted;
  {
    const std::lock_guard lock(mutex_);
    noted.swap(noted_);
  }
  if (noted.empty()) co_return Status{};
  std::exception_ptr thrown;
  Status written;
  try {
    written = co_await environment_.store.write([&](Transaction& transaction) -> Status {
      for (const auto& [key, count] : noted) {
        const auto& [app_id, hour, code] = key;
        transaction.failures().add(app_id, hour, code, count);
      }
      return {};
    });
  } catch (...) {
    thrown = std::current_exception();
  }
  if (written && !thrown) co_return written;
  put_back(std::move(noted));
  if (thrown) std::rethrow_exception(thrown);
  co_return written;
}

void FailureService::put_back(Counts noted) {
  const std::lock_guard lock(mutex_);
  noted.swap(noted_);
  // Most keys are still missing, so this moves nodes and cannot fail.
  noted_.merge(noted);
  for (const auto& [key, count] : noted) noted_[key] += count;
}

Task<Status> FailureService::purge() {
  const Time first = hour_of(environment_.clock.now()) - hours{kFailureHoursKept - 1};
  co_return co_await environment_.store.write([&](Transaction& transaction) -> Status {
    for (const auto& app : transaction.apps().list())
      transaction.failures().forget_before(app.id, first);
    return {};
  });
}

}  // namespace parley::core
