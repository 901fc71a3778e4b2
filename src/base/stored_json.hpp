// Reads JSON objects out of the store for lists and answers, which one bad row must not fail.
#pragma once

#include <string_view>

#include <boost/json/object.hpp>
#include <boost/json/storage_ptr.hpp>

namespace parley {

/// Where a stored value is, for the log. Read during the call only.
struct StoredAt {
  std::string_view app_id;  ///< Empty: of no app, or not known to the caller.
  std::string_view column;  ///< "users.metadata"
  std::string_view id;      ///< Of the row, within the app.
};

/// The object that a column holds. The store holds only what read_json_object() accepts; a text
/// that is something else all the same (a row that was changed by hand, say) is read as an empty
/// object, and logged as in note_unreadable(). Throws nothing but std::bad_alloc.
[[nodiscard]] boost::json::object read_stored_object(std::string_view text, const StoredAt& at,
                                                     boost::json::storage_ptr storage = {});

/// Logs `stored_value_unreadable` with the place, but not the content: once per place while the
/// process runs, and for the first 1000 places only, so that lists cannot flood the log. Any
/// thread.
void note_unreadable(const StoredAt& at);

}  // namespace parley
