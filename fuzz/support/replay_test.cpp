// Runs every fuzz target once with each input of its corpus. Needs no Clang, so every build has it.
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "fuzz_targets.hpp"

namespace parley::fuzz {
namespace {

namespace fs = std::filesystem;

std::vector<fs::path> corpus_of(const Target& target) {
  std::vector<fs::path> files;
  for (const auto& entry : fs::directory_iterator(fs::path(PARLEY_FUZZ_CORPUS) / target.name))
    files.push_back(entry.path());
  return files;
}

class FuzzReplay : public ::testing::TestWithParam<Target> {};

TEST_P(FuzzReplay, HoldsForTheWholeCorpus) {
  const auto files = corpus_of(GetParam());
  EXPECT_FALSE(files.empty());
  for (const auto& file : files) {
    SCOPED_TRACE(file.filename().string());
    std::ifstream in(file, std::ios::binary);
    // An exact copy of the input, so that ASan detects reads past its end.
    const std::vector<char> bytes{std::istreambuf_iterator<char>(in), {}};
    const auto* data = reinterpret_cast<const std::uint8_t*>(bytes.data());
    EXPECT_NO_THROW(static_cast<void>(GetParam().run(data, bytes.size())));
  }
}

TEST_P(FuzzReplay, HoldsForNothing) {
  EXPECT_NO_THROW(static_cast<void>(GetParam().run(nullptr, 0)));
}

INSTANTIATE_TEST_SUITE_P(Targets, FuzzReplay, ::testing::ValuesIn(kTargets),
                         [](const auto& target) { return std::string(target.param.name); });

}  // namespace
}  // namespace parley::fuzz
