#include "base/replace_file.hpp"

#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>

#include "base/descriptor.hpp"
#include "base/sync_directory.hpp"
#include "base/write_all.hpp"

namespace parley {
namespace {

std::error_code last_failure() { return {errno, std::generic_category()}; }

std::error_code write_durably(const std::filesystem::path& file, std::string_view content,
                              std::filesystem::perms permissions) {
  const Descriptor out(file, O_WRONLY | O_CREAT | O_TRUNC);
  if (!out.is_open()) return last_failure();
  if (::fchmod(out.number(), static_cast<mode_t>(permissions)) != 0) return last_failure();
  if (!write_all(out.number(), content).empty()) return last_failure();
  return ::fsync(out.number()) == 0 ? std::error_code() : last_failure();
}

}  // namespace

std::error_code replace_file(const std::filesystem::path& file, std::string_view content,
                             std::filesystem::perms permissions) {
  auto temporary = file;
  temporary += ".new";
  auto failure = write_durably(temporary, content, permissions);
  if (!failure && std::rename(temporary.c_str(), file.c_str()) != 0) failure = last_failure();
  if (!failure) return sync_directory(file.parent_path());
  ::unlink(temporary.c_str());
  return failure;
}

}  // namespace parley
