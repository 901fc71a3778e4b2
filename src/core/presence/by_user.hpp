// A map from app and uid to a value.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

namespace parley::core {

/// Values by app and uid. Each value has its own allocation, which is freed when it is erased:
/// tables that hold values directly are half empty and never shrink.
template <class Value>
class ByUser {
 public:
  /// nullptr if there is none. Valid until it is erased.
  [[nodiscard]] Value* find(std::string_view app_id, std::string_view uid) {
    const auto app = apps_.find(app_id);
    if (app == apps_.end()) return nullptr;
    const auto found = app->second.find(uid);
    return found == app->second.end() ? nullptr : &found->second;
  }

  [[nodiscard]] bool contains(std::string_view app_id, std::string_view uid) const {
    const auto app = apps_.find(app_id);
    return app != apps_.end() && app->second.contains(uid);
  }

  /// The value of the user, and whether it was inserted. False if there was one before.
  std::pair<Value&, bool> try_emplace(std::string_view app_id, std::string_view uid, Value value) {
    if (auto* there = find(app_id, uid)) return {*there, false};
    const auto app = apps_.try_emplace(std::string(app_id)).first;
    try {
      auto& added = app->second.try_emplace(std::string(uid), std::move(value)).first->second;
      ++size_;
      return {added, true};
    } catch (...) {
      if (app->second.empty()) apps_.erase(app);
      throw;
    }
  }

  void erase(std::string_view app_id, std::string_view uid) {
    const auto app = apps_.find(app_id);
    if (app == apps_.end()) return;
    const auto found = app->second.find(uid);
    if (found == app->second.end()) return;
    app->second.erase(found);
    --size_;
    if (app->second.empty()) apps_.erase(app);
  }

  void erase_app(std::string_view app_id) {
    const auto app = apps_.find(app_id);
    if (app == apps_.end()) return;
    size_ -= app->second.size();
    apps_.erase(app);
  }

  /// Of all apps.
  [[nodiscard]] std::size_t size() const { return size_; }

  /// Calls `visit(app_id, uid, value)` for all values.
  template <class F>
  void for_each(F visit) const {
    for (const auto& [app_id, values] : apps_) {
      for (const auto& [uid, value] : values) visit(app_id, uid, value);
    }
  }

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const noexcept {
      return std::hash<std::string_view>{}(text);
    }
  };

  template <class T>
  using Map = std::unordered_map<std::string, T, Hash, std::equal_to<>>;

  Map<Map<Value>> apps_;  ///< None of the inner maps is empty.
  std::size_t size_ = 0;
};

}  // namespace parley::core
