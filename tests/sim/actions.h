#pragma once

#include "world.h"

namespace kelisim::sim {

/// One thing that somebody in the world does, drawn by its weight.
void act(World& world);

/// After the storm: people look at what they had begun.
void finish_what_was_left(World& world);
/// I17: what was last saved is what is read.
void the_form_is_kept(World& world, Person& person);
/// I10: the same key again.
void ask_again(World& world, Remembered const& old);
/// Choices that clients owe an answer to are made.
void answer_open_choices(World& world);

// The actions, one file for each kind of people.
void somebody_signs_up(World& world);
void somebody_fills_in_the_questionnaire(World& world);
void somebody_signs_in_again(World& world);
void somebody_books(World& world);
void somebody_pays(World& world);
void somebody_visits_the_acquirer(World& world);
void somebody_cancels(World& world);
void somebody_moves(World& world);
void somebody_answers(World& world);
void client_answers(World& world, std::size_t client);
void somebody_looks(World& world);
void somebody_pries(World& world);
void somebody_repeats(World& world);
void a_specialist_cancels(World& world);
void a_specialist_answers(World& world);
void a_session_is_attended(World& world);
void staff_work(World& world);
void a_forger_calls(World& world);
void time_passes(World& world);

}  // namespace kelisim::sim
