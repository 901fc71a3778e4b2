#include "daemon/command_line/account.hpp"

#include <pwd.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdio>
#include <memory>
#include <optional>
#include <string>
#include <system_error>

namespace parley::daemon {

namespace {

/// Reads /etc/passwd only: getpwuid() may block on a directory service.
std::optional<std::string> local_name(uid_t number) {
  const std::unique_ptr<std::FILE, decltype(&std::fclose)> file(std::fopen("/etc/passwd", "re"),
                                                                &std::fclose);
  passwd entry{};
  passwd* found = nullptr;
  std::array<char, 4096> texts{};
  while (file && ::fgetpwent_r(file.get(), &entry, texts.data(), texts.size(), &found) == 0) {
    if (entry.pw_uid == number) return entry.pw_name;
  }
  return std::nullopt;
}

}  // namespace

core::Actor account(uid_t number) {
  auto text = std::to_string(number);
  auto name = local_name(number).value_or(text);
  return {core::ActorKind::account, std::move(text), std::move(name), {}};
}

core::Actor own_account() { return account(::geteuid()); }

core::Actor peer_account(int socket) {
  ucred peer{};
  socklen_t size = sizeof peer;
  if (::getsockopt(socket, SOL_SOCKET, SO_PEERCRED, &peer, &size) != 0)
    throw std::system_error(errno, std::generic_category(), "SO_PEERCRED");
  return account(peer.uid);
}

}  // namespace parley::daemon
