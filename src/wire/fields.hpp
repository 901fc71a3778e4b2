// Reads the fields of a JSON object and collects what is wrong with them.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <boost/json/object.hpp>

#include "base/clock.hpp"
#include "base/result.hpp"

namespace parley::wire {

namespace json = boost::json;

/// What an answer says of a time that is none.
inline constexpr std::string_view kTimeRule = "must be in unix seconds, not milliseconds";

/// Each field is read once, by the call for its type; absent fields are nullopt. What was not read
/// or ignored by finish() is an unknown field. Whether values are in range is the domain's concern.
class Fields {
 public:
  /// `object` must outlive this.
  explicit Fields(const json::object& object) : object_(object), is_known_(object.size()) {}

  [[nodiscard]] std::optional<std::string> text(std::string_view name);
  [[nodiscard]] std::optional<bool> boolean(std::string_view name);
  /// A whole number of 0 or more.
  [[nodiscard]] std::optional<std::int64_t> number(std::string_view name);
  [[nodiscard]] std::optional<std::chrono::seconds> seconds(std::string_view name);
  /// Unix seconds, up to the year 9999.
  [[nodiscard]] std::optional<Time> time(std::string_view name);
  [[nodiscard]] std::optional<std::vector<std::string>> texts(std::string_view name);
  /// An object, to be read by Fields of its own. Borrowed from the object.
  [[nodiscard]] const json::object* object(std::string_view name);
  /// The same as JSON text.
  [[nodiscard]] std::optional<std::string> object_text(std::string_view name);

  /// The text of a field that must be there; empty, and an error, when it is not.
  [[nodiscard]] std::string required_text(std::string_view name);

  /// Accepts fields without looking at them.
  void ignore(std::span<const std::string_view> names);

  void fail(std::string_view name, std::string_view reason);

  /// Takes over what the domain says of the values, so that one answer names all mistakes.
  void add(const Status& validity);

  /// ERR_BAD_REQUEST with the reasons per field, unknown fields among them.
  [[nodiscard]] Status finish();

 private:
  /// The value, or nullptr when absent. Marks the member as known.
  const json::value* take(std::string_view name);

  const json::object& object_;
  std::vector<bool> is_known_;  ///< Of each member of the object, in its order.
  ErrorDetails details_;
};

}  // namespace parley::wire
