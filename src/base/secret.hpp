// Secret<T>: a value that must not be printed, compared with == or copied by accident.
#pragma once

#include <string.h>  // explicit_bzero

#include <ostream>
#include <string>
#include <utility>

namespace parley {

/// Owns a secret string (T = std::string). It can be read only through expose(), so that a search
/// finds every use. The destructor overwrites the memory.
template <class T>
class Secret {
 public:
  Secret() = default;
  explicit Secret(T value) : value_(std::move(value)) {}
  Secret(Secret&& other) noexcept : value_(std::exchange(other.value_, T{})) {}
  Secret& operator=(Secret&& other) noexcept {
    std::swap(value_, other.value_);
    return *this;
  }
  Secret(const Secret&) = delete;
  Secret& operator=(const Secret&) = delete;
  ~Secret() { explicit_bzero(value_.data(), value_.size()); }

  /// The secret itself. Borrowed: valid as long as this object.
  [[nodiscard]] const T& expose() const& { return value_; }

  /// Deleted: secrets are compared in constant time, by crypto/digest.hpp.
  bool operator==(const Secret&) const = delete;

  friend std::ostream& operator<<(std::ostream& out, const Secret&) { return out << "***"; }

 private:
  T value_;
};

using SecretString = Secret<std::string>;

}  // namespace parley
