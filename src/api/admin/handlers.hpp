// The handlers of the dashboard's own calls, one file per group. contract/admin/ says what each
// does.
#pragma once

#include "api/admin/call.hpp"

namespace parley::api::admin {

// sign_in.cpp
Task<Result<Response>> sign_in(AdminCall& call);
Task<Result<Response>> sign_in_with_link(AdminCall& call);
Task<Result<Response>> sign_out(AdminCall& call);
Task<Result<Response>> sign_out_everywhere(AdminCall& call);

// session.cpp
Task<Result<Response>> get_session(AdminCall& call);
Task<Result<Response>> list_own_sessions(AdminCall& call);
Task<Result<Response>> end_own_session(AdminCall& call);
Task<Result<Response>> change_own_password(AdminCall& call);
Task<Result<Response>> get_server(AdminCall& call);

// administrators.cpp
Task<Result<Response>> list_administrators(AdminCall& call);
Task<Result<Response>> create_administrator(AdminCall& call);
Task<Result<Response>> update_administrator(AdminCall& call);
Task<Result<Response>> delete_administrator(AdminCall& call);
Task<Result<Response>> create_sign_in_link(AdminCall& call);

// apps.cpp
Task<Result<Response>> list_apps(AdminCall& call);
Task<Result<Response>> create_app(AdminCall& call);
Task<Result<Response>> get_app(AdminCall& call);
Task<Result<Response>> update_app(AdminCall& call);
Task<Result<Response>> delete_app(AdminCall& call);

// activity.cpp
Task<Result<Response>> list_newest_users(AdminCall& call);
Task<Result<Response>> get_failures(AdminCall& call);
Task<Result<Response>> list_audit_events(AdminCall& call);
Task<Result<Response>> list_server_audit_events(AdminCall& call);

// live.cpp
Task<Result<Response>> watch_live(AdminCall& call);

}  // namespace parley::api::admin
