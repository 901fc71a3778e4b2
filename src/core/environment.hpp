// The dependencies of every service of the domain. Passed in, so that tests can replace them.
#pragma once

#include "base/clock.hpp"
#include "base/steady_clock.hpp"
#include "core/event/bus.hpp"
#include "core/store.hpp"
#include "crypto/random.hpp"

namespace parley::core {

/// Borrowed: all of them must outlive the services.
struct Environment {
  Store& store;
  EventBus& bus;
  const Clock& clock;               ///< For what is stored or shown.
  const SteadyClock& steady_clock;  ///< For waits and limits.
  crypto::Random& random;
};

}  // namespace parley::core
