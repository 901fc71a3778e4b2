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

Response page(wire::ListText objects, const Paging& paging, std::uint64_t total,
              std::string cursor) {
  Response response;
  response.body = std::move(objects).body({.total = total,
                                           .per_page = paging.per_page,
                                           .page = paging.page,
                                           .cursor = std::move(cursor)});
  return response;
}

Response list(const json::array& all, const Paging& paging) {
  const auto first =
      std::min<std::size_t>(std::size_t{paging.page - 1} * paging.per_page, all.size());
  const auto last = std::min<std::size_t>(first + paging.per_page, all.size());
  wire::ListText part;
  for (auto i = first; i < last; ++i) part.add(all[i]);
  return page(std::move(part), paging, all.size());
}

}  // namespace parley::api
