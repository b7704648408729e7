# The architecture: each room and the rooms whose headers it may include. A room links exactly its row, so anything
# else is not on its include path; tests/tidy/check_layers holds the same table against the includes, and
# docs/ARCHITECTURE.md is drawn from it. From the ground up; a row may name only rooms above it in this list.
set(KELISIM_LAYERS
  "kernel:"
  "paper:kernel"
  "astro:kernel paper"
  "platform:kernel"
  "terms:kernel platform"
  "obligations:kernel platform terms"
  "privacy:kernel platform terms"
  "identity:kernel platform terms privacy"
  "statistics:kernel platform terms privacy identity"
  "ledger:kernel platform"
  "notify:kernel platform terms privacy identity"
  "news:kernel platform terms privacy identity notify"
  "handover:kernel platform terms privacy identity"
  "catalogue:kernel platform terms privacy identity"
  "orders:kernel platform terms obligations privacy identity ledger notify catalogue"
  "scheduling:kernel platform terms obligations privacy identity ledger notify catalogue orders"
  "contracts:kernel platform terms obligations privacy identity notify orders scheduling"
  "overrides:kernel platform terms privacy identity ledger notify orders scheduling"
  "sessions:kernel platform terms obligations privacy identity notify catalogue orders scheduling"
  "groups:kernel platform terms privacy identity notify catalogue sessions"
  "crisis:kernel platform terms privacy identity ledger notify catalogue orders scheduling"
  "reviews:kernel platform terms obligations privacy identity ledger notify catalogue orders scheduling sessions"
  "claims:kernel paper platform terms obligations privacy identity ledger notify catalogue orders scheduling contracts sessions"
  "letters:kernel platform terms privacy identity"
  "gateways:kernel platform terms notify orders sessions groups claims"
  "consultations:kernel astro platform terms privacy identity"
  "sandbox:kernel platform terms obligations privacy identity ledger notify catalogue orders scheduling gateways"
  "server:kernel platform terms obligations privacy identity ledger notify catalogue orders scheduling contracts overrides sessions groups crisis claims gateways consultations sandbox astro statistics reviews news letters handover"
)

# Rooms that nothing may rest on: what they know is never a ground for anything else, so only server may name them
# (HAR-4.2.11a: an alert never triggers a block, a fine or a forfeiture). tests/tidy holds this (check_closed).
set(KELISIM_CLOSED_ROOMS
  "crisis"
)

# The outside libraries of each room (imported or interface targets of cmake/toolchain.cmake).
set(KELISIM_LIBRARIES
  "kernel:fmt absl_time sodium icu"
  "paper:pangocairo"
  "astro:swe tomlplusplus pangocairo absl_time sodium"
  "platform:boost sqlite postgres sodium spdlog openssl"
  "terms:tomlplusplus sodium"
  "privacy:sodium"
  "identity:sodium openssl"
  "catalogue:tomlplusplus"
  "notify:icu"
  "reviews:icu"
  "sessions:sodium"
  "groups:icu"
  "claims:sodium magic gdk_pixbuf archive"
  "letters:gmime sodium"
  "gateways:boost curl openssl expat"
  "sandbox:boost"
  "server:cli11 spdlog"
)
