#include "daemon/dev/dev_administrator.hpp"

#include <algorithm>
#include <string>
#include <utility>

namespace parley::daemon {
Task<Result<std::optional<SecretString>>> prepare_dev_administrator(core::Domain& domain) {
  auto& administrators = domain.administrators;
  auto all = co_await administrators.list();
  if (!all) co_return all.error();
  if (all->empty()) {
    core::AdministratorDraft draft;
    draft.email = kDevEmail;
    draft.name = "Developer";
    draft.role = core::AdminRole::owner;
    auto invited = co_await administrators.invite(core::kServer, std::move(draft));
    if (!invited) co_return invited.error();
    co_return std::move(invited->link.token);
  }
  const auto developer = std::ranges::find(*all, kDevEmail, &core::Administrator::email);
  std::optional<SecretString> token;
  if (developer == all->end()) co_return std::move(token);
  auto link = co_await administrators.create_link(core::kServer, developer->id);
  if (!link) co_return link.error();
  token = std::move(link->token);
  co_return std::move(token);
}

}  // namespace parley::daemon
