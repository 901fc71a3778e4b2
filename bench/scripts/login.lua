-- Logs the first 1000 imported users in, one after the other, on and on.
local count = 0
request = function()
  count = (count + 1) % 1000
  local path = string.format("/v3/users/imported-%d/auth_tokens", count)
  return wrk.format("POST", path, nil, '{"platform":"bench"}')
end
