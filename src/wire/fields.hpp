// Reads the fields of a JSON object and collects their errors.
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

/// The reason given for a number that is negative or not whole.
inline constexpr std::string_view kNumberRule = "must be a whole number of 0 or more";

/// The reason given for a value that is not an object.
inline constexpr std::string_view kObjectRule = "must be an object";

/// The object; nullptr if `value` is none. An empty array counts as an empty object: back ends in
/// PHP cannot tell them apart. The result refers to `value`, or to a constant.
[[nodiscard]] const json::object* as_object(const json::value& value);

/// Read each field once, with the function for its type; absent fields are nullopt, and so are
/// fields of the wrong type, which are recorded as errors with `rule`. Then call finish(). Fields
/// that were neither read nor ignored count as unknown. Ranges are checked by the domain. The names
/// passed in must outlive this.
class Fields {
 public:
  /// `object` must outlive this.
  explicit Fields(const json::object& object) : object_(object), is_known_(object.size()) {
    constexpr std::size_t kMostOfABody = 16;
    names_.reserve(kMostOfABody);
  }

  [[nodiscard]] std::optional<std::string> text(std::string_view name);
  [[nodiscard]] std::optional<bool> boolean(std::string_view name);
  /// A whole number of 0 or more.
  [[nodiscard]] std::optional<std::int64_t> number(std::string_view name,
                                                   std::string_view rule = kNumberRule);
  /// The same, of up to 32 bits.
  [[nodiscard]] std::optional<std::uint32_t> count(std::string_view name);
  [[nodiscard]] std::optional<std::chrono::seconds> seconds(std::string_view name);
  /// Unix seconds, 0 or from 2000 on. Milliseconds are recognized by their size.
  [[nodiscard]] std::optional<Time> time(std::string_view name);
  [[nodiscard]] std::optional<std::vector<std::string>> texts(std::string_view name);
  /// A nested object, as as_object() sees it, to be read with its own Fields; nullptr if absent or
  /// not an object. Lives as long as the object passed to the constructor.
  [[nodiscard]] const json::object* object(std::string_view name,
                                           std::string_view rule = kObjectRule);
  /// As object(), serialised as JSON.
  [[nodiscard]] std::optional<std::string> object_text(std::string_view name);

  /// The names in the field `unset` of a change; empty if it is absent. Records an error for each
  /// of them that the object also sets.
  [[nodiscard]] std::vector<std::string> unset();

  /// The text of a required field; if it is absent, an empty text and an error.
  [[nodiscard]] std::string required_text(std::string_view name);

  /// Accepts these fields without reading them.
  void ignore(std::span<const std::string_view> names);
  /// Whether the field is present and says something: it is not null, 0, false or an empty text.
  /// Does not count as reading it.
  [[nodiscard]] bool has_value(std::string_view name) const;
  /// The field `uid` may be absent, but must not name another user than `uid`.
  void same_uid(std::string_view uid);

  /// Records that the field `name` is wrong.
  void fail(std::string_view name, std::string_view reason);

  /// ERR_BAD_REQUEST with the reasons per field, including unknown fields. Suggests a field that
  /// was read for one that is probably misspelt.
  [[nodiscard]] Status finish();

  /// As finish(). If it fails, also lists what `validity()`, a Status of the domain, finds in the
  /// values, so that one response lists all mistakes. Otherwise the values are not checked here:
  /// the domain does that.
  template <class Validity>
  [[nodiscard]] Status finish(Validity validity) {
    refuse_unknown();
    if (!details_.empty()) add(validity());
    return finish_known();
  }

 private:
  /// Keeps the errors of a field that has some already.
  void add(const Status& validity);

  /// The value, or nullptr if absent. Marks the field as known.
  const json::value* take(std::string_view name);

  void refuse_unknown();
  [[nodiscard]] Status finish_known();

  const json::object& object_;
  std::vector<std::string_view> names_;  ///< Read so far.
  std::vector<bool> is_known_;           ///< For each member of the object, in order.
  ErrorDetails details_;
};

}  // namespace parley::wire
