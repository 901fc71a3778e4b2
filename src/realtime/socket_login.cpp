// The login of a socket: from its auth frame to its place in the hub.
#include <chrono>
#include <utility>

#include "base/limit.hpp"
#include "realtime/socket.hpp"

namespace parley::realtime {
namespace {

/// Another socket of the same user or address has to close first.
constexpr std::chrono::seconds kUntilASocketCloses{5};

}  // namespace

/// With the auth frame that has come; then goes on with what came behind it.
Task<void> Socket::log_in() {
  const auto frame = std::move(*beginning_->auth);
  const auto rest = std::move(beginning_->rest);
  beginning_->auth.reset();
  co_await log_in(frame);
  take(rest);
  receive();
}

Task<void> Socket::log_in(const wire::AuthFrame& frame) {
  auto session =
      co_await authenticate(frame, beginning_->origin, services_.domain, services_.signer);
  if (state_ != State::authenticating) co_return;
  if (!session) {
    co_await note_failure(frame, session.error());
    if (state_ == State::authenticating) refuse(frame, session.error());
    co_return;
  }
  // Watched first, then looked at again: a session that ends, or whose app is removed, in between
  // is noticed either way.
  live = std::move(*session);
  hub_.watch(*this);
  auto still = co_await authenticate_again(live, services_.domain);
  if (state_ == State::authenticating && still) {
    admit(frame);
  } else {
    hub_.leave(*this);
    if (state_ == State::authenticating) refuse(frame, still.error());
  }
}

/// Recorded for the operators of the app, if the client names one that exists.
Task<void> Socket::note_failure(const wire::AuthFrame& frame, const Error& error) {
  auto& domain = services_.domain;
  const auto app = co_await domain.apps.find(frame.app_id);
  if (!app || !*app) co_return;
  domain.failures.note({(*app)->id, error.code, frame.sender, address_});
}

void Socket::admit(const wire::AuthFrame& frame) {
  auto places = services_.user_sockets.enter(session().app_id, session().uid, address_);
  if (!places) {
    hub_.leave(*this);
    return refuse(frame, too_many_requests(Limit::sockets, kUntilASocketCloses));
  }
  places_ = std::move(*places);
  auto& presence = services_.domain.presence;
  subscriber.subscription = frame.subscription;
  if (frame.subscription == core::Subscription::roles) subscriber.roles = frame.roles;
  subscriber.since = presence.announced();
  hub_.join(*this);
  in_hub_ = true;
  ++services_.statistics.authenticated;
  state_ = State::open;
  send(wire::auth_accepted({session().app_id, frame.device_id, session().uid}));
  beginning_.reset();
  touch();
  if (!in_hub_) return;  // The answer could not be sent: the client is gone.
  presence.connect(session().app_id, session().uid, live->user_created_at(), device);
  record(core::FeedKind::connected);
}

void Socket::refuse(const wire::AuthFrame& frame, const Error& error) {
  ++services_.statistics.refused;
  send(wire::auth_refused({frame.app_id, frame.device_id, frame.sender}, error));
  close(CloseCode::unauthenticated, info(error.code).code);
}

}  // namespace parley::realtime
