-- Logs in BENCH_USERS users in turn, repeatedly.
local users = tonumber(os.getenv("BENCH_USERS"))
local count = 0
request = function()
  count = (count + 1) % users
  local path = string.format("/v3/users/user-%d/auth_tokens", count)
  return wrk.format("POST", path, nil, '{"platform":"bench"}')
end
