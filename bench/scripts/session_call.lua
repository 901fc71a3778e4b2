-- The session call, which a client makes at every start, by each user in turn.
dofile("bench/scripts/tokens.lua")
local body = '{"platform":"web","deviceId":"bench","appInfo":{"v":1}}'
request = function()
  return wrk.format("PUT", "/v3/me", { authToken = next_token() }, body)
end
