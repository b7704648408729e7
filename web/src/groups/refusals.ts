const REFUSALS = ['not_a_speaker', 'not_there', 'no_hand', 'stage_full', 'chat_off', 'empty', 'not_plain', 'too_long', 'too_fast', 'crowded', 'not_kept', 'engine_down'] as const;

/** The code under which there are words for a refusal of the room. */
export const knownRefusal = (code: string) => REFUSALS.find((one) => one === code) ?? 'other';
