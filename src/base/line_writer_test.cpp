#include "base/line_writer.hpp"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <array>
#include <thread>
#include <vector>

#include <fmt/format.h>

namespace parley {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;

/// A pipe that is read only by read_until().
class Pipe {
 public:
  Pipe() { EXPECT_EQ(::pipe(ends_.data()), 0); }
  Pipe(const Pipe&) = delete;
  Pipe& operator=(const Pipe&) = delete;
  ~Pipe() {
    close_reader();
    ::close(ends_[1]);
  }

  [[nodiscard]] int writer() const { return ends_[1]; }

  void close_reader() {
    if (ends_[0] >= 0) ::close(ends_[0]);
    ends_[0] = -1;
  }

  /// Reads until `end` has arrived.
  std::string read_until(std::string_view end) {
    while (text_.find(end) == text_.npos) {
      std::array<char, 65'536> buffer{};
      const auto size = ::read(ends_[0], buffer.data(), buffer.size());
      if (size <= 0) break;
      text_.append(buffer.data(), static_cast<std::size_t>(size));
    }
    return text_;
  }

 private:
  std::array<int, 2> ends_{-1, -1};
  std::string text_;
};

std::string report(std::uint64_t count) { return fmt::format("lost {}\n", count); }

/// More than the queue and a pipe hold.
constexpr int kTooMany = 50'000;

std::string numbered_line(int number) { return fmt::format("{:>99}\n", number); }

TEST(LineWriter, WritesLinesInTheirOrder) {
  Pipe pipe;
  LineWriter writer(pipe.writer());
  std::string expected;
  for (int i = 0; i < 500; ++i) {
    writer.write(numbered_line(i));
    expected += numbered_line(i);
  }
  writer.write("end\n");
  EXPECT_EQ(pipe.read_until("end\n"), expected + "end\n");
  EXPECT_TRUE(writer.flush(seconds(10)));
  EXPECT_EQ(writer.lost(), 0U);
}

TEST(LineWriter, WritesLinesOfAnyLength) {
  Pipe pipe;
  LineWriter writer(pipe.writer());
  const auto text = std::string(4095, 'a') + "\n" + std::string(4096, 'b') + "\n" +
                    std::string(10'000, 'c') + "\n\nend\n";
  writer.write(text);
  EXPECT_EQ(pipe.read_until("end\n"), text);
}

TEST(LineWriter, NeverWaitsForAReaderAndReportsWhatItLost) {
  Pipe pipe;
  LineWriter writer(pipe.writer(), report);
  for (int i = 0; i < kTooMany; ++i) writer.write(numbered_line(i));
  EXPECT_FALSE(writer.flush(milliseconds(1)));
  const auto lost = writer.lost();
  ASSERT_GT(lost, 0U);
  ASSERT_LT(lost, kTooMany);

  // An error still finds room.
  writer.write("urgent\n", true);
  EXPECT_EQ(writer.lost(), lost);

  const auto text = pipe.read_until(report(lost));
  EXPECT_TRUE(text.starts_with(numbered_line(0)));
  EXPECT_NE(text.find("urgent\n"), text.npos);
  EXPECT_EQ(std::ranges::count(text, '\n'), kTooMany - static_cast<std::int64_t>(lost) + 2);

  // From then on nothing is lost.
  writer.write("end\n");
  EXPECT_TRUE(pipe.read_until("end\n").ends_with(report(lost) + "end\n"));
  EXPECT_EQ(writer.lost(), lost);
}

TEST(LineWriter, EndsThoughNobodyReads) {
  static auto& pipe = *new Pipe;  // Never closed: the thread is still writing to it at the end.
  LineWriter writer(pipe.writer());
  for (int i = 0; i < kTooMany; ++i) writer.write(numbered_line(i));
}

TEST(LineWriter, CountsWhatAClosedPipeDoesNotTake) {
  Pipe pipe;
  LineWriter writer(pipe.writer(), report);
  pipe.close_reader();
  writer.write("one\ntwo\n");
  EXPECT_TRUE(writer.flush(seconds(10)));
  EXPECT_EQ(writer.lost(), 2U);
}

TEST(LineWriter, CountsWhatAFullDiskDoesNotTake) {
  const int full = ::open("/dev/full", O_WRONLY | O_CLOEXEC);
  ASSERT_GE(full, 0);
  LineWriter writer(full, report);
  writer.write("one\n");
  EXPECT_TRUE(writer.flush(seconds(10)));
  EXPECT_EQ(writer.lost(), 1U);

  // The disk has room again.
  Pipe pipe;
  ASSERT_GE(::dup2(pipe.writer(), full), 0);
  writer.write("two\n");
  EXPECT_EQ(pipe.read_until("two\n"), "lost 1\ntwo\n");
  ::close(full);
}

TEST(LineWriter, WaitsForADescriptorThatSomebodyMadeNonBlocking) {
  Pipe pipe;
  ASSERT_EQ(::fcntl(pipe.writer(), F_SETFL, O_NONBLOCK), 0);
  LineWriter writer(pipe.writer());
  std::string expected;
  for (int i = 0; i < 2'000; ++i) {
    writer.write(numbered_line(i));
    expected += numbered_line(i);
  }
  writer.write("end\n");
  EXPECT_EQ(pipe.read_until("end\n"), expected + "end\n");
}

TEST(LineWriter, MixesNoLinesOfSeveralThreads) {
  Pipe pipe;
  LineWriter writer(pipe.writer());
  {
    std::vector<std::jthread> threads;
    for (int thread = 0; thread < 4; ++thread) {
      threads.emplace_back([&writer] {
        for (int i = 0; i < 1'000; ++i) writer.write("a line of some length\n");
      });
    }
    threads.emplace_back([&pipe] { pipe.read_until("end\n"); });
    for (int thread = 0; thread < 4; ++thread) threads[static_cast<std::size_t>(thread)].join();
    writer.write("end\n");
  }
  std::string expected;
  for (int i = 0; i < 4'000; ++i) expected += "a line of some length\n";
  EXPECT_EQ(pipe.read_until("end\n"), expected + "end\n");
}

}  // namespace
}  // namespace parley
