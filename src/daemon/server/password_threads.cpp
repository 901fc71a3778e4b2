#include "daemon/server/password_threads.hpp"

#include <exception>
#include <optional>
#include <type_traits>
#include <utility>

#include <boost/asio/async_result.hpp>
#include <boost/asio/use_awaitable.hpp>

#include "base/handler_memory.hpp"
#include "base/start_threads.hpp"
#include "base/thread_name.hpp"
#include "crypto/password.hpp"

namespace parley::daemon {
namespace {

/// Verified for an account without a hash, at the same cost as a hash of hash_password(). What it
/// is the hash of does not matter.
constexpr const char* kHashOfNobody =
    "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";

/// Counts a hash until its coroutine resumes, or ends for another reason.
class Counted {
 public:
  explicit Counted(std::atomic<std::size_t>& count) : count_(count), others_(count.fetch_add(1)) {}
  Counted(const Counted&) = delete;
  Counted& operator=(const Counted&) = delete;
  ~Counted() { count_.fetch_sub(1); }

  /// How many were in progress before this one.
  [[nodiscard]] std::size_t others() const { return others_; }

 private:
  std::atomic<std::size_t>& count_;
  std::size_t others_;
};

Error overloaded() {
  auto error = make_error(ErrorCode::kErrServiceUnavailable);
  error->internal = "too many passwords are waiting to be hashed";
  error->retry_after = 2;
  return error;
}

}  // namespace

PasswordThreads::Lane::Lane(std::size_t thread_count)
    : context(static_cast<int>(thread_count)),
      most(thread_count + kMostWaiting),
      guard_(context.get_executor()) {
  start_threads(
      threads_, thread_count,
      [this](std::size_t) {
        name_this_thread("password");
        context.run();
      },
      [this] { guard_.reset(); });
}

PasswordThreads::Lane::~Lane() {
  guard_.reset();
  join_all(threads_);
}

template <class Work>
auto PasswordThreads::run(Lane& lane, Work work) -> Task<Result<std::invoke_result_t<Work&>>> {
  using Value = std::invoke_result_t<Work&>;
  const Counted counted(lane.under_way);
  if (counted.others() >= lane.most) co_return overloaded();
  std::optional<Value> value;
  HandlerMemory memory;
  constexpr asio::use_awaitable_t<Executor> use_task;
  co_await asio::async_initiate<decltype(use_task), void(std::exception_ptr)>(
      [&](auto handler) {
        auto guard = asio::make_work_guard(handler);
        post_in(memory, lane.context.get_executor(),
                [&, handler = std::move(handler), guard = std::move(guard)]() mutable {
                  std::exception_ptr bug;
                  try {
                    value.emplace(work());
                  } catch (...) {
                    bug = std::current_exception();
                  }
                  // The guard moves along: the I/O thread itself must find that no work is left.
                  const auto executor = guard.get_executor();
                  post_in(memory, executor,
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
