#include "daemon/account.hpp"

#include <pwd.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <string>
#include <system_error>

namespace parley::daemon {

core::Actor account(uid_t number) {
  auto text = std::to_string(number);
  passwd entry{};
  passwd* found = nullptr;
  std::array<char, 4096> texts{};
  ::getpwuid_r(number, &entry, texts.data(), texts.size(), &found);
  std::string name = found != nullptr ? entry.pw_name : text;
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
