// Keeps the events of a transaction until it is committed.
#pragma once

#include <cstdint>
#include <stdexcept>
#include <utility>
#include <vector>

#include "core/event/store.hpp"
#include "storage/sqlite/database.hpp"
#include "storage/sqlite/uncommitted.hpp"

namespace parley::storage::sqlite {

/// Ids start at 1 whenever the store is opened: events matter only to this process.
class EventStore final : public core::EventStore {
 public:
  EventStore(AllUncommitted& all, Database::Access access) : events_(all), access_(access) {}

  core::EventId append(core::Event event) override {
    if (access_ == Database::Access::read_only) throw std::logic_error("a read appended an event");
    event.id = ++last_id_;
    events_.push_back(std::move(event));
    return last_id_;
  }

  /// The number of events appended since the store was opened, including those rolled back.
  [[nodiscard]] std::uint64_t total() const { return last_id_; }

  /// Moves the events of the committed transaction into `taken`, in the order of their ids.
  void take(std::vector<core::Event>& taken) { events_.take(taken); }

 private:
  UncommittedList<core::Event> events_;
  const Database::Access access_;
  core::EventId last_id_ = 0;
};

}  // namespace parley::storage::sqlite
