// The requests of a load, made from a template of paths, request numbers and tokens.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace parley::bench {

/// `{n}` is replaced by the number of the request, `{token}` by an auth token.
struct RequestTemplate {
  std::string method = "GET";
  std::vector<std::string> paths;    ///< At least one; requests use them in turn.
  std::vector<std::string> headers;  ///< `name: value`
  std::string body;                  ///< JSON, or empty.
};

class Requests {
 public:
  /// `tokens`: a file with one token per line, or empty. `first`: the value of `{n}` in the first
  /// request.
  Requests(const RequestTemplate& request, const std::string& tokens, unsigned short port,
           std::size_t first);

  /// Returns request `number` (from 0) as sent on the wire.
  [[nodiscard]] std::string text(std::size_t number) const;

 private:
  [[nodiscard]] std::string filled(std::string text, std::size_t number) const;

  std::vector<std::string> heads_;  ///< Per path, without Content-Length.
  std::string body_;
  std::vector<std::string> tokens_;
  std::size_t first_;
};

}  // namespace parley::bench
