// The reader of WebSocket frames: events do not depend on how the bytes are split, and keep to the
// limits. A frame that the server writes, masked like a client's, reads back with the same text.
#include "realtime/frame.hpp"

#include "base/text.hpp"
#include "support/fuzz.hpp"

namespace parley::realtime {
namespace {

using fuzz::check;
using Event = FrameReader::Event;

std::string describe(const FrameReader& reader, Event event) {
  const auto code = std::to_string(static_cast<int>(reader.close_code()));
  switch (event) {
    case Event::message:
      check(reader.message().size() <= kMaxMessage, "a message stays within its limit");
      check(is_utf8(reader.message()), "a message is UTF-8");
      return "message " + reader.message();
    case Event::ping: return "ping " + std::string(reader.control());
    case Event::pong: return "pong " + std::string(reader.control());
    case Event::close: return "close " + code;
    case Event::violation:
      check(!reader.problem().empty(), "a violation has a reason");
      return "violation " + code;
    case Event::none: break;
  }
  return "none";
}

std::vector<std::string> read(const std::vector<std::string_view>& pieces) {
  FrameReader reader;
  std::vector<std::string> events;
  for (auto piece : pieces) {
    for (;;) {
      const auto event = reader.read(piece);
      if (event == Event::none) break;
      check(reader.control().size() <= 125, "a control frame is short");
      events.push_back(describe(reader, event));
      if (event == Event::violation || event == Event::close) return events;
    }
    check(piece.empty(), "the reader consumes all bytes");
  }
  return events;
}

/// Masks a frame of the server, so that it looks like one from a client.
std::string masked(std::string frame) {
  constexpr std::string_view kMask = "mask";
  const auto length = static_cast<unsigned char>(frame[1]);
  const std::size_t head = length < 126 ? 2 : length == 126 ? 4 : 10;
  frame[1] = static_cast<char>(length | 0x80);
  for (std::size_t i = head; i < frame.size(); ++i)
    frame[i] = static_cast<char>(frame[i] ^ kMask[(i - head) % kMask.size()]);
  return frame.insert(head, kMask);
}

void check_round_trip(std::string_view text) {
  if (!is_utf8(text) || text.size() > kMaxMessage) return;
  const auto frame = masked(text_frame(text));
  check(read({frame}) == std::vector{"message " + std::string(text)},
        "a text reads back as written");
  const auto control = masked(pong_frame(text.substr(0, 125)));
  check(read({control}) == std::vector{"pong " + std::string(text.substr(0, 125))},
        "a pong reads back as written");
}

}  // namespace
}  // namespace parley::realtime

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using parley::realtime::read;
  const auto bytes = parley::fuzz::as_text(data, size);
  const auto events = read({bytes});
  parley::fuzz::check(read(parley::fuzz::pieces_of(bytes, 1)) == events,
                      "events are the same one byte at a time");
  parley::fuzz::check(read(parley::fuzz::pieces_of(bytes, 20)) == events,
                      "events are the same in pieces");
  parley::realtime::check_round_trip(bytes);
  return 0;
}
