#include "core/name_folding.hpp"

#include <utf8proc.h>

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <span>

namespace parley::core {
namespace {

struct Range {
  CodePoint first;
  CodePoint last;
};

struct Letter {
  CodePoint code;
  std::string_view plain;
};

constexpr Range kLeftOut[] = {
    {0x0300, 0x036F},  // Accents.
    {0x0483, 0x0489},  // Cyrillic.
    {0x0591, 0x05BD},   {0x05BF, 0x05BF}, {0x05C1, 0x05C2},
    {0x05C4, 0x05C5},   {0x05C7, 0x05C7},  // Hebrew.
    {0x0610, 0x061A},   {0x0640, 0x0640},  // The tatweel, which only stretches an Arabic word.
    {0x064B, 0x065F},                      // Arabic vowels, and the hamza marks.
    {0x0670, 0x0670},   {0x06D6, 0x06DC}, {0x06DF, 0x06E4},
    {0x06E7, 0x06E8},   {0x06EA, 0x06ED}, {0x0711, 0x0711},
    {0x0730, 0x074A},                                        // Syriac.
    {0x07EB, 0x07F3},                                        // Tones of N'Ko.
    {0x0898, 0x089F},   {0x08CA, 0x08E1}, {0x08E3, 0x08FF},  // More Arabic.
    {0x0E47, 0x0E4C},   {0x0E4E, 0x0E4E},                    // Tones and signs of Thai,
    {0x0EC8, 0x0ECC},   {0x0ECE, 0x0ECE},                    // of Lao,
    {0x1037, 0x1038},   {0x1087, 0x108D}, {0x108F, 0x108F},
    {0x109A, 0x109B},                                        // of Burmese and Shan,
    {0x135D, 0x135F},                                        // of Ethiopic,
    {0x17C9, 0x17D1},   {0x17D3, 0x17D3}, {0x17DD, 0x17DD},  // and of Khmer.
    {0x1AB0, 0x1AFF},   {0x1DC0, 0x1DFF}, {0x20D0, 0x20FF},
    {0xFE20, 0xFE2F},    // More accents.
    {0x1E944, 0x1E949},  // Adlam.
};

/// The dots that make letters for foreign sounds in the scripts of India: k and nukta are q.
constexpr utf8proc_propval_t kCombiningClassOfNukta = 7;

constexpr CodePoint kQuotes[] = {
    0x0022, 0x0060, 0x00AB, 0x00B4, 0x00BB,                          // ", `, guillemets, an accent.
    0x02B9, 0x02BA, 0x02BB, 0x02BC, 0x02BD, 0x02BE, 0x02BF, 0x02C8,  // Phonetic letters.
    0x02CA, 0x02CB, 0x02EE, 0x055A, 0x05F3, 0x05F4,                  // Armenian, Hebrew.
    0x2018, 0x2019, 0x201A, 0x201B, 0x201C, 0x201D, 0x201E, 0x201F,  // Curly ones.
    0x2032, 0x2033, 0x2035, 0x2036, 0x2039, 0x203A, 0xA78B, 0xA78C,  // Primes, the saltillo.
};

/// ASCII, Arabic, and the ideographic comma. Decomposing makes fullwidth ones ASCII.
constexpr CodePoint kCommas[] = {',', ';', 0x060C, 0x061B, 0x3001};

/// The zeros of the scripts whose digits people use besides 0 to 9. The other nine follow each.
constexpr CodePoint kZeros[] = {
    0x0660, 0x06F0, 0x07C0,                                  // Arabic, Persian, N'Ko.
    0x0966, 0x09E6, 0x0A66, 0x0AE6, 0x0B66, 0x0BE6, 0x0C66,  // The scripts of India.
    0x0CE6, 0x0D66, 0x0E50, 0x0ED0, 0x0F20, 0x1040, 0x1090, 0x17E0, 0x1810,  // Thai to Mongolian.
};

constexpr Letter kLetters[] = {
    {0x00E6, "ae"},
    {0x00F0, "d"},
    {0x00F8, "o"},
    {0x00FE, "th"},
    {0x0111, "d"},
    {0x0127, "h"},
    {0x0131, "i"},
    {0x0138, "k"},
    {0x0142, "l"},
    {0x014B, "n"},
    {0x0153, "oe"},
    {0x0167, "t"},
    {0x0180, "b"},
    {0x0188, "c"},
    {0x0192, "f"},
    {0x0199, "k"},
    {0x019A, "l"},
    {0x01A5, "p"},
    {0x01B4, "y"},
    {0x01B6, "z"},
    {0x01DD, "e"},
    {0x01E5, "g"},
    {0x0237, "j"},
    {0x023C, "c"},
    {0x0247, "e"},
    {0x0249, "j"},
    {0x024D, "r"},
    {0x024F, "y"},
    {0x0253, "b"},
    {0x0254, "o"},
    {0x0256, "d"},
    {0x0257, "d"},
    {0x0259, "e"},
    {0x025B, "e"},
    {0x0260, "g"},
    {0x0263, "g"},
    {0x0268, "i"},
    {0x0269, "i"},
    {0x0272, "n"},
    {0x0289, "u"},
    {0x028B, "v"},
    // Cyrillic letters of Ukrainian, Kazakh, Tatar, Bashkir, Kyrgyz, Tajik and others, whose names
    // are often typed with the letters of a Russian keyboard.
    {0x0491, "\u0433"},
    {0x0493, "\u0433"},
    {0x0497, "\u0436"},
    {0x0499, "\u0437"},
    {0x049B, "\u043A"},
    {0x049D, "\u043A"},
    {0x049F, "\u043A"},
    {0x04A1, "\u043A"},
    {0x04A3, "\u043D"},
    {0x04A5, "\u043D"},
    {0x04AB, "\u0441"},
    {0x04AF, "\u0443"},
    {0x04B1, "\u0443"},
    {0x04B3, "\u0445"},
    {0x04B7, "\u0447"},
    {0x04B9, "\u0447"},
    {0x04BB, "\u0445"},
    {0x04D9, "\u0430"},
    {0x04E9, "\u043E"},
    // Yiddish digraphs.
    {0x05F0, "\u05D5\u05D5"},
    {0x05F1, "\u05D5\u05D9"},
    {0x05F2, "\u05D9\u05D9"},
    // Shapes of alef, teh marbuta, yeh, kaf and heh that differ between countries.
    {0x0629, "\u0647"},
    {0x0649, "\u064A"},
    {0x0671, "\u0627"},
    {0x06A9, "\u0643"},
    {0x06BE, "\u0647"},
    {0x06C1, "\u0647"},
    {0x06CC, "\u064A"},
    {0x06D2, "\u064A"},
    {0x06D5, "\u0647"},
    {0x0901, "\u0902"},  // The chandrabindu of Devanagari, often written as an anusvara.
    // Malayalam letters that are also written as a consonant with a virama.
    {0x0D7A, "\u0D23\u0D4D"},
    {0x0D7B, "\u0D28\u0D4D"},
    {0x0D7C, "\u0D30\u0D4D"},
    {0x0D7D, "\u0D32\u0D4D"},
    {0x0D7E, "\u0D33\u0D4D"},
    {0x0D7F, "\u0D15\u0D4D"},
    {0x2C65, "a"},
    {0x2C66, "t"},
};

constexpr Range kWordsAlone[] = {
    {0x1100, 0x115F},  // Leading consonants: each decomposed Hangul syllable begins with one.
    {0x3005, 0x3007},  // The ideographic iteration mark and zero.
    {0x3041, 0x3096},  // Hiragana.
    {0x30A1, 0x30FA},  // Katakana.
    {0x3105, 0x312F},  // Bopomofo.
    {0x31A0, 0x31BF}, {0x31F0, 0x31FF},   {0x3400, 0x4DBF},
    {0x4E00, 0x9FFF}, {0xA960, 0xA97C},  // More leading consonants.
    {0xF900, 0xFAFF}, {0x1B000, 0x1B16F}, {0x20000, 0x3FFFD},
};

static_assert(std::ranges::is_sorted(kLeftOut, {}, &Range::first));
static_assert(std::ranges::is_sorted(kQuotes));
static_assert(std::ranges::is_sorted(kZeros));
static_assert(std::ranges::is_sorted(kLetters, {}, &Letter::code));
static_assert(std::ranges::is_sorted(kWordsAlone, {}, &Range::first));

bool is_in(std::span<const Range> ranges, CodePoint code) {
  const auto found = std::ranges::lower_bound(ranges, code, {}, &Range::last);
  return found != ranges.end() && found->first <= code;
}

std::optional<std::string_view> plain_digit(CodePoint code) {
  constexpr std::string_view kDigits = "0123456789";
  const auto* zero = std::ranges::upper_bound(kZeros, code);
  if (zero == std::begin(kZeros)) return std::nullopt;
  const auto value = static_cast<std::size_t>(code - *std::prev(zero));
  if (value >= kDigits.size()) return std::nullopt;
  return kDigits.substr(value, 1);
}

}  // namespace

bool is_left_out(CodePoint code) {
  if (code < std::begin(kLeftOut)->first) return false;  // As in every ASCII name.
  return is_in(kLeftOut, code) ||
         utf8proc_get_property(code)->combining_class == kCombiningClassOfNukta;
}

bool is_quote(CodePoint code) { return std::ranges::binary_search(kQuotes, code); }

bool is_comma(CodePoint code) { return std::ranges::find(kCommas, code) != std::end(kCommas); }

std::optional<std::string_view> plain_spelling(CodePoint code) {
  if (code < std::begin(kLetters)->code) return std::nullopt;  // As in every ASCII name.
  const auto* letter = std::ranges::lower_bound(kLetters, code, {}, &Letter::code);
  if (letter != std::end(kLetters) && letter->code == code) return letter->plain;
  return plain_digit(code);
}

bool begins_word(CodePoint code) { return is_in(kWordsAlone, code); }

}  // namespace parley::core
