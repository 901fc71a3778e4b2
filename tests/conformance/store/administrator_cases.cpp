#include <gmock/gmock.h>

#include "conformance/store/samples.hpp"
#include "conformance/store/store_suite.hpp"

namespace parley::store_suite {

using core::Administrator;
using core::AdminSession;
using core::SignInLink;
using core::Transaction;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Optional;

/// Administrators belong to the server, not to an app, so each case is repeated with another
/// administrator instead of another app.
class AdministratorCase : public StoreCase {
 protected:
  void SetUp() override {
    StoreCase::SetUp();
    write([](Transaction& transaction) {
      return transaction.administrators().insert(sample_administrator("ann")) &&
             transaction.administrators().insert(sample_administrator("bob"));
    });
  }

  std::optional<Administrator> find(std::string_view id) {
    return read([&](Transaction& transaction) { return transaction.administrators().find(id); });
  }

  AdminSession insert(const AdminSession& session) {
    write([&](Transaction& transaction) { transaction.administrators().insert_session(session); });
    return session;
  }

  std::vector<AdminSession> sessions_of(std::string_view id) {
    return read(
        [&](Transaction& transaction) { return transaction.administrators().list_sessions(id); });
  }

  SignInLink insert(const SignInLink& link) {
    write([&](Transaction& transaction) { transaction.administrators().insert_link(link); });
    return link;
  }

  std::optional<SignInLink> take(const SignInLink& link) {
    return write([&](Transaction& transaction) {
      return transaction.administrators().take_link(link.digest);
    });
  }

  void remember(const std::string& name, std::string_view network, Time when) {
    write([&](Transaction& transaction) {
      transaction.administrators().remember_address({"adm_" + name, std::string(network), when});
    });
  }

  bool knows(const std::string& name, std::string_view network, Time since = at(-1)) {
    return read([&](Transaction& transaction) {
      return transaction.administrators().knows_address("adm_" + name, network, since);
    });
  }
};

PARLEY_RUN_ON_EVERY_ENGINE(AdministratorCase);

TEST_P(AdministratorCase, KeepsEveryField) {
  reopen();
  EXPECT_THAT(find("adm_ann"), Optional(sample_administrator("ann")));
  EXPECT_EQ(find("adm_nobody"), std::nullopt);
  const auto by_email = [&](std::string_view email) {
    return read([&](Transaction& transaction) {
      return transaction.administrators().find_by_email(email);
    });
  };
  EXPECT_THAT(by_email("bob@example.com"), Optional(sample_administrator("bob")));
  EXPECT_EQ(by_email("bob@example.org"), std::nullopt);
}

TEST_P(AdministratorCase, ListsByEmail) {
  write([](Transaction& transaction) {
    return transaction.administrators().insert(sample_administrator("aaron"));
  });
  EXPECT_THAT(read([](Transaction& transaction) { return transaction.administrators().list(); }),
              ElementsAre(sample_administrator("aaron"), sample_administrator("ann"),
                          sample_administrator("bob")));
}

TEST_P(AdministratorCase, AnEmailIsTakenOnce) {
  auto second = sample_administrator("ann");
  second.id = "adm_other";
  EXPECT_FALSE(
      write([&](Transaction& transaction) { return transaction.administrators().insert(second); }));
  EXPECT_EQ(find("adm_other"), std::nullopt);
}

TEST_P(AdministratorCase, UpdateSetsAllButIdEmailAndCreationOfThisOne) {
  auto changed = sample_administrator("ann");
  changed.name = "Renamed";
  changed.role = core::AdminRole::viewer;
  changed.password_hash = "";
  changed.updated_at = at(900);
  changed.last_signed_in_at = at(901);
  auto asked = changed;
  asked.email = "other@example.com";
  asked.created_at = at(999);
  const auto update = [&](const Administrator& administrator) {
    return write([&](Transaction& transaction) {
      return transaction.administrators().update(administrator);
    });
  };
  EXPECT_TRUE(update(asked));
  EXPECT_THAT(find("adm_ann"), Optional(changed));
  EXPECT_THAT(find("adm_bob"), Optional(sample_administrator("bob")));
  EXPECT_FALSE(update(sample_administrator("nobody")));
}

TEST_P(AdministratorCase, RemoveTakesSessionsAndLinksAlongAndLeavesOthers) {
  insert(sample_admin_session("ann", "ads_1"));
  const auto bobs = insert(sample_admin_session("bob", "ads_2"));
  const auto link = insert(sample_link("ann", "1"));
  const auto bobs_link = insert(sample_link("bob", "2"));
  const auto remove = [&](std::string_view id) {
    return write([&](Transaction& transaction) { return transaction.administrators().remove(id); });
  };
  EXPECT_TRUE(remove("adm_ann"));
  EXPECT_FALSE(remove("adm_ann"));
  EXPECT_EQ(find("adm_ann"), std::nullopt);
  EXPECT_THAT(sessions_of("adm_ann"), IsEmpty());
  EXPECT_THAT(sessions_of("adm_bob"), ElementsAre(bobs));
  EXPECT_EQ(take(link), std::nullopt);
  EXPECT_THAT(take(bobs_link), Optional(bobs_link));
}

TEST_P(AdministratorCase, SessionsKeepEveryFieldAndComeNewestFirst) {
  const auto older = insert(sample_admin_session("ann", "ads_9", at(10)));
  const auto newer = insert(sample_admin_session("ann", "ads_1", at(20)));
  insert(sample_admin_session("bob", "ads_5", at(15)));
  reopen();
  EXPECT_THAT(sessions_of("adm_ann"), ElementsAre(newer, older));
  const auto find_session = [&](const crypto::Sha256& digest) {
    return read([&](Transaction& transaction) {
      return transaction.administrators().find_session(digest);
    });
  };
  EXPECT_THAT(find_session(older.digest), Optional(older));
  EXPECT_EQ(find_session(crypto::sha256("unknown")), std::nullopt);
}

TEST_P(AdministratorCase, TouchSetsTheLastUseOfOneSession) {
  auto used = insert(sample_admin_session("ann", "ads_1"));
  const auto other = insert(sample_admin_session("bob", "ads_2"));
  used.last_used_at = at(500);
  used.last_ip = "2001:db8::1";
  auto asked = used;
  asked.user_agent = "another";
  write([&](Transaction& transaction) { transaction.administrators().touch_session(asked); });
  EXPECT_THAT(sessions_of("adm_ann"), ElementsAre(used));
  EXPECT_THAT(sessions_of("adm_bob"), ElementsAre(other));
}

TEST_P(AdministratorCase, ASessionIsRemovedByItsOwnAdministratorOnly) {
  insert(sample_admin_session("ann", "ads_1"));
  const auto remove = [&](std::string_view administrator) {
    return write([&](Transaction& transaction) {
      return transaction.administrators().remove_session(administrator, "ads_1");
    });
  };
  EXPECT_FALSE(remove("adm_bob"));
  EXPECT_TRUE(remove("adm_ann"));
  EXPECT_FALSE(remove("adm_ann"));
}

TEST_P(AdministratorCase, AllSessionsButOneAreRemoved) {
  insert(sample_admin_session("ann", "ads_1"));
  const auto kept = insert(sample_admin_session("ann", "ads_2"));
  const auto other = insert(sample_admin_session("bob", "ads_3"));
  const auto remove = [&](std::string_view except) {
    write([&](Transaction& transaction) {
      transaction.administrators().remove_sessions("adm_ann", except);
    });
  };
  remove("ads_2");
  EXPECT_THAT(sessions_of("adm_ann"), ElementsAre(kept));
  remove("");
  EXPECT_THAT(sessions_of("adm_ann"), IsEmpty());
  EXPECT_THAT(sessions_of("adm_bob"), ElementsAre(other));
}

TEST_P(AdministratorCase, ALinkIsTakenOnce) {
  const auto link = insert(sample_link("ann", "1"));
  const auto other = insert(sample_link("bob", "2"));
  EXPECT_THAT(take(link), Optional(link));
  EXPECT_EQ(take(link), std::nullopt);
  EXPECT_THAT(take(other), Optional(other));
}

TEST_P(AdministratorCase, TheLinksOfOneAdministratorAreRemoved) {
  const auto link = insert(sample_link("ann", "1"));
  const auto other = insert(sample_link("bob", "2"));
  write([](Transaction& transaction) { transaction.administrators().remove_links("adm_ann"); });
  EXPECT_EQ(take(link), std::nullopt);
  EXPECT_THAT(take(other), Optional(other));
}

TEST_P(AdministratorCase, AddressesBelongToOneAdministratorAndGoWithIt) {
  remember("ann", "192.0.2.1", at(50));
  reopen();
  EXPECT_TRUE(knows("ann", "192.0.2.1", at(49)));
  EXPECT_FALSE(knows("ann", "192.0.2.1", at(50)));
  EXPECT_FALSE(knows("ann", "192.0.2.2"));
  EXPECT_FALSE(knows("bob", "192.0.2.1"));
  EXPECT_FALSE(knows("nobody", "192.0.2.1"));
  remember("ann", "192.0.2.1", at(70));
  EXPECT_TRUE(knows("ann", "192.0.2.1", at(69)));
  write([](Transaction& transaction) {
    transaction.administrators().remove("adm_ann");
    transaction.administrators().insert(sample_administrator("ann"));
  });
  EXPECT_FALSE(knows("ann", "192.0.2.1"));
}

TEST_P(AdministratorCase, TheAddressesUsedLastAreKept) {
  remember("bob", "192.0.2.0", at(0));
  for (int i = 0; i < 30; ++i) remember("ann", "192.0.2." + std::to_string(i), at(i));
  for (int i = 0; i < 30; ++i) EXPECT_EQ(knows("ann", "192.0.2." + std::to_string(i)), i >= 10);
  EXPECT_TRUE(knows("bob", "192.0.2.0"));
}

TEST_P(AdministratorCase, PurgeRemovesWhatHasEndedAndNoMore) {
  insert(sample_admin_session("ann", "ads_1", at(100)));
  const auto live = insert(sample_admin_session("ann", "ads_2", at(101)));
  auto ended = sample_link("ann", "1");
  ended.expires_at = at(200);
  auto valid = sample_link("ann", "2");
  valid.expires_at = at(201);
  insert(ended);
  insert(valid);
  remember("ann", "192.0.2.1", at(50));
  remember("ann", "192.0.2.2", at(51));
  write([](Transaction& transaction) {
    transaction.administrators().purge(at(100), at(50), at(200));
  });
  EXPECT_FALSE(knows("ann", "192.0.2.1"));
  EXPECT_TRUE(knows("ann", "192.0.2.2"));
  EXPECT_THAT(sessions_of("adm_ann"), ElementsAre(live));
  EXPECT_EQ(take(ended), std::nullopt);
  EXPECT_THAT(take(valid), Optional(valid));
}

}  // namespace parley::store_suite
