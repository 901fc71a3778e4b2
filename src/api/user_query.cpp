#include "api/user_query.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "api/cursor.hpp"
#include "base/text.hpp"

namespace parley::api {
namespace {

constexpr std::size_t kMaxUids = 25;
constexpr std::size_t kMaxSearch = 100;

void read_places(Query& query, core::UserQuery& wanted) {
  const auto places = query.filter("searchIn");
  if (places.empty()) return;
  const auto has = [&](std::string_view place) {
    return std::find(places.begin(), places.end(), place) != places.end();
  };
  wanted.search_in_uid = has("uid");
  wanted.search_in_name = has("name");
  if (!std::all_of(places.begin(), places.end(),
                   [](const auto& place) { return place == "uid" || place == "name"; }))
    query.fail("searchIn", "must be uid or name, or a list of the two: uid,name");
}

/// The normalised values of a filter by uids or role ids. A value that can be neither is an error:
/// probably a list in another notation, which would match nothing.
std::vector<std::string> read_ids(Query& query, std::string_view name) {
  auto ids = query.filter(name);
  for (auto& id : ids) {
    id = core::normalize_uid(id);
    if (core::is_uid(id)) continue;
    query.fail(name, fmt::format("\"{}\" {}; write a list as {}=a,b or {}[]=a&{}[]=b", excerpt(id),
                                 core::kUidRule, name, name, name));
  }
  return ids;
}

void read_filters(Query& query, core::UserQuery& wanted) {
  wanted.uids = read_ids(query, "uids");
  if (wanted.uids.size() > kMaxUids)
    query.fail("uids", fmt::format("may list at most {} users", kMaxUids));
  wanted.roles = read_ids(query, "roles");
  for (auto& role : read_ids(query, "role")) wanted.roles.push_back(std::move(role));
  wanted.tags = query.filter("tags", Commas::separate_alone);
}

void read_status(Query& query, core::UserQuery& wanted) {
  const auto status = query.text("status");
  if (!status) return;
  if (*status == "available" || *status == "online") {
    wanted.online = true;
  } else if (*status == "offline") {
    wanted.online = false;
  } else {
    query.fail("status", "must be available, online or offline");
  }
}

// Clients never see deactivated users. A filter that is ignored would answer with others.
void read_activity(Query& query, const Caller& caller, core::UserQuery& wanted) {
  const auto asks = [&](std::string_view name) {
    const bool asked = query.boolean(name);
    if (asked && caller.session)
      query.fail(name, "needs an API key: auth tokens see active users only");
    return asked;
  };
  if (asks("withDeactivated")) wanted.activity = core::Activity::with_deactivated;
  if (asks("onlyDeactivated")) wanted.activity = core::Activity::deactivated_only;
}

void read_sorting(Query& query, core::UserQuery& wanted) {
  const auto by = query.text("sortBy").value_or("status");
  const auto order = query.text("sortOrder").value_or("asc");
  if (by != "status" && by != "name" && by != "uid")
    query.fail("sortBy", "must be status, name or uid");
  if (order != "asc" && order != "desc") query.fail("sortOrder", "must be asc or desc");
  wanted.sort = by == "uid"    ? core::UserSort::uid
                : by == "name" ? core::UserSort::name
                               : core::UserSort::status;
  wanted.descending = order == "desc";
}

// These filters need a viewer.
void read_relations(Query& query, core::UserQuery& wanted) {
  const auto asks = [&](std::string_view name) {
    const bool asked = query.boolean(name);
    if (asked && wanted.viewer.empty())
      query.fail(name, "needs the header onBehalfOf, or an auth token");
    return asked;
  };
  if (asks("friendsOnly")) wanted.relation_filter = core::RelationFilter::friends;
  wanted.hide_blocked = asks("hideBlockedUsers");
}

void read_search(Query& query, core::UserQuery& wanted) {
  wanted.search = query.text("searchKey").value_or("");
  if (count_characters(wanted.search) > kMaxSearch)
    query.fail("searchKey", fmt::format("must have at most {} characters", kMaxSearch));
}

void read_cursor(Query& query, core::UserQuery& wanted) {
  const auto cursor = query.text("cursor");
  if (!cursor) return;
  wanted.after = from_cursor(*cursor);
  if (!wanted.after) query.fail("cursor", "must be a cursor from an earlier response");
}

void read_paging(const Paging& paging, core::UserQuery& wanted) {
  wanted.per_page = paging.per_page;
  wanted.page = paging.page;
}

}  // namespace

Result<core::UserQuery> read_user_query(Query& query, const Caller& caller, const Paging& paging) {
  core::UserQuery wanted;
  wanted.viewer = caller.viewer();
  read_search(query, wanted);
  read_places(query, wanted);
  read_filters(query, wanted);
  read_status(query, wanted);
  read_activity(query, caller, wanted);
  read_relations(query, wanted);
  read_sorting(query, wanted);
  read_cursor(query, wanted);
  if (caller.session) wanted.except_uid = caller.session->session().uid;
  read_paging(paging, wanted);
  if (auto status = query.finish(); !status) return status.error();
  return wanted;
}

Result<core::UserQuery> read_relation_query(Query& query, std::string viewer,
                                            core::RelationFilter relation_filter,
                                            const Paging& paging) {
  core::UserQuery wanted;
  wanted.viewer = std::move(viewer);
  wanted.relation_filter = relation_filter;
  read_search(query, wanted);
  read_cursor(query, wanted);
  read_paging(paging, wanted);
  if (auto status = query.finish(); !status) return status.error();
  return wanted;
}

}  // namespace parley::api
