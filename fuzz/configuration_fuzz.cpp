// The configuration file: any content is either valid, or rejected with an error message of one
// line.
#include "daemon/configuration/configuration.hpp"

#include <sys/mman.h>
#include <unistd.h>

#include <fmt/format.h>

#include "support/fuzz.hpp"

namespace parley::daemon {
namespace {

using fuzz::check;

/// A file in memory with the given content.
class MemoryFile {
 public:
  explicit MemoryFile(std::string_view content) {
    check(descriptor_ >= 0, "memfd_create() succeeds");
    check(::write(descriptor_, content.data(), content.size()) ==
              static_cast<ssize_t>(content.size()),
          "the content is written to the file");
  }
  ~MemoryFile() { ::close(descriptor_); }
  MemoryFile(const MemoryFile&) = delete;
  MemoryFile& operator=(const MemoryFile&) = delete;

  [[nodiscard]] std::string path() const { return fmt::format("/proc/self/fd/{}", descriptor_); }

 private:
  int descriptor_ = ::memfd_create("configuration", MFD_CLOEXEC);
};

void check_file(std::string_view content) {
  const MemoryFile file(content);
  const auto texts = read_configuration_file(file.path());
  const auto loaded =
      load_configuration({.environment = [](const char*) { return nullptr; }, .file = file.path()});
  const auto is_line = [](const Error& error) {
    return !error->message.empty() && error->message.find('\n') == std::string::npos;
  };
  if (!texts) check(is_line(texts.error()), "an error is one line");
  if (!loaded) check(is_line(loaded.error()), "an error is one line");
  check(texts || !loaded, "a file that cannot be read yields no configuration");
}

}  // namespace
}  // namespace parley::daemon

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  parley::daemon::check_file(parley::fuzz::as_text(data, size));
  return 0;
}
