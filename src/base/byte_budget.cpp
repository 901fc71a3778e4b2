#include "base/byte_budget.hpp"

#include <chrono>

#include "base/limit.hpp"

namespace parley {
namespace {

constexpr std::int64_t kRetryAfterSeconds = 1;

Error too_much_for_the_server() {
  auto error = make_error(ErrorCode::kErrServiceUnavailable);
  error->retry_after = kRetryAfterSeconds;
  error->internal = "the memory for large answers and bodies is in use";
  return error;
}

}  // namespace

Status ByteBudget::check(std::size_t own, std::size_t bytes) const {
  if (bytes > per_owner_ || own > per_owner_ - bytes)
    return too_many_requests(Limit::memory_of_caller, std::chrono::seconds(kRetryAfterSeconds));
  if (held_ > total_ - bytes) return too_much_for_the_server();
  return {};
}

Result<ByteBudget::LeasePtr> ByteBudget::take(const std::string& owner, std::size_t bytes) {
  const std::lock_guard lock(mutex_);
  const auto known = shares_.find(owner);
  const auto own = known == shares_.end() ? 0 : known->second.bytes;
  if (auto free = check(own, bytes); !free) return free.error();
  auto& share = known == shares_.end() ? *shares_.try_emplace(owner).first : *known;
  auto lease = std::make_unique<Lease>(*this, share, bytes);
  share.second.bytes += bytes;
  share.second.leases += 1;
  held_ += bytes;
  return lease;
}

std::size_t ByteBudget::held() const {
  const std::lock_guard lock(mutex_);
  return held_;
}

ByteBudget::Lease::~Lease() {
  const std::lock_guard lock(budget_.mutex_);
  budget_.held_ -= bytes_;
  share_.second.bytes -= bytes_;
  share_.second.leases -= 1;
  if (share_.second.leases == 0) budget_.shares_.erase(budget_.shares_.find(share_.first));
}

Status ByteBudget::Lease::resize(std::size_t bytes) {
  const std::lock_guard lock(budget_.mutex_);
  if (bytes > bytes_) {
    if (auto free = budget_.check(share_.second.bytes, bytes - bytes_); !free) return free;
  }
  budget_.held_ += bytes - bytes_;  // May wrap, as may the next: the sums are exact.
  share_.second.bytes += bytes - bytes_;
  bytes_ = bytes;
  return {};
}

}  // namespace parley
