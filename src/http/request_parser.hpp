// Parses one request with Beast's parser, and stricter wherever two HTTP parsers could disagree.
#pragma once

#include <cstddef>
#include <cstdint>
#include <forward_list>
#include <optional>
#include <string>
#include <string_view>

#include <boost/beast/http/basic_parser.hpp>

#include "api/request.hpp"
#include "http/chunk_decoder.hpp"

namespace parley::http {

class RequestParser final : private boost::beast::http::basic_parser<true> {
  using Base = boost::beast::http::basic_parser<true>;
  using Code = boost::beast::error_code;
  using Text = boost::beast::string_view;

 public:
  enum class ParseResult { incomplete, complete, malformed, too_large, encoded };

  /// Fills `request` and `body`, which must outlive the parser; `body` must be empty. A header of
  /// `request` that came in several lines refers to memory of the parser.
  RequestParser(api::Request& request, std::string& body);

  /// Parses a complete head, as found by HeadScanner. The other views of the request refer to
  /// `head`, which must stay valid. Returns complete if the request has no body, incomplete if a
  /// body follows, or malformed.
  ParseResult parse_head(std::string_view head);

  /// Parses a part of the body and appends its content to the body. Returns too_large if the body
  /// has more than `limit` bytes. Sets `consumed` to the number of bytes used; pass the rest again,
  /// together with the bytes that follow.
  ParseResult parse_body(std::string_view received, std::size_t limit, std::size_t& consumed);

  /// What is wrong, in words. Valid after ParseResult::malformed.
  [[nodiscard]] std::string_view problem() const { return problem_; }

  // Valid once parse_head() has returned, unless it was malformed:
  [[nodiscard]] bool keeps_alive() const { return keep_alive(); }
  [[nodiscard]] bool is_http_1_0() const { return !http_1_1_; }
  [[nodiscard]] bool expects_continue() const { return expects_continue_; }
  /// The value of Content-Length; 0 if there is none.
  [[nodiscard]] std::uint64_t announced_body_size() const { return content_length().value_or(0); }
  /// Whether Content-Encoding is present and not `identity`.
  [[nodiscard]] bool is_encoded() const { return is_encoded_; }

 private:
  ParseResult decode_chunks(std::string_view received, std::size_t limit, std::size_t& consumed);
  ParseResult verdict(const Code& code);
  void refuse(std::string_view problem, Code& code);
  void read_target(std::string_view target, Code& code);
  void take_authority(Code& code);
  [[nodiscard]] bool is_seen(api::Header name) const;
  void set_header(api::Header name, std::string_view value);
  std::string_view join(api::Header name, std::string_view first, std::string_view second);
  void check_framing(boost::beast::http::field name, Text value, Code& code);
  void check_host(Text value, Code& code);

  void on_request_impl(boost::beast::http::verb method, Text method_name, Text target, int version,
                       Code& code) override;
  void on_response_impl(int status, Text reason, int version, Code& code) override;
  void on_field_impl(boost::beast::http::field field, Text name, Text value, Code& code) override;
  void on_header_impl(Code& code) override;
  void on_body_init_impl(const boost::optional<std::uint64_t>& size, Code& code) override;
  std::size_t on_body_impl(Text bytes, Code& code) override;
  void on_chunk_header_impl(std::uint64_t size, Text extensions, Code& code) override;
  std::size_t on_chunk_body_impl(std::uint64_t remaining, Text bytes, Code& code) override;
  void on_finish_impl(Code& code) override;

  /// The joined value of a header that came in several lines.
  struct Joined {
    api::Header name;
    std::string values;
  };

  api::Request& request_;
  std::string& body_;
  std::forward_list<Joined> joined_;
  std::size_t body_limit_ = 0;
  ChunkDecoder chunks_;
  std::string_view problem_;
  bool head_done_ = false;
  bool http_1_1_ = false;
  bool has_host_ = false;
  bool has_content_length_ = false;
  bool has_transfer_encoding_ = false;
  bool expects_continue_ = false;
  bool target_names_host_ = false;
  bool is_encoded_ = false;
};

}  // namespace parley::http
