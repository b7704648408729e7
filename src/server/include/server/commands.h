#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

/// The commands of `kelisim`. Each returns the exit code of the process: 0 all is well, 1 the thing asked about is
/// not, 2 it could not be done.
namespace kelisim::server {

/// Where a business stands.
struct Place {
  std::filesystem::path brand = "brands/harmonia";
  std::filesystem::path data = "data";
  std::string postgres = {};
  bool sandbox = false;
  std::filesystem::path astrology = {};  ///< as BusinessOptions::astrology
  std::filesystem::path atlas = "build/data/atlas.tsv";
};

struct ServeOptions {
  Place place;
  std::string address = "127.0.0.1";
  std::uint16_t port = 8080;        ///< 0: any free one, and the acquirer's too; both are printed
  std::uint16_t acquirer_port = 0;  ///< of the sandbox's acquirer; 0: the next after `port`
  std::string origin = {};          ///< as browsers see us; empty: http://localhost:<port>
  std::filesystem::path web = "web/dist";
  int threads = 1;
  /// Addresses of the proxies before us, whose X-Forwarded-For tells the client's. Without them everybody behind a
  /// proxy is one address, and shares the bounds of one.
  std::vector<std::string> trusted_proxies = {};
};

/// Prints where it serves once it does, serves until SIGINT or SIGTERM, then finishes what is running.
int serve(ServeOptions const& asked);

/// Decides every stored decision again and prints those that differ.
int replay(Place const& place);

struct WhatIfOptions {
  Place place;
  std::filesystem::path terms;  ///< a file of terms, in the brand's folder or not
  std::string from;             ///< the first day, `2026-12-01`, in the brand's zone
  std::string to;               ///< the last day
};
/// Decides the past again under other terms, prints every decision that comes out otherwise as it comes, then the
/// sums by month and in all. 1: the terms lack what the decisions need.
int what_if(WhatIfOptions const& options);

/// Checks the hash chain of the audit log from its first row.
int verify_audit(Place const& place);

/// Checks an exported case: every file against the signed hash list. `key`: of the server; empty: the key in the
/// archive is believed.
int verify_case(std::filesystem::path const& archive, std::string const& key);

/// Checks a record of a session that one of the two has downloaded. `key` as above.
int verify_record(std::filesystem::path const& file, std::string const& key);

/// Recomputes every balance of the ledger from its postings.
int check_ledger(Place const& place);

/// Prints the OpenAPI description of the brand's routes; needs no data (`place.data` is not looked at).
int print_openapi(Place const& place);

struct MailOptions {
  std::filesystem::path data = "data";
  std::string authserv_id = {};  ///< as letters::read_letter
};
/// Reads one message from the standard input and leaves it for the server to take in: what a mail server pipes a copy
/// of each letter into. Its codes are those of such pipes: 0 taken, 65 no letter, 75 try again later.
int take_mail(MailOptions const& options);

struct NewStaff {
  Place place;
  std::string phone;
  std::string role;
  std::string name;
};
/// Makes an account of staff and prints, once, the address that an authenticator app reads.
int add_staff(NewStaff const& staff);

}  // namespace kelisim::server
