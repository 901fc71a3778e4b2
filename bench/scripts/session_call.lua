-- The call of a client at every start of its app.
request = function()
  return wrk.format("PUT", "/v3/me", nil, '{"platform":"web","deviceId":"bench","appInfo":{"v":1}}')
end
