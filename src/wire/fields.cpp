#include "wire/fields.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>
#include <boost/json/serialize.hpp>

#include "base/nearest_name.hpp"
#include "base/unix_seconds.hpp"
#include "core/user/user.hpp"

namespace parley::wire {
namespace {

const json::object kEmptyObject;

/// Whether a value says nothing: null, 0, false or an empty text.
bool is_nothing(const json::value& value) {
  if (const auto* text = value.if_string()) return text->empty();
  if (const auto* truth = value.if_bool()) return !*truth;
  return value.is_null() || (value.is_number() && value.to_number<double>() == 0);
}

}  // namespace

const json::object* as_object(const json::value& value) {
  const auto* array = value.if_array();
  return array != nullptr && array->empty() ? &kEmptyObject : value.if_object();
}

const json::value* Fields::take(std::string_view name) {
  names_.push_back(name);
  const auto member = object_.find(name);
  if (member == object_.end()) return nullptr;
  is_known_[static_cast<std::size_t>(member - object_.begin())] = true;
  return &member->value();
}

void Fields::fail(std::string_view name, std::string_view reason) {
  add_detail(details_, name, reason);
}

std::optional<std::string> Fields::text(std::string_view name) {
  const auto* value = take(name);
  if (value == nullptr) return std::nullopt;
  if (const auto* text = value->if_string()) return std::string(text->data(), text->size());
  fail(name, "must be a string");
  return std::nullopt;
}

std::string Fields::required_text(std::string_view name) {
  auto value = text(name);
  if (!object_.contains(name)) fail(name, "is required");
  return std::move(value).value_or("");
}

std::optional<bool> Fields::boolean(std::string_view name) {
  const auto* value = take(name);
  if (value == nullptr) return std::nullopt;
  if (const auto* truth = value->if_bool()) return *truth;
  fail(name, "must be true or false");
  return std::nullopt;
}

std::optional<std::int64_t> Fields::number(std::string_view name, std::string_view rule) {
  const auto* value = take(name);
  if (value == nullptr) return std::nullopt;
  if (const auto* number = value->if_int64(); number != nullptr && *number >= 0) return *number;
  fail(name, rule);
  return std::nullopt;
}

std::optional<std::uint32_t> Fields::count(std::string_view name) {
  const auto value = number(name);
  if (!value) return std::nullopt;
  if (!std::in_range<std::uint32_t>(*value)) {
    fail(name, "is too large");
    return std::nullopt;
  }
  return static_cast<std::uint32_t>(*value);
}

std::optional<std::chrono::seconds> Fields::seconds(std::string_view name) {
  const auto value = number(name);
  if (!value) return std::nullopt;
  return std::chrono::seconds{*value};
}

std::optional<Time> Fields::time(std::string_view name) {
  const auto seconds = number(name, kUnixSecondsRule);
  if (!seconds) return std::nullopt;
  const auto problem = problem_of_time(*seconds);
  if (problem.empty()) return from_unix_seconds(*seconds);
  fail(name, problem);
  return std::nullopt;
}

std::optional<std::vector<std::string>> Fields::texts(std::string_view name) {
  const auto* value = take(name);
  if (value == nullptr) return std::nullopt;
  std::vector<std::string> texts;
  const auto* array = value->if_array();
  for (std::size_t i = 0; array != nullptr && i < array->size(); ++i) {
    const auto* text = (*array)[i].if_string();
    if (text == nullptr) {
      array = nullptr;
      break;
    }
    texts.emplace_back(text->data(), text->size());
  }
  if (array != nullptr) return texts;
  fail(name, "must be an array of strings");
  return std::nullopt;
}

const json::object* Fields::object(std::string_view name, std::string_view rule) {
  const auto* value = take(name);
  if (value == nullptr) return nullptr;
  if (const auto* object = as_object(*value)) return object;
  fail(name, rule);
  return nullptr;
}

std::optional<std::string> Fields::object_text(std::string_view name) {
  const auto* value = object(name);
  if (value == nullptr) return std::nullopt;
  return json::serialize(*value);
}

std::vector<std::string> Fields::unset() {
  auto names = texts("unset").value_or(std::vector<std::string>{});
  for (const auto& name : names) {
    if (object_.contains(name)) fail(name, "must not be set and listed in unset at the same time");
  }
  return names;
}

void Fields::ignore(std::span<const std::string_view> names) {
  auto is_known = is_known_.begin();
  for (const auto& member : object_) {
    const std::string_view key = member.key();
    if (!*is_known && std::ranges::find(names, key) != names.end()) *is_known = true;
    ++is_known;
  }
}

bool Fields::has_value(std::string_view name) const {
  const auto* value = object_.if_contains(name);
  return value != nullptr && !is_nothing(*value);
}

void Fields::same_uid(std::string_view uid) {
  const auto sent = text("uid");
  if (sent && core::normalize_uid(*sent) != uid) fail("uid", "cannot be changed");
}

void Fields::add(const Status& validity) {
  if (validity) return;
  for (const auto& [field, reasons] : validity.error()->details) {
    if (!is_full(details_)) details_.emplace(field, reasons);
  }
}

void Fields::refuse_unknown() {
  auto is_known = is_known_.begin();
  for (const auto& member : object_) {
    if (*is_known++) continue;
    if (is_full(details_)) return;
    const auto meant = nearest_name(member.key(), names_);
    fail(member.key(), meant.empty()
                           ? std::string("is not a known field")
                           : fmt::format("is not a known field; did you mean {}?", meant));
  }
}

Status Fields::finish() {
  refuse_unknown();
  return finish_known();
}

Status Fields::finish_known() {
  if (details_.empty()) return {};
  return bad_request(std::move(details_));
}

}  // namespace parley::wire
