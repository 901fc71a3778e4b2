#include "realtime/gateway.hpp"

#include <algorithm>
#include <exception>
#include <string_view>
#include <utility>

#include <boost/asio/co_spawn.hpp>

#include "api/cors.hpp"
#include "api/page_origin.hpp"
#include "base/limit.hpp"
#include "base/log_failure.hpp"
#include "realtime/handshake.hpp"
#include "wire/realtime_json.hpp"

namespace parley::realtime {
namespace {

constexpr std::string_view kNotChecked = "sessions_not_checked";

ClientOrigin origin_of(const api::Request& request, std::string_view public_url) {
  const bool is_other = api::comes_from_other_origin(request, public_url);
  const auto page = is_other ? request.header(api::Header::origin) : std::string_view();
  return {.address = std::string(request.remote_address),
          .page = std::string(page),
          .host = std::string(request.header(api::Header::host)),
          .app_id = std::string(request.header(api::Header::app_id))};
}

Task<void> serve(std::shared_ptr<Socket> socket) { co_await socket->run(); }

}  // namespace

Gateway::Gateway(const std::vector<asio::io_context*>& io_threads, core::EventBus& bus,
                 SocketServices services)
    : services_(services) {
  for (auto* io_thread : io_threads) hubs_.emplace_back(*io_thread);
  bus.subscribe([this](const core::Event& event) { on_event(event); });
  services_.domain.presence.set_listener(*this);
}

std::optional<api::Response> Gateway::answer(const api::Request& request) {
  if (!is_for_realtime(request)) return std::nullopt;
  // Only asks whether there is room, to say why there is none: adopt() takes the slot.
  if (!services_.open_sockets.enter(request.remote_address))
    return api::readable_error(too_many_requests(Limit::sockets, kUntilASocketCloses), request.id);
  return answer_handshake(request);
}

void Gateway::adopt(http::Upgrade upgrade, const api::Request& request) {
  auto of_address = services_.open_sockets.enter(request.remote_address);
  if (!of_address) return;  // Other sockets of the address came in between: closes the connection.
  auto& hub = hub_on(upgrade.slot.io_thread()->context());
  auto socket = std::make_shared<Socket>(
      std::move(upgrade), origin_of(request, services_.public_url), std::move(*of_address),
      request.path == kPublishedPath, hub, services_);
  asio::co_spawn(hub.context(), serve(std::move(socket)), LogFailure{"socket_failed"});
}

Hub& Gateway::hub_on(const asio::io_context& context) {
  return *std::ranges::find(hubs_, &context, [](const Hub& hub) { return &hub.context(); });
}

template <class F>
void Gateway::on_each_hub(const F& action) noexcept {
  for (auto& hub : hubs_) hub.post(action);
}

/// Throws only if there is no memory to copy the event. Then events_missed follows, for which this
/// needs none.
void Gateway::on_event(const core::Event& event) {
  if (event.kind == core::EventKind::session_ended) {
    on_each_hub(
        [id = event.session_id, reason = event.reason](Hub& hub) { hub.end_session(id, reason); });
  } else if (event.kind == core::EventKind::app_changed &&
             event.app_change == core::AppChangeKind::removed) {
    on_each_hub([epoch = event.app_epoch](Hub& hub) { hub.end_app(epoch); });
  } else if (event.kind == core::EventKind::events_missed) {
    on_each_hub([this](Hub& hub) { end_missed(hub); });
  }
}

/// Ends the members of sessions that ended without an event. If these cannot be found, all members
/// are disconnected: they authenticate when they connect again.
void Gateway::end_missed(Hub& hub) noexcept {
  try {
    asio::co_spawn(hub.context(), find_and_end(hub), LogFailure{kNotChecked});
  } catch (...) {
    LogFailure{kNotChecked}(std::current_exception());
    hub.disconnect_all();
  }
}

Task<void> Gateway::find_and_end(Hub& hub) {
  try {
    const auto ended = co_await services_.domain.sessions.find_ended(hub.sessions());
    if (ended) {
      for (const auto& session : *ended)
        hub.end_session(session->session().id, core::EndReason::revoked);
      co_return;
    }
    log::write_sparsely(log::Level::error, kNotChecked, ended.error()->internal);
  } catch (...) {
    LogFailure{kNotChecked}(std::current_exception());
  }
  hub.disconnect_all();
}

void Gateway::announce(std::shared_ptr<const core::Announcement> announcement) {
  const auto frame = make_frame(text_frame(wire::presence_frame(*announcement)));
  on_each_hub([announcement, frame](Hub& hub) { hub.deliver(*announcement, frame); });
}

void Gateway::notify(std::shared_ptr<const core::UserNotice> notice) {
  const auto frame = make_frame(text_frame(wire::user_frame(*notice)));
  on_each_hub([notice, frame](Hub& hub) { hub.deliver(*notice, frame); });
}

void Gateway::message_lost() noexcept {
  for (auto& hub : hubs_) hub.disconnect_soon();
}

}  // namespace parley::realtime
