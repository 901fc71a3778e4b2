// Opens the store of a server.
#pragma once

#include <filesystem>
#include <memory>
#include <vector>

#include "core/event/bus.hpp"
#include "core/store.hpp"

namespace parley::storage {

struct StoreSettings {
  std::filesystem::path file;  ///< Of the embedded engine.
  /// Files that exist only if the store has been used. If one of them exists and the store does
  /// not, data was lost, and this is not a first start.
  std::vector<std::filesystem::path> signs_of_use;
};

/// Opens or creates the store. It delivers its events on `bus`, which must outlive it. The handlers
/// must stay valid until no write is in progress any more. Error: ERR_SERVICE_UNAVAILABLE. Its
/// `internal` is one line for the operator; its retry_after is 0 if a retry cannot succeed.
[[nodiscard]] Result<std::unique_ptr<core::Store>> open_store(const StoreSettings& settings,
                                                              core::EventBus& bus);

}  // namespace parley::storage
