// /data_import/users
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "api/error_json.hpp"
#include "api/handlers.hpp"
#include "wire/fields.hpp"
#include "wire/user_json.hpp"

namespace parley::api {
namespace {

constexpr std::size_t kMaxUsers = 50;
constexpr std::string_view kExample = R"({"users": {"superhero1": {"name": "Iron Man"}}})";
constexpr std::string_view kUsersRule =
    R"(must be an object with one user per UID, such as {"superhero1": {"name": "Iron Man"}})";

// The parsed rows: a draft for each valid row, and an error for each invalid one.
struct Rows {
  std::vector<std::string> names;  ///< The uids as sent.
  std::vector<core::User> drafts;  ///< Of the valid rows, in order.
  std::vector<Status> readable;    ///< One per row: whether it is valid.
};

Result<core::User> read_row(const json::value& row, std::string_view uid) {
  if (row.is_object()) {
    if (auto numbers = check_numbers(row); !numbers) return numbers.error();
  }
  return wire::parse_imported_user(row, uid);
}

// The error for a number outside the rows. In a row, only that row is refused.
Status check_other_numbers(const json::object& body) {
  json::object others;
  for (const auto& member : body) {
    if (member.key() != "users") others.insert(member);
  }
  return check_numbers(others);
}

Result<Rows> read_rows(const json::object& body) {
  if (auto numbers = check_other_numbers(body); !numbers) return numbers.error();
  wire::Fields fields(body);
  const auto* users = fields.object("users", kUsersRule);
  if (!body.contains("users")) fields.fail("users", kUsersRule);
  if (users != nullptr && users->empty()) fields.fail("users", "must contain at least one user");
  if (auto status = fields.finish(); !status) return status.error();
  if (users->size() > kMaxUsers)
    return make_error(ErrorCode::kErrLimitExceeded,
                      {{"limit", std::to_string(kMaxUsers)}, {"what", "users per import"}});
  Rows rows;
  for (const auto& member : *users) {
    rows.names.emplace_back(member.key().data(), member.key().size());
    auto draft = read_row(member.value(), rows.names.back());
    rows.readable.push_back(draft ? Status{} : Status{draft.error()});
    if (draft) rows.drafts.push_back(std::move(*draft));
  }
  return rows;
}

Result<core::ImportMode> read_mode(const Call& call) {
  auto query = call.query();
  if (!query) return query.error();
  const bool dry_run = query->boolean("dryRun");
  if (auto status = query->finish(); !status) return status.error();
  return dry_run ? core::ImportMode::rehearse : core::ImportMode::store;
}

json::object stored(std::string_view app_id, const core::User& user) {
  return {{"success", true},
          {"data", wire::to_json(user, {.app_id = app_id, .with_private = true})}};
}

}  // namespace

Task<Result<Response>> import_users(Call& call) {
  const auto mode = read_mode(call);
  if (!mode) co_return mode.error();
  const auto body = call.batch_body(kExample);
  if (!body) co_return body.error();
  auto rows = read_rows(*body);
  if (!rows) co_return rows.error();
  const auto imported = co_await call.domain().users.import(call.actor(), call.caller.app,
                                                            std::move(rows->drafts), *mode);
  if (!imported) co_return imported.error();
  json::object results;
  auto next = imported->begin();
  for (std::size_t i = 0; i < rows->names.size(); ++i) {
    if (!rows->readable[i]) {
      results[rows->names[i]] = failure_json(rows->readable[i].error(), call.request.id);
      continue;
    }
    const auto& user = (next++)->user;
    results[rows->names[i]] =
        user ? stored(call.app_id(), *user) : failure_json(user.error(), call.request.id);
  }
  co_return data_answer(results);
}

}  // namespace parley::api
