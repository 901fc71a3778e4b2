// The dependencies of API calls.
#pragma once

#include "api/options.hpp"
#include "base/byte_budget.hpp"
#include "base/clock.hpp"
#include "base/steady_clock.hpp"
#include "core/domain.hpp"
#include "crypto/jwt.hpp"

namespace parley::api {

/// Everything referenced must outlive the calls.
struct Services {
  core::Domain& domain;
  const Clock& clock;
  const SteadyClock& steady_clock;
  const crypto::JwtSigner& signer;
  const ApiOptions& options;
  ByteBudget& answer_memory;
};

}  // namespace parley::api
