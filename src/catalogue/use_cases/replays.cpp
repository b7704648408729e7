#include "catalogue/catalogue.h"
#include "kernel/ensure.h"

namespace kelisim::catalogue {

void add_replays(terms::Replayer& replayer) {
  replayer.on_rule<QualificationFacts>("catalogue.publication", &decide_publication);
}

}  // namespace kelisim::catalogue
