#include "core/session/session.hpp"

namespace parley::core {

SessionState state_of(const Session& session, Time last_used_at, Time now) noexcept {
  if (session.expires_at != kNever && now >= session.expires_at) return SessionState::expired;
  if (session.idle_timeout.count() > 0 && now >= last_used_at + session.idle_timeout)
    return SessionState::idle_expired;
  return SessionState::live;
}

std::string masked_token(const Session& session) { return session.uid + "_" + session.hint; }

}  // namespace parley::core
