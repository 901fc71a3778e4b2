#include "realtime/authentication.hpp"

#include <utility>

#include "api/caller.hpp"
#include "api/page_origin.hpp"

namespace parley::realtime {
namespace {

Error invalid_app(std::string_view named) {
  return api::invalid_app(named, ErrorCode::kAuthErrInvalidAppidFrame);
}

Status check_app(const core::App& app, std::string_view named) {
  if (named.empty() || named == app.id) return {};
  return invalid_app(named);
}

}  // namespace

Task<Result<core::SessionPtr>> authenticate(const wire::AuthFrame& frame,
                                            const ClientOrigin& origin, core::Domain& domain,
                                            const crypto::JwtSigner& signer) {
  auto session = co_await api::session_of(frame.credential.expose(), domain, signer);
  if (!session) co_return session.error();
  const auto& found = (*session)->session();
  const auto app = co_await domain.apps.find(found.app_id, (*session)->app_epoch());
  if (!app) co_return app.error();
  if (!*app) co_return make_error(ErrorCode::kAuthErrAuthTokenNotFound);
  for (const auto& named : {frame.app_id, origin.app_id}) {
    if (auto same = check_app(**app, named); !same) co_return same.error();
  }
  const auto by_host = co_await api::app_of_host(origin.host, domain);
  if (!by_host) co_return by_host.error();
  if (*by_host && (*by_host)->id != found.app_id) co_return invalid_app((*by_host)->id);
  if (!frame.sender.empty() && frame.sender != found.uid)
    co_return make_error(ErrorCode::kAuthErrNoAccessSender);
  if (!origin.page.empty()) {
    if (auto page = api::check_page(origin.page, **app); !page) co_return page.error();
  }
  co_return session;
}

Task<Result<core::SessionPtr>> authenticate_again(core::SessionPtr session, core::Domain& domain) {
  auto still = co_await domain.sessions.refresh(std::move(session));
  if (!still) co_return still;
  const auto app = co_await domain.apps.find((*still)->session().app_id, (*still)->app_epoch());
  if (!app) co_return app.error();
  if (!*app) co_return make_error(ErrorCode::kAuthErrAuthTokenNotFound);
  co_return still;
}

}  // namespace parley::realtime
