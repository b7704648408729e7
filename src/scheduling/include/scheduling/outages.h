#pragma once

#include "kernel/id.h"
#include "kernel/instant.h"
#include "platform/db/tx.h"

#include <string>

/// What the rooms above may ask of outages: the certificate of a force majeure is a file, and files are of claims.
namespace kelisim::scheduling {

using OutageId = Id<struct OutageTag>;

[[nodiscard]] bool is_force_majeure(db::Tx& tx, OutageId outage);

/// The official certificate, as it was uploaded.
struct Certificate {
  std::string file;  ///< id of the stored file
  std::string text;  ///< its number and issuer
  PersonId by;
  Instant at;  ///< when the last of it arrived: decides whether it was in time (HAR-7.3a)
};
/// Keeps the promise of the certificate, in time or late. False when there is one already.
bool certificate_given(db::Tx& tx, OutageId outage, Certificate const& certificate);

/// Whether somebody has given this outage its certificate.
[[nodiscard]] bool has_certificate(db::Tx& tx, OutageId outage);

}  // namespace kelisim::scheduling
