#include "wire/statistics_json.hpp"

#include <utility>

#include <boost/json/array.hpp>

namespace parley::wire {

json::object to_json(const core::AppStatistics& statistics) {
  json::array logins;
  for (const auto& [hour, count] : statistics.logins)
    logins.push_back(json::object{{"hour", to_unix_seconds(hour)}, {"count", count}});
  return {{"users", statistics.users},
          {"deactivatedUsers", statistics.deactivated_users},
          {"online", statistics.online},
          {"sessions", statistics.sessions},
          {"logins", std::move(logins)}};
}

}  // namespace parley::wire
