#include "daemon/dev/dev.hpp"

#include <utility>

#include <fmt/format.h>

namespace parley::daemon {
namespace {

constexpr SampleUser kSampleUsers[] = {
    {"cometchat-uid-1", "Andrew Joseph"}, {"cometchat-uid-2", "George Alan"},
    {"cometchat-uid-3", "Nancy Grace"},   {"cometchat-uid-4", "Susan Marie"},
    {"cometchat-uid-5", "John Paul"},
};
constexpr std::string_view kDefaultAppId = "my-app";

bool is_outage(const Error& error) { return error.code == ErrorCode::kErrServiceUnavailable; }

Task<Result<DevApp>> create_dev_app(core::Domain& domain) {
  core::App draft;
  draft.id = kDefaultAppId;
  draft.name = "My app";
  auto created = co_await domain.apps.create(core::kServer, std::move(draft));
  if (!created) co_return created.error();
  DevApp made;
  made.credentials.app_id = created->app.id;
  made.credentials.region = created->app.region;
  made.credentials.auth_key = std::move(created->auth_key);
  made.credentials.api_key = std::move(created->api_key);
  co_return made;
}

/// Keeps `key` if it is valid, else replaces it with a new one. Returns whether it is new.
Task<Result<bool>> ensure_key(core::Domain& domain, const std::string& app_id, SecretString& key,
                              std::string name, core::Scope scope) {
  const auto found = co_await domain.api_keys.find(app_id, key.expose());
  if (found && found->scope == scope) co_return false;
  if (!found && is_outage(found.error())) co_return found.error();
  auto created = co_await domain.api_keys.create(core::kServer, app_id, std::move(name), scope);
  if (!created) co_return created.error();
  key = std::move(created->secret);
  co_return true;
}

std::string note_about_new_keys(std::string_view app_id, bool file_was_lost,
                                std::string_view same_data) {
  return fmt::format(
      "{}, so new keys were created. Older keys work until they are deleted: parleyd key "
      "list --app {}{}",
      file_was_lost ? "The app's keys were not found in credentials.json"
                    : "A key in credentials.json no longer exists",
      app_id, same_data);
}

}  // namespace

std::span<const SampleUser> sample_users() { return kSampleUsers; }

std::string avatar_path(std::string_view uid) { return fmt::format("/assets/avatars/{}.svg", uid); }

Task<Result<DevApp>> prepare_dev_app(core::Domain& domain, std::optional<Credentials> remembered,
                                     std::string same_data) {
  const bool file_was_lost = !remembered;
  DevApp dev;
  if (remembered) dev.credentials = std::move(*remembered);
  auto& credentials = dev.credentials;
  if (file_was_lost) credentials.app_id = kDefaultAppId;
  auto found = co_await domain.apps.find(credentials.app_id);
  if (found && !*found && credentials.app_id != kDefaultAppId) {
    credentials.app_id = kDefaultAppId;
    found = co_await domain.apps.find(credentials.app_id);
  }
  if (!found) co_return found.error();
  if (!*found) {
    auto created = co_await create_dev_app(domain);
    if (created && !file_was_lost) {
      created->note = "The app in credentials.json no longer exists, so a new one was created.";
    }
    co_return created;
  }

  credentials.region = (*found)->region;
  const auto new_auth_key = co_await ensure_key(domain, credentials.app_id, credentials.auth_key,
                                                "Auth Key", core::Scope::auth_only);
  if (!new_auth_key) co_return new_auth_key.error();
  const auto new_api_key = co_await ensure_key(domain, credentials.app_id, credentials.api_key,
                                               "REST API Key", core::Scope::full_access);
  if (!new_api_key) co_return new_api_key.error();
  if (*new_auth_key || *new_api_key) {
    dev.note = note_about_new_keys(credentials.app_id, file_was_lost, same_data);
  }
  co_return std::move(dev);
}

Task<Status> create_sample_users(core::Domain& domain, std::string app_id, std::string base_url) {
  const auto app = co_await domain.apps.find(app_id);
  if (!app) co_return app.error();
  for (const auto& sample : kSampleUsers) {
    core::User draft;
    draft.uid = sample.uid;
    draft.name = sample.name;
    draft.avatar = base_url + avatar_path(sample.uid);
    std::optional<core::SessionRequest> no_session;
    const auto created =
        co_await domain.users.create(core::kServer, *app, std::move(draft), no_session);
    if (!created && is_outage(created.error())) co_return created.error();
  }
  co_return Status{};
}

Task<Status> refresh_avatars(core::Domain& domain, std::string app_id, std::string base_url) {
  for (const auto& sample : kSampleUsers) {
    const std::string uid(sample.uid);
    const auto path = avatar_path(uid);
    const auto user = co_await domain.users.find(app_id, uid);
    if (!user) continue;
    if (!user->avatar.ends_with(path) || user->avatar == base_url + path) continue;
    core::UserChange change;
    change.avatar = base_url + path;
    const auto updated =
        co_await domain.users.update(core::kServer, app_id, uid, std::move(change));
    if (!updated) co_return updated.error();
  }
  co_return Status{};
}

}  // namespace parley::daemon
