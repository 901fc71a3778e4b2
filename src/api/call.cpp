#include "api/call.hpp"

#include <algorithm>
#include <utility>

namespace parley::api {

Result<Paging> Call::paging() const {
  auto parsed = query();
  if (!parsed) return parsed.error();
  const auto wanted = parsed->paging();
  if (auto status = parsed->finish(); !status) return status.error();
  return wanted;
}

Response page(json::array objects, const Paging& paging, std::uint64_t total, std::string cursor) {
  Response response;
  response.body = wire::list_body(std::move(objects), {.total = total,
                                                       .per_page = paging.per_page,
                                                       .page = paging.page,
                                                       .cursor = std::move(cursor)});
  return response;
}

Response list(json::array all, const Paging& paging) {
  const auto first =
      std::min<std::size_t>(std::size_t{paging.page - 1} * paging.per_page, all.size());
  const auto last = std::min<std::size_t>(first + paging.per_page, all.size());
  json::array part(all.begin() + first, all.begin() + last);
  return page(std::move(part), paging, all.size());
}

}  // namespace parley::api
