-- The call of a client at every start of its app, by each user in turn.
dofile("bench/scripts/tokens.lua")
local body = '{"platform":"web","deviceId":"bench","appInfo":{"v":1}}'
request = function()
  return wrk.format("PUT", "/v3/me", { authToken = next_token() }, body)
end
