// Reads stored JSON objects for lists and answers, which one bad row must not fail.
#pragma once

#include <string_view>

#include <boost/json/object.hpp>
#include <boost/json/storage_ptr.hpp>

namespace parley {

/// The location of a stored value, for the log. The views are read only during the call.
struct StoredAt {
  std::string_view app_id;  ///< Empty if it has no app, or the caller does not know it.
  std::string_view column;  ///< "users.metadata"
  std::string_view id;      ///< Id of the row within the app.
};

/// Reads the object in a column. The store normally holds only what read_json_object() accepts. Any
/// other text, such as a row that was edited by hand, is read as an empty object and logged by
/// note_unreadable(). Throws only std::bad_alloc.
[[nodiscard]] boost::json::object read_stored_object(std::string_view text, const StoredAt& at,
                                                     boost::json::storage_ptr storage = {});

/// Logs `stored_value_unreadable` with the location, but not the content. Each location is logged
/// once per process, and only the first 1000 locations are, so that lists cannot flood the log. Any
/// thread.
void note_unreadable(const StoredAt& at);

}  // namespace parley
