#include "catalogue/catalogue.h"
#include "kernel/ensure.h"

namespace kelisim::catalogue {

void add_replays(terms::Replayer& replayer) {
  replayer.on_rule<QualificationFacts>("catalogue.publication",
                                       [](QualificationFacts const& facts, terms::Terms const& terms) {
                                         auto const granted = decide_publication(facts, terms);
                                         ENSURE(granted.has_value());
                                         return *granted;
                                       });
}

}  // namespace kelisim::catalogue
