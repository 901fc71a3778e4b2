#include "support/audited_changes.hpp"

namespace parley::core {

std::vector<Change> AuditedChangesTest::changes_of_users() {
  using enum AuditAction;
  UserChange change;
  change.name = change.status_message = std::string(kTyped) + "!";
  change.role = kDefaultRole;
  auto& users = audited.users;
  auto& relations = audited.relations;
  return {
      {user_created,
       [this, &users] { return status_of(users.create(key, app, typed_user("eve"), {})); }},
      {user_imported,
       [this, &users] {
         std::vector<User> drafts{typed_user("fay")};
         return status_of(users.import(key, app, drafts, ImportMode::store));
       }},
      {user_updated,
       [this, &users, change] { return status_of(users.update(key, kApp, "eve", change)); },
       R"({"fields":["name","statusMessage"]})"},
      {user_deactivated,
       [this, &users] {
         return status_of(users.deactivate(key, kApp, {"nobody", "eve"}));
       },
       R"({"sessions":0})"},
      {user_reactivated,
       [this, &users] {
         return status_of(users.activate(key, kApp, {"ann", "eve"}));
       }},
      {friends_added,
       [this, &relations] { return status_of(relations.befriend(key, kApp, "ann", {"bob"})); },
       R"({"uids":["bob"]})"},
      {friends_removed,
       [this, &relations] { return status_of(relations.unfriend(key, kApp, "ann", {"bob"})); },
       R"({"uids":["bob"]})"},
      {user_blocked,
       [this, &relations] { return status_of(relations.block(key, kApp, "ann", {"bob"})); },
       R"({"uids":["bob"]})"},
      {user_unblocked,
       [this, &relations] { return status_of(relations.unblock(key, kApp, "ann", {"bob"})); },
       R"({"uids":["bob"]})"},
      {user_deleted, [this, &users] { return runner.run(users.remove(key, kApp, "eve")); },
       R"({"sessions":0})"},
  };
}

std::vector<Change> AuditedChangesTest::changes_of_sessions() {
  using enum AuditAction;
  auto& sessions = audited.sessions;
  const auto token = log_in("ann");
  DeviceChange change;
  change.platform = kTyped;
  return {
      {auth_token_created,
       [this, &sessions] { return status_of(sessions.log_in(key, app, "ann", {})); },
       R"({"sessionId":"ses_)"},
      {auth_token_updated,
       [this, &sessions, change, id = session_id] {
         return status_of(sessions.update_device(key, kApp, "ann", id, change));
       },
       R"("fields":["platform"])"},
      {session_ended,
       [this, &sessions, token] {
         auto session = runner.run(sessions.inspect(token));
         return session ? runner.run(sessions.logout(ann, *session)) : Status(session.error());
       },
       session_id},
      {auth_token_deleted,
       [this, &sessions, made = log_in("ann")] {
         return runner.run(sessions.end(key, kApp, "ann", made));
       },
       session_id},
      {auth_tokens_flushed,
       [this, &sessions] { return status_of(sessions.end_all(key, kApp, "ann", kEndOfTime, {})); },
       R"({"sessions":1})"},
  };
}

std::vector<Change> AuditedChangesTest::changes_of_roles_and_keys() {
  using enum AuditAction;
  Role role;
  role.id = "vip";
  role.name = kTyped;
  RoleChange role_change;
  role_change.description = kTyped;
  auto& roles = audited.roles;
  auto& keys = audited.api_keys;
  ApiKeyChange key_change;
  key_change.scope = Scope::full_access;
  return {
      {role_created, [this, &roles, role] { return status_of(roles.create(key, kApp, role)); }},
      {role_updated,
       [this, &roles, role_change] {
         return status_of(roles.update(key, kApp, "vip", role_change));
       },
       R"({"fields":["description"]})"},
      {role_deleted, [this, &roles] { return runner.run(roles.remove(key, kApp, "vip")); },
       R"({"movedUsers":0})"},
      {api_key_created,
       [this, &keys] {
         const auto made = runner.run(keys.create(key, kApp, kTyped, Scope::auth_only));
         if (!made) return Status(made.error());
         key_id = made->key.id;
         return Status();
       }},
      {api_key_updated,
       [this, &keys, key_change] { return status_of(keys.update(key, kApp, key_id, key_change)); },
       R"({"fields":["scope"]})"},
      {api_key_deleted, [this, &keys] { return runner.run(keys.remove(key, kApp, key_id)); }},
  };
}

std::vector<Change> AuditedChangesTest::changes_of_apps() {
  using enum AuditAction;
  App draft;
  draft.id = "new-app";
  draft.name = kTyped;
  AppChange change;
  change.mode = AppMode::production;
  auto& apps = audited.apps;
  return {
      {app_created, [this, &apps, draft] { return status_of(apps.create(key, draft)); }},
      {app_updated,
       [this, &apps, change] { return status_of(apps.update(key, "new-app", change)); },
       R"({"fields":["mode"]})"},
      {app_auth_tokens_flushed,
       [this] { return status_of(audited.sessions.end_all_of_app(key, "new-app", kEndOfTime)); },
       R"({"issuedBefore":)"},
      {app_deleted, [this, &apps] { return runner.run(apps.remove(key, "new-app")); }},
  };
}

std::vector<Change> AuditedChangesTest::changes_of_administrators() {
  using enum AuditAction;
  auto& administrators = audited.administrators;
  auto& admin_sessions = audited.admin_sessions;
  const AdministratorDraft draft{"eve@example.com", kTyped, AdminRole::viewer};
  return {
      {administrator_created,
       [this, &administrators, draft] {
         auto made = runner.run(administrators.create(key, draft, std::nullopt));
         if (made) eve = *made;
         return made ? Status() : Status(made.error());
       },
       R"({"role":"viewer"})"},
      {administrator_updated,
       [this, &administrators] {
         return status_of(administrators.update(key, eve.id, {.role = AdminRole::developer}));
       },
       R"({"fields":["role"]})"},
      {administrator_link_created,
       [this, &administrators] { return status_of(administrators.create_link(key, eve.id)); }},
      {administrator_password_changed,
       [this, &administrators] {
         return runner.run(administrators.set_password(key, eve.id, SecretString("a password")));
       }},
      {administrator_signed_in,
       [this, &admin_sessions] {
         auto in = runner.run(
             admin_sessions.sign_in(eve.email, SecretString("a password"), {"203.0.113.9", ""}));
         if (in) eves_session = in->session;
         return in ? Status() : Status(in.error());
       },
       R"({"sessionId":"ads_)"},
      {administrator_signed_out,
       [this, &admin_sessions] { return runner.run(admin_sessions.sign_out(key, eves_session)); },
       R"({"sessionId":"ads_)"},
      {administrator_deleted,
       [this, &administrators] { return runner.run(administrators.remove(key, eve.id)); }},
  };
}

std::vector<Change> AuditedChangesTest::changes() {
  std::vector<Change> all;
  for (auto& some : {changes_of_users(), changes_of_sessions(), changes_of_roles_and_keys(),
                     changes_of_apps(), changes_of_administrators()}) {
    all.insert(all.end(), some.begin(), some.end());
  }
  return all;
}

}  // namespace parley::core
