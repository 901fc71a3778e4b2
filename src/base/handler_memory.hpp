// Posts handlers without allocating, so that a thread can wake a coroutine even when memory has run
// out.
#pragma once

#include <array>
#include <cstddef>
#include <utility>

#include <boost/asio/post.hpp>

namespace parley {

/// Memory for one handler in the queue of an executor. It is usually part of the frame of the
/// coroutine that waits for the handler, so it is allocated before the wait begins.
class HandlerMemory {
 public:
  static constexpr std::size_t kSize = 192;

  HandlerMemory() = default;
  HandlerMemory(const HandlerMemory&) = delete;
  HandlerMemory& operator=(const HandlerMemory&) = delete;

  [[nodiscard]] void* get() { return bytes_.data(); }

 private:
  alignas(std::max_align_t) std::array<std::byte, kSize> bytes_{};
};

/// Allocator that gives Asio this memory. Never throws.
template <class T>
class HandlerAllocator {
 public:
  using value_type = T;

  explicit HandlerAllocator(HandlerMemory& memory) noexcept : memory_(&memory) {}
  template <class Other>
  HandlerAllocator(const HandlerAllocator<Other>& other) noexcept : memory_(other.memory()) {}

  [[nodiscard]] HandlerMemory* memory() const noexcept { return memory_; }

  [[nodiscard]] T* allocate(std::size_t /*always one*/) const noexcept {
    static_assert(sizeof(T) <= HandlerMemory::kSize && alignof(T) <= alignof(std::max_align_t));
    return static_cast<T*>(memory_->get());
  }
  void deallocate(T*, std::size_t) const noexcept {}

  template <class Other>
  [[nodiscard]] bool operator==(const HandlerAllocator<Other>& other) const noexcept {
    return memory_ == other.memory();
  }

 private:
  HandlerMemory* memory_;
};

template <class F>
class HandlerInMemory {
 public:
  using allocator_type = HandlerAllocator<void>;

  HandlerInMemory(HandlerMemory& memory, F function)
      : memory_(&memory), function_(std::move(function)) {}

  [[nodiscard]] allocator_type get_allocator() const noexcept { return allocator_type(*memory_); }

  void operator()() { std::move(function_)(); }

 private:
  HandlerMemory* memory_;
  F function_;
};

/// Posts `function() -> void` to `executor`, stored in `memory`. The memory must live, and must not
/// be used again, until the function is called or destroyed. Moving `function` must not throw.
template <class Executor, class F>
void post_in(HandlerMemory& memory, const Executor& executor, F function) noexcept {
  boost::asio::post(executor, HandlerInMemory<F>(memory, std::move(function)));
}

}  // namespace parley
