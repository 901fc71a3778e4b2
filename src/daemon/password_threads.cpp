#include "daemon/password_threads.hpp"

#include <exception>
#include <optional>
#include <type_traits>
#include <utility>

#include <boost/asio/async_result.hpp>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/use_awaitable.hpp>

#include "crypto/password.hpp"

namespace parley::daemon {
namespace {

/// Verified in place of the hash that somebody does not have: as costly as hash_password()'s. What
/// it is the hash of does not matter.
constexpr const char* kHashOfNobody =
    "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";

Error overloaded() {
  auto error = make_error(ErrorCode::kErrServiceUnavailable);
  error->internal = "too many passwords wait to be hashed";
  error->retry_after = 2;
  return error;
}

}  // namespace

template <class Work>
auto PasswordThreads::run(Lane& lane, Work work) -> Task<Result<std::invoke_result_t<Work&>>> {
  using Value = std::invoke_result_t<Work&>;
  if (lane.under_way.fetch_add(1) >= lane.most) {
    lane.under_way.fetch_sub(1);
    co_return overloaded();
  }
  std::optional<Value> value;
  constexpr asio::use_awaitable_t<Executor> use_task;
  co_await asio::async_initiate<decltype(use_task), void(std::exception_ptr)>(
      [&](auto handler) {
        auto guard = asio::make_work_guard(handler);
        asio::post(
            lane.threads, [&, handler = std::move(handler), guard = std::move(guard)]() mutable {
              std::exception_ptr bug;
              try {
                value.emplace(work());
              } catch (...) {
                bug = std::current_exception();
              }
              lane.under_way.fetch_sub(1);
              // The guard goes along, so that it is the core's own thread that finds no work left.
              const auto executor = guard.get_executor();
              asio::post(executor,
                         [handler = std::move(handler), guard = std::move(guard),
                          bug = std::move(bug)]() mutable { std::move(handler)(std::move(bug)); });
            });
      },
      use_task);
  co_return std::move(*value);
}

Task<Result<std::string>> PasswordThreads::hash(SecretString password) {
  co_return co_await run(administrators_, [&password] { return crypto::hash_password(password); });
}

Task<Result<core::PasswordCheck>> PasswordThreads::verify(SecretString password, std::string hash,
                                                          core::HashedFor whom) {
  auto& lane = whom == core::HashedFor::administrator ? administrators_ : strangers_;
  co_return co_await run(lane, [&password, &hash] {
    const bool exists = !hash.empty();
    const bool matches =
        crypto::verify_password(password, exists ? hash : std::string(kHashOfNobody));
    return core::PasswordCheck{exists && matches,
                               exists && matches && crypto::password_needs_rehash(hash)};
  });
}

}  // namespace parley::daemon
