#include "api/admin/call.hpp"

namespace parley::api::admin {

Task<Result<std::shared_ptr<const core::App>>> AdminCall::app() const {
  auto found = co_await domain().apps.find(parameters[0]);
  if (found && !*found) co_return core::unknown_app(parameters[0]);
  co_return found;
}

}  // namespace parley::api::admin
