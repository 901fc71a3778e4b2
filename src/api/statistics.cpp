// /stats
#include "api/handlers.hpp"
#include "wire/statistics_json.hpp"

namespace parley::api {
namespace {

constexpr std::int64_t kHoursUnlessAsked = 24;

Result<std::int64_t> read_hours(const Call& call) {
  auto query = call.query();
  if (!query) return query.error();
  const auto hours = query->number("hours", 1, core::kLoginHoursKept);
  if (auto status = query->finish(); !status) return status.error();
  return hours.value_or(kHoursUnlessAsked);
}

}  // namespace

Task<Result<Response>> get_statistics(Call& call) {
  const auto hours = read_hours(call);
  if (!hours) co_return hours.error();
  const auto statistics = co_await call.domain().statistics.of_app(call.app_id(), *hours);
  if (!statistics) co_return statistics.error();
  co_return data_answer(wire::to_json(*statistics));
}

}  // namespace parley::api
