#include "base/stored_json.hpp"

#include <mutex>
#include <set>
#include <string>
#include <tuple>
#include <utility>

#include "base/json_reader.hpp"
#include "base/log.hpp"

namespace parley {
namespace {

constexpr std::size_t kMostLogged = 1000;

/// Whether the location is new. Shared by all threads: bad rows are rare, and all threads read the
/// same ones.
bool is_first_time(const StoredAt& at) {
  using Location = std::tuple<std::string, std::string, std::string>;
  static std::mutex mutex;
  static std::set<Location> logged;
  const std::lock_guard lock(mutex);
  if (logged.size() >= kMostLogged) return false;
  return logged.emplace(at.app_id, at.column, at.id).second;
}

}  // namespace

boost::json::object read_stored_object(std::string_view text, const StoredAt& at,
                                       boost::json::storage_ptr storage) {
  auto object = read_json_object(text, storage);
  if (object) return std::move(*object);
  note_unreadable(at);
  return boost::json::object(std::move(storage));
}

void note_unreadable(const StoredAt& at) {
  if (!is_first_time(at)) return;
  log::error("stored_value_unreadable",
             {{"appId", at.app_id}, {"column", at.column}, {"id", at.id}});
}

}  // namespace parley
