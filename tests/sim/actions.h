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
/// What they wrote to the business is what is read (I17).
void the_cases_are_kept(World& world, Person& person);
/// Everything that waits for a person of the staff is done: cases, appeals, breaches, demands, outages, papers.
void the_desk_clears_its_tables(World& world);
void the_desk_answers_everything(World& world);
void the_desk_decides_every_breach(World& world);
/// The world stands still for two days, so that every world ends with promises that were shifted (HAR-7.1a).
void force_majeure_comes(World& world);
void every_outage_is_closed(World& world);

/// Who works: signed in anew where their sign-in is over. False when nobody lets them in.
bool at_work(World& world, Person& person);
/// The one of that role, at work.
Person* desk(World& world, std::string_view role);
/// A written claim about that session.
void claim_about(World& world, Person& person, std::string const& booking);
/// An outdated contract is read again and, mostly, accepted.
void accept_what_is_in_force(World& world, Person& person);

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
void somebody_claims(World& world);
void somebody_asks(World& world);
void somebody_follows_up(World& world);
void the_desk_answers(World& world);
void a_breach_is_noticed(World& world);
void the_desk_looks_at_breaches(World& world);
void a_contract_changes(World& world);
/// A small picture in one part to where files are announced; `body`: what is said of it beside its size.
void send_picture(World& world, Person& person, std::string const& files, boost::json::object body);
void something_breaks(World& world);
void an_edition_is_published(World& world);
void somebody_needs_help(World& world);
void figures_are_published(World& world);
void a_forger_calls(World& world);
void time_passes(World& world);

}  // namespace kelisim::sim
