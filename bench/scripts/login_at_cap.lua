-- Logs in the users of bench/capped_users.mjs in turn, repeatedly.
local users = 20
local count = 0
request = function()
  count = (count + 1) % users
  local path = string.format("/v3/users/capped-%d/auth_tokens", count)
  return wrk.format("POST", path, nil, '{"platform":"bench"}')
end
