// Stores events together with the changes that they report.
#pragma once

#include "core/event/event.hpp"

namespace parley::core {

/// Part of a Transaction (core/store.hpp), whose rules for threads and failures apply here.
class EventStore {
 public:
  virtual ~EventStore() = default;

  /// Adds an event to the transaction and returns its id. After the commit, and before the caller
  /// of Store::write() gets its result, the EventBus delivers the event. If the transaction is
  /// rolled back, so is the event.
  virtual EventId append(Event event) = 0;
};

}  // namespace parley::core
