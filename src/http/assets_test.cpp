#include "http/assets.hpp"

#include <gmock/gmock.h>

#include <algorithm>

#include "http/embedded_assets.hpp"

namespace parley::http {
namespace {

using ::testing::Contains;
using ::testing::HasSubstr;
using ::testing::Key;
using ::testing::Not;
using ::testing::Pair;

constexpr Asset kFiles[] = {
    {"/", "text/html; charset=utf-8", R"("page")", "<html>"},
    {"/assets/logo.svg", "image/svg+xml", R"("logo")", "<svg>"},
    {"/assets/tryit/page.js", "text/javascript; charset=utf-8", R"("js")", "run()"},
    {"/dashboard/assets/app-1a2b.js", "text/javascript; charset=utf-8", R"("app")", "app()", "<br>",
     "<gzip>"},
    {"/dashboard/index.html", "text/html; charset=utf-8", R"("dash")", "<dashboard>"},
    {"/openapi.yaml", "application/yaml; charset=utf-8", R"("api")", "openapi: 3.1.0"},
};

void set(api::Request& request, api::Header name, std::string_view value) {
  request.headers[static_cast<std::size_t>(name)] = value;
}

api::Request get(std::string_view path, std::string_view if_none_match = "") {
  api::Request request;
  request.method_name = "GET";
  request.path = path;
  set(request, api::Header::if_none_match, if_none_match);
  return request;
}

TEST(Assets, ServeFilesWithTheirTypeAndTag) {
  const Assets assets(kFiles, true);
  const auto logo = assets.answer(get("/assets/logo.svg")).value();
  EXPECT_EQ(logo.status, 200);
  EXPECT_EQ(logo.content(), "<svg>");
  EXPECT_EQ(logo.content_type, "image/svg+xml");
  EXPECT_THAT(logo.headers, Contains(Pair("etag", R"("logo")")));
  EXPECT_THAT(logo.headers, Contains(Pair("cache-control", "public, max-age=3600")));
  const auto page = assets.answer(get("/")).value();
  EXPECT_EQ(page.content(), "<html>");
  EXPECT_THAT(page.headers, Contains(Pair("cache-control", "no-cache")));
  EXPECT_THAT(page.headers, Contains(Pair("content-security-policy",
                                          ::testing::AllOf(HasSubstr("default-src 'self'"),
                                                           HasSubstr("frame-ancestors 'none'"),
                                                           Not(HasSubstr("unsafe"))))));
  EXPECT_EQ(assets.answer(get("/openapi.yaml"))->content(), "openapi: 3.1.0");
}

TEST(Assets, SendNothingThatTheClientHas) {
  const Assets assets(kFiles, true);
  for (const auto* tag : {R"("logo")", R"(W/"logo")", R"("x", "logo")", "*"}) {
    const auto answer = assets.answer(get("/assets/logo.svg", tag)).value();
    EXPECT_EQ(answer.status, 304) << tag;
    EXPECT_EQ(answer.content(), "");
    EXPECT_THAT(answer.headers, Contains(Key("etag")));
  }
  EXPECT_EQ(assets.answer(get("/assets/logo.svg", R"("old")"))->status, 200);
}

TEST(Assets, LeaveOtherPathsToTheApi) {
  const Assets assets(kFiles, true);
  for (const auto* path : {"/v3/me", "/assets", "/assets/", "/assets/none.svg",
                           "/assets/../openapi.yaml", "/openapi.yaml/x", "//", "/index.html",
                           "/dashboards", "/dashboard/none.js", "/dashboard/assets/none"}) {
    EXPECT_FALSE(assets.answer(get(path))) << path;
  }
}

TEST(Assets, HaveNoMethodButGetAndHead) {
  const Assets assets(kFiles, true);
  for (const auto* path : {"/", "/assets/logo.svg", "/dashboard/apps"}) {
    auto request = get(path);
    request.method = api::Method::post;
    const auto refused = assets.answer(request);
    ASSERT_TRUE(refused) << path;
    EXPECT_EQ(refused->status, 405);
    EXPECT_THAT(refused->headers, Contains(Pair("allow", "GET, HEAD, OPTIONS")));
    request.method = api::Method::options;
    const auto methods = assets.answer(request);
    ASSERT_TRUE(methods) << path;
    EXPECT_EQ(methods->status, 204);
    EXPECT_THAT(methods->headers, Contains(Pair("allow", "GET, HEAD, OPTIONS")));
  }
  auto elsewhere = get("/v3/me");
  elsewhere.method = api::Method::post;
  EXPECT_FALSE(assets.answer(elsewhere));
}

TEST(Assets, CanBeReadByEveryPageButTheDashboardAndTheTryItPage) {
  const Assets assets(kFiles, true);
  const auto is_open = [&](const char* path) {
    return assets.answer(get(path))->fixed_headers.find("access-control-allow-origin: *") !=
           std::string_view::npos;
  };
  EXPECT_TRUE(is_open("/assets/logo.svg"));
  EXPECT_FALSE(is_open("/dashboard"));
  EXPECT_FALSE(is_open("/"));
  EXPECT_FALSE(is_open("/assets/tryit/page.js"));
}

TEST(Assets, HideTheTryItPageWhereItIsOff) {
  const Assets on(kFiles, true);
  const Assets off(kFiles, false);
  for (const auto* path : {"/", "/assets/tryit/page.js"}) {
    EXPECT_TRUE(on.answer(get(path))) << path;
    EXPECT_FALSE(off.answer(get(path))) << path;
  }
  EXPECT_TRUE(off.answer(get("/assets/logo.svg")));
}

TEST(Assets, TellHowToBuildThePageWhenItIsMissing) {
  const auto answer = Assets(std::span(kFiles).subspan(1), true).answer(get("/")).value();
  EXPECT_EQ(answer.status, 200);
  EXPECT_EQ(answer.content_type, "text/html; charset=utf-8");
  EXPECT_THAT(answer.content(), HasSubstr("make build"));
}

TEST(Assets, SendTheFormThatTheClientTakes) {
  const Assets assets(kFiles, false);
  auto request = get("/dashboard/assets/app-1a2b.js");
  const auto plain = assets.answer(request).value();
  EXPECT_EQ(plain.content(), "app()");
  EXPECT_THAT(plain.headers, Not(Contains(Key("content-encoding"))));
  EXPECT_THAT(plain.headers, Contains(Pair("vary", "accept-encoding")));

  set(request, api::Header::accept_encoding, "gzip, br");
  const auto best = assets.answer(request).value();
  EXPECT_EQ(best.content(), "<br>");
  EXPECT_THAT(best.headers, Contains(Pair("content-encoding", "br")));
  EXPECT_THAT(best.headers, Contains(Pair("etag", R"("app-br")")));

  set(request, api::Header::accept_encoding, "gzip");
  EXPECT_EQ(assets.answer(request)->content(), "<gzip>");
  set(request, api::Header::if_none_match, R"("app-br")");
  EXPECT_EQ(assets.answer(request)->status, 200) << "the tag belongs to another encoding";
  set(request, api::Header::if_none_match, R"("app-gzip")");
  EXPECT_EQ(assets.answer(request)->status, 304);
}

TEST(Assets, AnswerEveryPathOfTheDashboardWithItsPage) {
  const Assets assets(kFiles, false);
  for (const auto* path : {"/dashboard", "/dashboard/", "/dashboard/sign-in",
                           "/dashboard/apps/my-app/users/superhero1"}) {
    const auto page = assets.answer(get(path)).value();
    EXPECT_EQ(page.content(), "<dashboard>") << path;
    EXPECT_THAT(page.headers, Contains(Pair("cache-control", "no-cache")));
    EXPECT_THAT(page.headers, Contains(Pair("x-frame-options", "DENY")));
    EXPECT_THAT(page.headers, Contains(Pair("cross-origin-opener-policy", "same-origin")));
    EXPECT_THAT(page.headers, Contains(Pair("referrer-policy", "no-referrer")));
  }
  const auto script = assets.answer(get("/dashboard/assets/app-1a2b.js")).value();
  EXPECT_THAT(script.headers,
              Contains(Pair("cache-control", "public, max-age=31536000, immutable")));
}

TEST(Assets, HoldBrowsersToHttpsOnceTheyCameByIt) {
  const auto* const header = "strict-transport-security";
  auto request = get("/dashboard");
  EXPECT_THAT(Assets(kFiles, false).answer(request)->headers, Not(Contains(Key(header))));
  request.secure = true;
  EXPECT_THAT(Assets(kFiles, false).answer(request)->headers, Contains(Key(header)));
  EXPECT_THAT(Assets(kFiles, true).answer(request)->headers, Not(Contains(Key(header))));
}

TEST(EmbeddedAssets, AreOrderedAndHoldTheLogo) {
  const auto files = embedded_assets();
  EXPECT_TRUE(std::ranges::is_sorted(files, {}, &Asset::path));
  const auto logo = Assets(false).answer(get("/assets/logo.svg")).value();
  EXPECT_THAT(logo.content(), ::testing::StartsWith("<svg"));
  EXPECT_THAT(logo.content(), HasSubstr("</svg>"));
}

}  // namespace
}  // namespace parley::http
