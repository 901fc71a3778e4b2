// The handlers, one file per endpoint group. contract/openapi.yaml says what each does.
#pragma once

#include "api/call.hpp"

namespace parley::api {

// users.cpp
Task<Result<Response>> create_user(Call& call);
Task<Result<Response>> list_users(Call& call);
Task<Result<Response>> get_user(Call& call);
Task<Result<Response>> update_user(Call& call);
Task<Result<Response>> delete_user(Call& call);
Task<Result<Response>> deactivate_users(Call& call);
Task<Result<Response>> reactivate_users(Call& call);

// blocked_users.cpp
Task<Result<Response>> block_users(Call& call);
Task<Result<Response>> unblock_users(Call& call);
Task<Result<Response>> list_blocked_users(Call& call);

// friends.cpp
Task<Result<Response>> add_friends(Call& call);
Task<Result<Response>> remove_friends(Call& call);
Task<Result<Response>> list_friends(Call& call);

// import.cpp
Task<Result<Response>> import_users(Call& call);

// auth_tokens.cpp
Task<Result<Response>> create_auth_token(Call& call);
Task<Result<Response>> list_auth_tokens(Call& call);
Task<Result<Response>> flush_auth_tokens(Call& call);
Task<Result<Response>> flush_auth_tokens_of_app(Call& call);
Task<Result<Response>> get_auth_token(Call& call);
Task<Result<Response>> update_auth_token(Call& call);
Task<Result<Response>> delete_auth_token(Call& call);
Task<Result<Response>> introspect(Call& call);

// me.cpp
Task<Result<Response>> get_me(Call& call);
Task<Result<Response>> update_me(Call& call);
Task<Result<Response>> create_jwt(Call& call);
Task<Result<Response>> logout(Call& call);
Task<Result<Response>> get_settings(Call& call);
Task<Result<Response>> accept_telemetry(Call& call);
Task<Result<Response>> count_online_members(Call& call);

// own_sessions.cpp
Task<Result<Response>> list_own_sessions(Call& call);
Task<Result<Response>> end_own_session(Call& call);
Task<Result<Response>> end_other_sessions(Call& call);

// roles.cpp
Task<Result<Response>> create_role(Call& call);
Task<Result<Response>> list_roles(Call& call);
Task<Result<Response>> get_role(Call& call);
Task<Result<Response>> update_role(Call& call);
Task<Result<Response>> delete_role(Call& call);

// api_keys.cpp
Task<Result<Response>> create_api_key(Call& call);
Task<Result<Response>> list_api_keys(Call& call);
Task<Result<Response>> get_api_key(Call& call);
Task<Result<Response>> update_api_key(Call& call);
Task<Result<Response>> delete_api_key(Call& call);

// statistics.cpp
Task<Result<Response>> get_statistics(Call& call);

}  // namespace parley::api
