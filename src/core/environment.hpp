// What every service of the domain works with. Passed in, so that tests bring their own.
#pragma once

#include "base/clock.hpp"
#include "core/event_bus.hpp"
#include "core/store.hpp"
#include "crypto/random.hpp"

namespace parley::core {

/// Borrowed: all of it outlives the services.
struct Environment {
  Store& store;
  EventBus& bus;
  const Clock& clock;
  crypto::Random& random;

  /// A public id such as "ses_4fz..." (16 characters of base62 after the prefix). No secret.
  [[nodiscard]] std::string new_id(std::string_view prefix) const {
    return std::string(prefix) + crypto::random_base62(random, 16);
  }
};

}  // namespace parley::core
