// A user in the index: the fields that determine its position in lists.
#pragma once

#include <cstdint>
#include <cstring>
#include <memory>
#include <string_view>

namespace parley::storage {

/// Kept small, because there may be millions: one block of memory holds both texts.
class UserRecord {
 public:
  UserRecord() = default;  ///< An unused slot: it has no texts, and they must not be read.

  UserRecord(std::int64_t sequence, std::string_view uid, std::string_view folded_name)
      : sequence_(sequence), block_(new char[sizeof(Sizes) + uid.size() + folded_name.size()]) {
    const Sizes sizes{static_cast<std::uint16_t>(uid.size()),
                      static_cast<std::uint16_t>(folded_name.size())};
    std::memcpy(block_.get(), &sizes, sizeof(sizes));
    std::memcpy(block_.get() + sizeof(sizes), uid.data(), uid.size());
    std::memcpy(block_.get() + sizeof(sizes) + uid.size(), folded_name.data(), folded_name.size());
  }

  /// The user's row number in the store.
  [[nodiscard]] std::int64_t sequence() const { return sequence_; }

  [[nodiscard]] std::string_view uid() const { return {block_.get() + sizeof(Sizes), sizes().uid}; }

  [[nodiscard]] std::string_view folded_name() const {
    const auto [uid, name] = sizes();
    return {block_.get() + sizeof(Sizes) + uid, name};
  }

 private:
  // A name has at most 100 characters, and folding turns each into at most 18 characters of up to 4
  // bytes and at most doubles the result, so sizes fit in 16 bits.
  struct Sizes {
    std::uint16_t uid;
    std::uint16_t name;
  };

  [[nodiscard]] Sizes sizes() const {
    Sizes sizes;
    std::memcpy(&sizes, block_.get(), sizeof(sizes));
    return sizes;
  }

  std::int64_t sequence_ = 0;
  std::unique_ptr<char[]> block_;
};

}  // namespace parley::storage
