// The requests of a load: a template, in which paths, numbers and tokens are put.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace parley::bench {

/// `{n}` stands for the number of the request, `{token}` for an auth token.
struct RequestTemplate {
  std::string method = "GET";
  std::vector<std::string> paths;    ///< At least one; request n has the one in turn.
  std::vector<std::string> headers;  ///< `name: value`
  std::string body;                  ///< JSON, or empty.
};

class Requests {
 public:
  /// `tokens`: a file with one a line, or empty. `first`: the number of the first request.
  Requests(const RequestTemplate& request, const std::string& tokens, unsigned short port,
           std::size_t first);

  /// Request `number` (from 0) as bytes.
  [[nodiscard]] std::string text(std::size_t number) const;

 private:
  [[nodiscard]] std::string filled(std::string text, std::size_t number) const;

  std::vector<std::string> heads_;  ///< By path, up to the body's length.
  std::string body_;
  std::vector<std::string> tokens_;
  std::size_t first_;
};

}  // namespace parley::bench
