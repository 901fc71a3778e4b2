#include "realtime/frame.hpp"

#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/pseudo_random.hpp"

namespace parley::realtime {
namespace {

using testing::ElementsAre;
using Event = FrameReader::Event;

/// A client's frame, masked with "mask".
std::string frame(unsigned first_byte, std::string_view payload) {
  std::string out{static_cast<char>(first_byte)};
  if (payload.size() < 126) {
    out.push_back(static_cast<char>(0x80 | payload.size()));
  } else {
    out.push_back(static_cast<char>(0x80 | 126));
    out.push_back(static_cast<char>(payload.size() >> 8));
    out.push_back(static_cast<char>(payload.size()));
  }
  out += "mask";
  for (std::size_t i = 0; i < payload.size(); ++i)
    out.push_back(static_cast<char>(payload[i] ^ "mask"[i % 4]));
  return out;
}

std::string describe(const FrameReader& reader, Event event) {
  switch (event) {
    case Event::message: return "message " + reader.message();
    case Event::ping: return "ping " + std::string(reader.control());
    case Event::pong: return "pong";
    case Event::close: return "close " + std::to_string(static_cast<int>(reader.close_code()));
    case Event::violation:
      return "violation " + std::to_string(static_cast<int>(reader.close_code()));
    case Event::none: break;
  }
  return "none";
}

/// The events that a reader returns for `bytes`, which arrive in pieces of `next_size()` bytes.
template <class NextSize>
std::vector<std::string> read(std::string_view bytes, NextSize next_size) {
  FrameReader reader;
  std::vector<std::string> events;
  while (!bytes.empty()) {
    auto piece = bytes.substr(0, next_size());
    bytes.remove_prefix(piece.size());
    for (;;) {
      const auto event = reader.read(piece);
      if (event == Event::none) break;
      events.push_back(describe(reader, event));
      if (event == Event::violation || event == Event::close) return events;
    }
    EXPECT_TRUE(piece.empty());
  }
  return events;
}

std::vector<std::string> read_at_once(std::string_view bytes) {
  return read(bytes, [&] { return bytes.size(); });
}

TEST(FrameReader, ReadsMessagesFragmentsAndWhatComesBetween) {
  const auto bytes = frame(0x81, "one") + frame(0x01, "t") + frame(0x89, "ping") +
                     frame(0x80, "wo") + frame(0x81, "") + frame(0x8a, "") +
                     frame(0x88,
                           "\x03\xe9"
                           "bye");
  EXPECT_THAT(read_at_once(bytes), ElementsAre("message one", "ping ping", "message two",
                                               "message ", "pong", "close 1001"));
}

TEST(FrameReader, TakesAMessageOfTheLimitAndNoByteMore) {
  const std::string longest(kMaxMessage, 'x');
  EXPECT_THAT(read_at_once(frame(0x81, longest)), ElementsAre("message " + longest));
  EXPECT_THAT(read_at_once(frame(0x81, longest + 'x')), ElementsAre("violation 1009"));
  EXPECT_THAT(read_at_once(frame(0x01, longest) + frame(0x80, "x")), ElementsAre("violation 1009"));
}

TEST(FrameReader, KeepsNoMemoryBetweenMessages) {
  FrameReader reader;
  const auto bytes = frame(0x81, std::string(kMaxMessage, 'x'));
  std::string_view rest = bytes;
  ASSERT_EQ(reader.read(rest), Event::message);
  EXPECT_GE(reader.message().capacity(), kMaxMessage);
  EXPECT_EQ(reader.read(rest), Event::none);
  EXPECT_EQ(reader.message().capacity(), std::string().capacity());
}

TEST(FrameReader, KnowsWhenItIsBetweenMessages) {
  const auto bytes = frame(0x01, "") + frame(0x89, "ping") + frame(0x80, "two");
  FrameReader reader;
  EXPECT_TRUE(reader.is_between_messages());
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    auto piece = std::string_view(bytes).substr(i, 1);
    while (reader.read(piece) != Event::none) {
    }
    EXPECT_EQ(reader.is_between_messages(), i + 1 == bytes.size()) << i;
  }
}

// Bytes mean the same however they are split, and nothing that a client sends breaks the reader.
TEST(FrameReader, UnderstandsAnyBytesTheSameHoweverTheyAreCut) {
  for (unsigned seed = 0; seed < 20'000; ++seed) {
    test_support::PseudoRandom random(seed);
    std::string bytes;
    for (auto frames = 1 + random() % 4; frames > 0; --frames) {
      constexpr unsigned kFirstBytes[] = {0x81, 0x81, 0x01, 0x80, 0x00, 0x89, 0x8a, 0x88};
      const std::string payload(random() % (random() % 8 == 0 ? 300 : 12), 'a');
      bytes += frame(kFirstBytes[random() % 8], payload);
    }
    for (auto flips = random() % 4; flips > 0; --flips)
      bytes[random() % bytes.size()] = static_cast<char>(random());
    const auto in_pieces = read(bytes, [&] { return 1 + random() % 20; });
    ASSERT_EQ(in_pieces, read_at_once(bytes)) << "seed " << seed;
  }
}

TEST(Frames, OfTheServerAreNotMaskedAndAsShortAsCanBe) {
  EXPECT_EQ(text_frame("hi"), "\x81\x02hi");
  EXPECT_EQ(text_frame(std::string(126, 'x')).substr(0, 4), std::string("\x81\x7e\x00\x7e", 4));
  EXPECT_EQ(text_frame(std::string(65'536, 'x')).substr(0, 10),
            std::string("\x81\x7f\0\0\0\0\0\x01\0\0", 10));
  EXPECT_EQ(ping_frame(), std::string("\x89\0", 2));
  EXPECT_EQ(pong_frame("p"), "\x8a\x01p");
  EXPECT_EQ(close_frame(CloseCode::session_ended, "over"), "\x88\x06\x0f\xa3over");
}

}  // namespace
}  // namespace parley::realtime
