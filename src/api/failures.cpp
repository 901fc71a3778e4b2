#include "api/failures.hpp"

#include <utility>

#include "api/caller.hpp"
#include "api/handlers.hpp"

namespace parley::api {
namespace {

constexpr int kFirstServerError = 500;

}  // namespace

Task<void> note_failure(const Request& request, const Route& route, std::string uid,
                        std::shared_ptr<const core::App> app, const Error& error,
                        core::Domain& domain) {
  const bool login = route.handler == create_auth_token;
  const bool tells =
      login ? info(error.code).http_status < kFirstServerError : core::is_refusal(error.code);
  if (!tells) co_return;
  if (!app) {
    if (auto named = co_await named_app(request, domain)) app = std::move(*named);
  }
  if (!app) co_return;
  domain.failures.note({.app_id = app->id,
                        .code = error.code,
                        .uid = login ? core::normalize_uid(uid) : std::string(),
                        .address = std::string(request.remote_address)});
}

}  // namespace parley::api
