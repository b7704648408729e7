#pragma once

#include "catalogue/specialist.h"
#include "platform/random.h"

namespace kelisim::catalogue::store {

/// `by` is nobody when the sandbox's demo data is loaded.
void insert_qualification(db::Tx& tx, Random& random, PersonId specialist, Qualification const& qualification,
                          std::optional<PersonId> by);

}  // namespace kelisim::catalogue::store
