// What an open store has lost for good.
#pragma once

#include <atomic>

#include "base/log.hpp"

namespace parley::storage::sqlite {

/// Set at most once, by any thread that finds data missing or damaged. Then nothing may be written
/// until the operator has repaired the store and restarts the server.
class Loss {
 public:
  static constexpr const char* kDamaged =
      "parley.db is damaged, or another program has changed it: check the disk, and restore a "
      "backup "
      "if a restart does not help";

  /// `what`: a static text for the operator, which is logged. Later losses are ignored.
  void record(const char* what) {
    const char* none = nullptr;
    if (what_.compare_exchange_strong(none, what))
      log::error("store.files_lost", {{"reason", std::string_view(what)}});
  }

  /// The recorded text, or nullptr.
  [[nodiscard]] const char* get() const { return what_; }

 private:
  std::atomic<const char*> what_ = nullptr;
};

}  // namespace parley::storage::sqlite
