#include "astro_cli.h"

#include "server/commands.h"

#include <CLI/CLI.hpp>

#include <arpa/inet.h>

#include <array>
#include <exception>
#include <iostream>
#include <memory>

namespace {

using kelisim::server::Place;

void add_desk(CLI::App& command, Place& place) {
  command.add_option("--astrology", place.astrology,
                     "folder of the brand whose astro/ the astrologer's desk works by; absent: that of --brand");
  command.add_option("--atlas", place.atlas, "table of places for the astrologer's desk")->capture_default_str();
}

void add_place(CLI::App& command, Place& place) {
  command.add_option("--brand", place.brand, "folder of the brand")->capture_default_str();
  command.add_option("--data", place.data, "folder of keys and database")->capture_default_str();
  command.add_option("--postgres", place.postgres, "libpq keywords; absent: the embedded database");
  add_desk(command, place);
  command.add_flag("--sandbox", place.sandbox, "rehearse: demo people, movable clock, stand-in acquirer");
}

/// Empty where it is one, as CLI11 wants it.
std::string is_address(std::string const& text) {
  std::array<unsigned char, sizeof(in6_addr)> bytes{};
  bool const known =
      inet_pton(AF_INET, text.c_str(), bytes.data()) == 1 || inet_pton(AF_INET6, text.c_str(), bytes.data()) == 1;
  return known ? std::string() : text + " is no IP address";
}

void add_serve(CLI::App& app, int& code) {
  auto const serving = std::make_shared<kelisim::server::ServeOptions>();
  auto* serve = app.add_subcommand("serve", "serve the business over HTTP");
  add_place(*serve, serving->place);
  serve->add_option("--port", serving->port, "0: any free one")->capture_default_str();
  serve->add_option("--acquirer-port", serving->acquirer_port, "of the sandbox's acquirer; absent: the next port");
  serve->add_option("--address", serving->address)->capture_default_str();
  serve->add_option("--origin", serving->origin, "as browsers see us, https://…");
  serve
      ->add_option("--trusted-proxy", serving->trusted_proxies,
                   "address of a proxy before us, whose X-Forwarded-For is believed; may be repeated")
      ->take_all()
      ->check(is_address);
  serve->add_option("--web", serving->web, "folder of the built web client")->capture_default_str();
  serve->add_option("--threads", serving->threads, "of input and output")
      ->check(CLI::Range(1, 64))
      ->capture_default_str();
  serve->callback([serving, &code] { code = kelisim::server::serve(*serving); });
}

void add_what_if(CLI::App& app, int& code) {
  auto const asking = std::make_shared<kelisim::server::WhatIfOptions>();
  auto* whatif = app.add_subcommand("whatif", "what other terms would have changed in the past");
  add_place(*whatif, asking->place);
  whatif->add_option("--terms", asking->terms, "the other terms, a TOML file")->required()->check(CLI::ExistingFile);
  whatif->add_option("--from", asking->from, "the first day, 2026-12-01")->required();
  whatif->add_option("--to", asking->to, "the last day")->required();
  whatif->callback([asking, &code] { code = kelisim::server::what_if(*asking); });
}

void add_take_mail(CLI::App& app, int& code) {
  auto const taking = std::make_shared<kelisim::server::MailOptions>();
  auto* take = app.add_subcommand("take-mail", "read one message, for a mail server to pipe copies of letters into");
  take->add_option("--data", taking->data, "folder of keys and database")->capture_default_str();
  take->add_option("--authserv-id", taking->authserv_id,
                   "the name by which the mail server signs Authentication-Results; absent: none is believed");
  take->callback([taking, &code] { code = kelisim::server::take_mail(*taking); });
}

}  // namespace

int main(int argc, char** argv) {
  CLI::App app{"Kelisim: a service business that runs by the terms of its own public offer"};
  app.require_subcommand(1);
  app.option_defaults()->take_last();  // what bin/run sets can be set otherwise behind it
  int code = 2;

  add_serve(app, code);

  Place place;
  auto* replay = app.add_subcommand("replay", "decide every stored decision again and report any that differ");
  add_place(*replay, place);
  replay->callback([&] { code = kelisim::server::replay(place); });

  add_what_if(app, code);
  add_take_mail(app, code);

  auto* audit = app.add_subcommand("audit", "the audit log")->require_subcommand(1);
  auto* verify = audit->add_subcommand("verify", "check its hash chain");
  add_place(*verify, place);
  verify->callback([&] { code = kelisim::server::verify_audit(place); });

  std::filesystem::path archive;
  std::string archive_key;
  auto* verify_case = app.add_subcommand("verify-case", "check an exported case against its signed hash list");
  verify_case->add_option("archive", archive, "a ZIP")->required()->check(CLI::ExistingFile);
  verify_case->add_option("--key", archive_key, "the server's key, as it stands on the record of a session");
  verify_case->callback([&] { code = kelisim::server::verify_case(archive, archive_key); });

  auto* verify_record = app.add_subcommand("verify-record", "check a downloaded record of a session");
  verify_record->add_option("record", archive, "a JSON file")->required()->check(CLI::ExistingFile);
  verify_record->add_option("--key", archive_key, "the server's key, as it stands on the page of the record");
  verify_record->callback([&] { code = kelisim::server::verify_record(archive, archive_key); });

  auto* ledger = app.add_subcommand("ledger", "the books")->require_subcommand(1);
  auto* check = ledger->add_subcommand("check", "recompute every balance from its postings");
  add_place(*check, place);
  check->callback([&] { code = kelisim::server::check_ledger(place); });

  auto* openapi = app.add_subcommand("openapi", "print the description of the API");
  openapi->add_option("--brand", place.brand)->capture_default_str();
  add_desk(*openapi, place);
  openapi->add_flag("--sandbox", place.sandbox, "with the sandbox's own routes");
  openapi->callback([&] { code = kelisim::server::print_openapi(place); });

  kelisim::server::NewStaff newcomer;
  auto* staff = app.add_subcommand("staff", "accounts of staff")->require_subcommand(1);
  auto* add = staff->add_subcommand("add", "make one; prints the address for an authenticator app, once");
  add_place(*add, newcomer.place);
  add->add_option("--phone", newcomer.phone)->required();
  add->add_option("--role", newcomer.role)->required()->check(CLI::IsMember({"support", "finance", "administrator"}));
  add->add_option("--name", newcomer.name)->required();
  add->callback([&] { code = kelisim::server::add_staff(newcomer); });

  kelisim::server::add_astro_commands(app, code);

  try {
    CLI11_PARSE(app, argc, argv);
  } catch (std::exception const& failure) {
    std::cerr << "kelisim: " << failure.what() << '\n';
    return 2;
  }
  return code;
}
