#include "base/line_writer.hpp"

#include <limits.h>
#include <signal.h>

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <mutex>
#include <new>
#include <thread>
#include <utility>

#include "base/thread_name.hpp"
#include "base/write_all.hpp"

namespace parley {
namespace {

constexpr std::chrono::seconds kPatience{1};
/// Under load the thread writes at this interval, or as soon as kEager bytes are queued: waking it
/// for each line would cost more than writing the line.
constexpr std::chrono::milliseconds kGather{10};
constexpr std::size_t kEager = 64 << 10;
/// A buffer that grew beyond this size in a burst is freed.
constexpr std::size_t kKeptBuffer = 256 << 10;

std::uint64_t count_lines(std::string_view text) {
  return static_cast<std::uint64_t>(std::ranges::count(text, '\n'));
}

/// The descriptor, and how many lost lines have not been reported yet.
class Output {
 public:
  Output(int descriptor, LineWriter::Report report)
      : descriptor_(descriptor), report_(std::move(report)) {}

  /// Writes `lines`; blocks. `overflowed`: how many more lines did not fit the queue. Returns how
  /// many of `lines` the descriptor did not accept.
  std::uint64_t write(std::string_view lines, std::uint64_t overflowed) {
    report_losses();
    const auto refused = count_lines(put(lines));
    unreported_ += refused + overflowed;
    report_losses();
    return refused;
  }

 private:
  void report_losses() {
    if (unreported_ == 0 || !report_) return;
    try {
      // A full disk may have cut the last line short.
      const auto line = (is_inside_line_ ? "\n" : "") + report_(unreported_);
      if (put(line).empty()) unreported_ = 0;
    } catch (const std::bad_alloc&) {  // Reported later.
    }
  }

  /// Returns what could not be written.
  std::string_view put(std::string_view lines) {
    while (!lines.empty()) {
      auto rest = lines.substr(0, size_of_chunk(lines));
      lines.remove_prefix(rest.size());
      const auto unwritten = write_all(descriptor_, rest);
      rest.remove_suffix(unwritten.size());
      if (!rest.empty()) is_inside_line_ = rest.back() != '\n';
      if (!unwritten.empty()) return {unwritten.data(), unwritten.size() + lines.size()};
    }
    return {};
  }

  /// Other processes may write to the same pipe. Whole lines of up to PIPE_BUF bytes together are
  /// not mixed with theirs.
  static std::size_t size_of_chunk(std::string_view lines) {
    const auto end = lines.rfind('\n', PIPE_BUF - 1);
    return end == std::string_view::npos ? std::min(lines.find('\n'), lines.size() - 1) + 1
                                         : end + 1;
  }

  int descriptor_;
  LineWriter::Report report_;
  std::uint64_t unreported_ = 0;
  bool is_inside_line_ = false;
};

/// Blocks all signals in the calling thread, and in threads that it starts meanwhile.
class SignalsBlocked {
 public:
  SignalsBlocked() {
    sigset_t all;
    ::sigfillset(&all);
    ::pthread_sigmask(SIG_SETMASK, &all, &before_);
  }
  SignalsBlocked(const SignalsBlocked&) = delete;
  SignalsBlocked& operator=(const SignalsBlocked&) = delete;
  ~SignalsBlocked() { ::pthread_sigmask(SIG_SETMASK, &before_, nullptr); }

 private:
  sigset_t before_{};
};

}  // namespace

struct LineWriter::Queue {
  std::mutex mutex;
  std::condition_variable wake;
  std::condition_variable written;
  std::string pending;
  std::uint64_t overflowed = 0;  ///< Lines that did not fit since the thread last looked.
  bool is_asleep = false;        ///< The thread waits for a first line.
  std::size_t writing = 0;       ///< Bytes that the thread took and has not written yet.
  bool is_closing = false;
  unsigned flushes = 0;  ///< Calls of flush() in progress.
  std::atomic<std::uint64_t> lost{0};

  [[nodiscard]] bool is_empty() const { return pending.empty() && overflowed == 0; }
  [[nodiscard]] bool is_drained() const { return is_empty() && writing == 0; }

  void add(std::string_view lines, bool urgent) noexcept {
    if (lines.size() <= room(urgent)) {
      try {
        pending.append(lines);
        return;
      } catch (const std::bad_alloc&) {  // Lost, as if the queue were full.
      }
    }
    overflowed += count_lines(lines);
    lost += count_lines(lines);
  }

  [[nodiscard]] std::size_t room(bool urgent) const {
    const auto end = urgent ? kCapacity : kCapacity - kReserve;
    return end - std::min(end, pending.size() + writing);
  }

  /// What the thread runs.
  void run(Output output) {
    std::string batch;
    std::unique_lock lock(mutex);
    for (;;) {
      is_asleep = true;
      wake.wait(lock, [this] { return !is_empty() || is_closing; });
      is_asleep = false;
      if (is_empty()) return;
      batch.swap(pending);
      const auto missing = std::exchange(overflowed, 0);
      writing = std::max<std::size_t>(batch.size(), 1);  // Not 0 for a report alone.
      lock.unlock();
      lost += output.write(batch, missing);
      batch.clear();
      if (batch.capacity() > kKeptBuffer) batch.shrink_to_fit();
      lock.lock();
      writing = 0;
      if (is_drained()) written.notify_all();
      wake.wait_for(lock, kGather,
                    [this] { return is_closing || flushes > 0 || pending.size() >= kEager; });
    }
  }
};

LineWriter::LineWriter(int descriptor, Report report) : queue_(std::make_shared<Queue>()) {
  // The thread receives no signals: they are for the threads that wait for them, and a closed pipe
  // must be an error of write(), not SIGPIPE.
  const SignalsBlocked blocked;
  std::thread([queue = queue_, output = Output(descriptor, std::move(report))]() mutable {
    name_this_thread("log");
    queue->run(std::move(output));
  }).detach();
}

LineWriter::~LineWriter() {
  flush(kPatience);
  const std::scoped_lock lock(queue_->mutex);
  queue_->is_closing = true;
  queue_->wake.notify_one();
}

void LineWriter::write(std::string_view lines, bool urgent) noexcept {
  bool wake = false;
  {
    const std::scoped_lock lock(queue_->mutex);
    const auto before = queue_->pending.size();
    queue_->add(lines, urgent);
    wake = queue_->is_asleep || (before < kEager && queue_->pending.size() >= kEager);
  }
  if (wake) queue_->wake.notify_one();
}

bool LineWriter::flush(std::chrono::milliseconds patience) {
  std::unique_lock lock(queue_->mutex);
  ++queue_->flushes;
  queue_->wake.notify_one();
  const bool drained =
      queue_->written.wait_for(lock, patience, [this] { return queue_->is_drained(); });
  --queue_->flushes;
  return drained;
}

std::uint64_t LineWriter::lost() const noexcept { return queue_->lost; }

}  // namespace parley
