// Storage interface for administrators.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "core/administrator/administrator.hpp"

namespace parley::core {

/// Part of a Transaction (core/store.hpp), whose rules for threads and failures apply here.
/// Administrators belong to the server, so there are no app ids.
class AdministratorStore {
 public:
  virtual ~AdministratorStore() = default;

  [[nodiscard]] virtual std::optional<Administrator> find(std::string_view id) = 0;
  [[nodiscard]] virtual std::optional<Administrator> find_by_email(std::string_view email) = 0;

  /// Ordered by email; at most kMaxAdministrators.
  [[nodiscard]] virtual std::vector<Administrator> list() = 0;

  /// False when the email is taken.
  virtual bool insert(const Administrator& administrator) = 0;

  /// Sets all fields except id, email and created_at. False when there is none with this id.
  virtual bool update(const Administrator& administrator) = 0;

  /// Also removes all sessions and links. False when there is none with this id.
  virtual bool remove(std::string_view id) = 0;

  /// Also finds expired sessions.
  [[nodiscard]] virtual std::optional<AdminSession> find_session(const crypto::Sha256& digest) = 0;

  /// All sessions of one administrator, expired ones included, newest first.
  [[nodiscard]] virtual std::vector<AdminSession> list_sessions(
      std::string_view administrator_id) = 0;

  /// The administrator must exist. id and digest are random, so they are new.
  virtual void insert_session(const AdminSession& session) = 0;

  /// Sets last_used_at and last_ip, if the session still exists.
  virtual void touch_session(const AdminSession& session) = 0;

  /// False when the administrator has no session with this id.
  virtual bool remove_session(std::string_view administrator_id, std::string_view session_id) = 0;

  /// Removes all sessions of the administrator except `except_id` (empty = no exception).
  virtual void remove_sessions(std::string_view administrator_id, std::string_view except_id) = 0;

  /// The administrator must exist. The digest is random, so it is new.
  virtual void insert_link(const SignInLink& link) = 0;

  /// Removes and returns the link, expired or not, so that it cannot be used twice.
  virtual std::optional<SignInLink> take_link(const crypto::Sha256& digest) = 0;

  /// Removes all links of the administrator.
  virtual void remove_links(std::string_view administrator_id) = 0;

  /// Records a sign-in. The administrator must exist. Keeps only the
  /// kKnownAddressesPerAdministrator most recently used addresses.
  virtual void remember_address(const KnownAddress& address) = 0;

  /// Whether the administrator signed in from `network` after `since`. The id need not exist.
  [[nodiscard]] virtual bool knows_address(std::string_view administrator_id,
                                           std::string_view network, Time since) = 0;

  /// Housekeeping: removes sessions last used at `sessions_unused_since` or before, addresses last
  /// used at `addresses_unused_since` or before, and links that expired at `now` or before.
  virtual void purge(Time sessions_unused_since, Time addresses_unused_since, Time now) = 0;
};

}  // namespace parley::core
