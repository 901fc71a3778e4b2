-- Creates users with unique uids.
local round = os.getenv("BENCH_ROUND")
local count = 0
request = function()
  count = count + 1
  local body = string.format('{"uid":"made-%s-%d","name":"Made User %d"}', round, count, count)
  return wrk.format("POST", "/v3/users", nil, body)
end
