// The login of a socket: from its auth frame to joining the hub.
#include <chrono>
#include <utility>

#include "api/caller.hpp"
#include "base/limit.hpp"
#include "realtime/socket.hpp"

namespace parley::realtime {
/// Logs in with the auth frame that was received, then handles the bytes that followed it.
Task<void> Socket::log_in() {
  const auto frame = std::move(*pending_login_->auth);
  const auto rest = std::move(pending_login_->rest);
  pending_login_->auth.reset();
  co_await log_in(frame);
  take(rest);
  receive();
}

Task<void> Socket::log_in(const wire::AuthFrame& frame) {
  auto session =
      co_await authenticate(frame, pending_login_->origin, services_.domain, services_.signer);
  if (state_ != State::authenticating) co_return;
  if (!session) co_return co_await note_and_refuse(frame, session.error());
  // Watch the session first, then check it again, so that it is noticed if the session ends or its
  // app is removed in between.
  live = std::move(*session);
  hub_.watch(*this);
  auto still = co_await authenticate_again(live, services_.domain);
  const bool is_waiting = state_ == State::authenticating;
  const Status admitted = !still ? Status(still.error()) : is_waiting ? admit(frame) : Status();
  if (is_waiting && admitted) co_return;
  hub_.leave(*this);
  if (is_waiting) co_await note_and_refuse(frame, admitted.error());
}

/// The app that the client wants to log in to: that of the frame, else of the header appId, else of
/// the host, as in HTTP calls. Null if there is no such app.
Task<Result<std::shared_ptr<const core::App>>> Socket::app_meant_by(const wire::AuthFrame& frame) {
  auto& domain = services_.domain;
  const auto& origin = pending_login_->origin;
  const auto& named = frame.app_id.empty() ? origin.app_id : frame.app_id;
  if (named.empty()) co_return co_await api::app_of_host(origin.host, domain);
  co_return co_await domain.apps.find(named);
}

/// Refuses the login. If the client was not let in (core::is_refusal), records that for the app.
Task<void> Socket::note_and_refuse(const wire::AuthFrame& frame, const Error& error) {
  if (core::is_refusal(error.code)) {
    const auto app = co_await app_meant_by(frame);
    if (app && *app)
      services_.domain.failures.note({(*app)->id, error.code, frame.sender, address_});
  }
  if (state_ == State::authenticating) refuse(frame, error);
}

/// Completes the login: joins the hub, answers the auth frame and reports the device to presence.
/// Error: ERR_TOO_MANY_REQUESTS if the user has too many sockets.
Status Socket::admit(const wire::AuthFrame& frame) {
  auto slot = services_.open_sockets.enter(session().app_id, session().uid);
  if (!slot) return too_many_requests(Limit::sockets, kUntilASocketCloses);
  of_user_ = std::move(*slot);
  auto& presence = services_.domain.presence;
  subscriber.subscription = frame.subscription;
  if (frame.subscription == core::Subscription::roles) subscriber.roles = frame.roles;
  subscriber.since = presence.announced();
  hub_.join(*this);
  in_hub_ = true;
  ++services_.statistics.authenticated;
  state_ = State::open;
  send(wire::auth_accepted({session().app_id, frame.device_id, session().uid}));
  pending_login_.reset();
  touch();
  if (!in_hub_) return {};  // The answer could not be sent: the client is gone.
  presence.connect(session().app_id, session().uid, live->user_created_at(), device);
  record(core::FeedKind::connected);
  return {};
}

void Socket::refuse(const wire::AuthFrame& frame, const Error& error) {
  ++services_.statistics.refused;
  send(wire::auth_refused({frame.app_id, frame.device_id, frame.sender}, error));
  close(CloseCode::unauthenticated, info(error.code).code);
}

}  // namespace parley::realtime
