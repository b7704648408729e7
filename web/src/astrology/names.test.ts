import { readFileSync } from 'node:fs';
import i18next from 'i18next';
import { beforeAll, describe, expect, it } from 'vitest';
import en from '../i18n/en/astrology.json';
import kk from '../i18n/kk/astrology.json';
import ru from '../i18n/ru/astrology.json';
import { factName, findingName, namesOf, spoken, valueName } from './names';
import type { Fact, Finding } from './types';

const TEXTS = { ru, kk, en };
const TONGUES = ['ru', 'kk', 'en'] as const;
type Tongue = (typeof TONGUES)[number];

/** The names that come with a draft: the section `term` of the brand's texts. */
function termsOf(tongue: Tongue): Record<string, string> {
  const file = new URL(`../../../brands/astars/astro/fragments/${tongue}/frame.toml`, import.meta.url);
  const section = (readFileSync(file, 'utf8').split('[term]\n')[1] ?? '').split('\n[')[0] ?? '';
  return Object.fromEntries([...section.matchAll(/^(\w+) = "(.*)"$/gm)].map((found) => [found[1], found[2]]));
}
const terms = { ru: termsOf('ru'), kk: termsOf('kk'), en: termsOf('en') };

const finding = (rule: string, id: string) => ({ rule, id }) as Finding;
const fact = (kind: string, id: string, subject: string, value: string) => ({ kind, id, subject, value }) as Fact;

// Of drafts of the five services.
const FINDINGS: [rule: string, id: string][] = [
  ['advice', 'answer/advice.job'],
  ['advice', 'answer/advice.move'],
  ['ascendant', 'natal/ascendant.aries'],
  ['ascendant', 'natal/ascendant.capricorn'],
  ['ascendant', 'natal/ascendant.libra'],
  ['aspect', 'aspect/jupiter_uranus.tense'],
  ['aspect', 'aspect/mercury_pluto.tense'],
  ['aspect', 'aspect/mercury_venus.conjunct'],
  ['aspect', 'aspect/mercury_venus.flowing'],
  ['aspect_repair', 'sun/aspect_repair.mars'],
  ['aspect_repair', 'sun/aspect_repair.moon'],
  ['aspect_repair', 'sun/aspect_repair.neptune'],
  ['aspect_repair', 'sun/aspect_repair.pluto'],
  ['aspect_support', 'sun/aspect_support.mars'],
  ['aspect_support', 'sun/aspect_support.saturn'],
  ['band', 'answer/band.no'],
  ['band', 'answer/band.rather_no'],
  ['condition', 'answer/condition.moon_helps'],
  ['condition', 'answer/condition.moon_hinders'],
  ['condition', 'answer/condition.querent_weak'],
  ['condition', 'answer/condition.quesited_strong'],
  ['contract', 'date.contract.1'],
  ['contract', 'date.contract.2'],
  ['dignity', 'natal/dignity.jupiter_detriment'],
  ['dignity', 'natal/dignity.jupiter_exaltation'],
  ['dignity', 'natal/dignity.moon_exaltation'],
  ['dignity', 'natal/dignity.venus_domicile'],
  ['dispositor', 'sun/dispositor.moon'],
  ['dispositor', 'sun/dispositor.neptune'],
  ['dispositor', 'sun/dispositor.pluto'],
  ['dispositor', 'sun/dispositor.venus'],
  ['eclipse', 'day.2027-02-02.eclipse'],
  ['eclipse', 'day.2027-02-03.eclipse'],
  ['eclipse', 'day.2027-02-04.eclipse'],
  ['eclipse', 'day.2027-02-05.eclipse'],
  ['habit', 'money/habit.ask_raise'],
  ['habit', 'money/habit.giving_limit'],
  ['habit', 'money/habit.pay_yourself'],
  ['habit', 'money/habit.price_list'],
  ['habit', 'money/habit.record'],
  ['habit', 'money/habit.skill_hour'],
  ['habit', 'money/habit.sunday_review'],
  ['habit', 'money/habit.thank_clients'],
  ['habit', 'money/habit.tools_care'],
  ['habit', 'money/habit.written_terms'],
  ['house', 'action/bread_baking'],
  ['house', 'action/buy_local'],
  ['house', 'action/expense_note'],
  ['house', 'action/felt_craft'],
  ['house_condition', 'sun/house_condition.cadent'],
  ['house_condition', 'sun/house_condition.succedent'],
  ['house_ruler_in_house', 'house_ruler_in_house/ruler_of_h10.h11'],
  ['house_ruler_in_house', 'house_ruler_in_house/ruler_of_h10.h3'],
  ['house_ruler_in_house', 'house_ruler_in_house/ruler_of_h10.h8'],
  ['house_ruler_in_house', 'house_ruler_in_house/ruler_of_h11.h2'],
  ['launch', 'date.launch.1'],
  ['launch', 'date.launch.2'],
  ['leak', 'money/leak.ruler_2_in_12'],
  ['leak', 'money/leak.saturn_tense'],
  ['leak', 'money/leak.uranus_tense'],
  ['leak', 'money/leak.venus_tense'],
  ['leo', 'action/digital_cleanup'],
  ['mercury_direct', 'window.3.pro.mercury_direct'],
  ['mercury_retrograde', 'day.2027-02-10.mercury_retrograde'],
  ['mercury_retrograde', 'day.2027-02-11.mercury_retrograde'],
  ['mercury_retrograde', 'day.2027-02-12.mercury_retrograde'],
  ['mercury_retrograde', 'day.2027-02-13.mercury_retrograde'],
  ['mercury_weak', 'window.3.contra.mercury_weak'],
  ['mercury_weak', 'window.4.contra.mercury_weak'],
  ['midheaven', 'natal/midheaven.cancer'],
  ['midheaven', 'natal/midheaven.scorpio'],
  ['month', 'month.2026-11'],
  ['month', 'month.2026-12'],
  ['month', 'month.2027-01'],
  ['month', 'month.2027-02'],
  ['moon_applies_benefic', 'window.1.pro.moon_applies_benefic'],
  ['moon_applies_benefic', 'window.4.pro.moon_applies_benefic'],
  ['moon_hard_mars', 'day.2026-12-28.moon_hard_mars'],
  ['moon_hard_mars', 'rejected.veto.moon_hard_mars'],
  ['moon_hard_saturn', 'day.2027-01-14.moon_hard_saturn'],
  ['moon_sign_fit', 'window.4.pro.moon_sign_fit'],
  ['moon_sign_fit', 'window.5.pro.moon_sign_fit'],
  ['moon_void', 'day.2026-12-11.moon_void'],
  ['moon_void', 'day.2026-12-12.moon_void'],
  ['moon_void', 'day.2026-12-25.moon_void'],
  ['moon_void', 'day.2027-01-21.moon_void'],
  ['natal_support', 'window.1.pro.natal_support'],
  ['natal_support', 'window.2.pro.natal_support'],
  ['natal_support', 'window.3.pro.natal_support'],
  ['natal_support', 'window.4.pro.natal_support'],
  ['north_node_house', 'natal/north_node_house.h11'],
  ['north_node_house', 'natal/north_node_house.h5'],
  ['north_node_house', 'natal/north_node_house.h7'],
  ['north_node_house', 'natal/north_node_house.h8'],
  ['perfection', 'answer/perfection.none'],
  ['planet_in_house', 'planet_in_house/jupiter.h4'],
  ['planet_in_house', 'planet_in_house/mars.h11'],
  ['planet_in_house', 'planet_in_house/mars.h5'],
  ['planet_in_house', 'planet_in_house/mercury.h10'],
  ['planet_in_sign', 'planet_in_sign/jupiter.aquarius'],
  ['planet_in_sign', 'planet_in_sign/jupiter.gemini'],
  ['planet_in_sign', 'planet_in_sign/mars.aquarius'],
  ['planet_in_sign', 'planet_in_sign/mars.cancer'],
  ['profection', 'natal/profection_house.h1'],
  ['profection', 'natal/profection_house.h2'],
  ['profection', 'natal/profection_house.h6'],
  ['profection', 'natal/profection_house.h8'],
  ['question', 'natal/question.relations_1'],
  ['question', 'natal/question.relations_2'],
  ['question', 'natal/question.relations_3'],
  ['question', 'natal/question.self_1'],
  ['repair', 'action/dream_notes'],
  ['ruler_1_afflicted', 'window.1.contra.ruler_1_afflicted'],
  ['ruler_1_afflicted', 'window.3.contra.ruler_1_afflicted'],
  ['ruler_1_afflicted', 'window.4.contra.ruler_1_afflicted'],
  ['ruler_1_good', 'window.2.pro.ruler_1_good'],
  ['ruler_1_good', 'window.5.pro.ruler_1_good'],
  ['ruler_7_afflicted', 'window.5.contra.ruler_7_afflicted'],
  ['ruler_7_good', 'window.1.pro.ruler_7_good'],
  ['ruler_7_good', 'window.2.pro.ruler_7_good'],
  ['ruler_7_good', 'window.3.pro.ruler_7_good'],
  ['safeguard', 'money/safeguard.ruler_2_in_12'],
  ['safeguard', 'money/safeguard.saturn_tense'],
  ['safeguard', 'money/safeguard.uranus_tense'],
  ['safeguard', 'money/safeguard.venus_tense'],
  ['sect', 'sun/sect.day'],
  ['sect', 'sun/sect.night'],
  ['sign', 'action/after_lunch_walk'],
  ['sign', 'action/call_sibling'],
  ['sign', 'action/calm_no'],
  ['sign', 'action/family_supper'],
  ['star', 'natal/star.algol'],
  ['strength', 'sun/strength.weak'],
  ['style', 'money/style.fortune_angular'],
  ['style', 'money/style.fortune_cadent'],
  ['style', 'money/style.jupiter_strong'],
  ['style', 'money/style.jupiter_weak'],
  ['style', 'money/style.second_house_mercury'],
  ['style', 'money/style.second_house_saturn'],
  ['style', 'money/style.second_house_sun'],
  ['style', 'money/style.second_house_uranus'],
  ['style', 'money/style.second_house_venus'],
  ['style', 'money/style.second_ruler_strong'],
  ['style', 'money/style.second_ruler_weak'],
  ['sun_calendar', 'transit.saturn.square.sun.2027-01-20T20:13:53Z'],
  ['sun_calendar', 'transit.sun.conjunction.ascendant.2026-12-29T11:41:35Z'],
  ['sun_calendar', 'transit.sun.conjunction.jupiter.2026-12-01T10:05:59Z'],
  ['sun_calendar', 'transit.sun.conjunction.mars.2026-11-28T21:46:57Z'],
  ['support', 'action/clear_desk'],
  ['talk_on_pay', 'date.talk_on_pay.1'],
  ['talk_on_pay', 'date.talk_on_pay.2'],
  ['timing', 'answer/timing.none'],
  ['transit', 'eclipse.2027-02-06T15:59:38.895374Z.jupiter'],
  ['transit', 'eclipse.2027-02-06T15:59:38.895374Z.moon'],
  ['transit', 'eclipse.2027-07-18T16:03:00.454852Z.saturn'],
  ['transit', 'eclipse.2027-08-17T07:13:51.247741Z.uranus'],
  ['via_combusta', 'window.1.contra.via_combusta'],
  ['why', 'sun/why.house'],
  ['why', 'sun/why.leo'],
  ['why', 'sun/why.repair'],
  ['why', 'sun/why.sign'],
  ['year_transit', 'transit.jupiter.opposition.mars.2027-07-16T23:14:52Z'],
  ['year_transit', 'transit.jupiter.opposition.mars.2027-10-26T22:08:30Z'],
  ['year_transit', 'transit.jupiter.opposition.sun.2027-09-08T03:58:14Z'],
  ['year_transit', 'transit.jupiter.sextile.sun.2027-09-10T05:24:00Z'],
  ['caution', 'answer/caution.saturn_in_7'],
  ['sun_day', 'sun_day.2027-01-03T03:10:00Z'],
  ['stable', 'relaxed.stable'],
  ['pattern', 'natal/pattern.t_square'],
  ['moon_phase', 'natal/moon_phase.last_quarter'],
  ['hemisphere', 'natal/hemisphere.eastern'],
];
const FACTS: [kind: string, id: string, subject: string, value: string][] = [
  ['aspect', 'aspect.chiron.lot_of_spirit', 'chiron_lot_of_spirit', 'sextile'],
  ['aspect', 'aspect.jupiter.ascendant', 'jupiter_ascendant', 'square'],
  ['aspect', 'aspect.jupiter.ascendant', 'jupiter_ascendant', 'trine'],
  ['aspect', 'aspect.jupiter.chiron', 'jupiter_chiron', 'conjunction'],
  ['aspect', 'aspect.jupiter.neptune', 'jupiter_neptune', 'opposition'],
  ['balance', 'balance.air', 'air', '3'],
  ['balance', 'balance.air', 'air', '4'],
  ['balance', 'balance.air', 'air', '5'],
  ['balance', 'balance.air', 'air', '8'],
  ['balance', 'balance.cardinal', 'cardinal', '9'],
  ['cusp', 'cusp.1', 'h1', 'aries'],
  ['cusp', 'cusp.1', 'h1', 'capricorn'],
  ['cusp', 'cusp.1', 'h1', 'libra'],
  ['cusp', 'cusp.10', 'h10', 'cancer'],
  ['cusp', 'cusp.10', 'h10', 'scorpio'],
  ['degree', 'moment.ascendant', 'ascendant', 'capricorn 7.66'],
  ['degree', 'moment.moon', 'moon', 'aries 12.98'],
  ['dignity', 'jupiter.dignity', 'jupiter', 'detriment'],
  ['dignity', 'jupiter.dignity', 'jupiter', 'domicile'],
  ['dignity', 'jupiter.dignity', 'jupiter', 'exaltation'],
  ['dignity', 'jupiter.dignity', 'jupiter', 'none'],
  ['dignity', 'mars.dignity', 'mars', 'fall'],
  ['dispositor', 'jupiter.dispositor', 'jupiter', 'jupiter'],
  ['dispositor', 'jupiter.dispositor', 'jupiter', 'mercury'],
  ['dispositor', 'jupiter.dispositor', 'jupiter', 'moon'],
  ['dispositor', 'jupiter.dispositor', 'jupiter', 'uranus'],
  ['dispositor', 'mars.dispositor', 'mars', 'neptune'],
  ['eclipse', 'eclipse.2027-02-06T15:59:38.895374Z.jupiter', 'jupiter', 'solar_annular'],
  ['eclipse', 'eclipse.2027-07-18T16:03:00.454852Z.saturn', 'saturn', 'lunar_penumbral'],
  ['election', 'rejected.moon_hard_mars', 'moon_hard_mars', 'Луна · оппозиция · Марс'],
  ['election', 'window.1.moon_applies_benefic', 'moon_applies_benefic', 'Луна · секстиль · Юпитер'],
  ['election', 'window.1.natal_support', 'natal_support', 'Луна · секстиль · Луна'],
  ['election', 'window.1.ruler_1_afflicted', 'ruler_1_afflicted', '1-й дом · управитель Юпитер'],
  ['election', 'window.1.ruler_7_good', 'ruler_7_good', '7-й дом · управитель Меркурий'],
  ['house', 'chiron.house', 'chiron', 'h12'],
  ['house', 'chiron.house', 'chiron', 'h4'],
  ['house', 'chiron.house', 'chiron', 'h7'],
  ['house', 'chiron.house', 'chiron', 'h8'],
  ['house', 'jupiter.house', 'jupiter', 'h3'],
  ['leo_house', 'leo.11', 'leo', 'h11'],
  ['leo_house', 'leo.6', 'leo', 'h6'],
  ['leo_house', 'leo.8', 'leo', 'h8'],
  ['lunation', 'prenatal_lunation', 'moon', 'full scorpio'],
  ['lunation', 'prenatal_lunation', 'moon', 'full taurus'],
  ['lunation', 'prenatal_lunation', 'moon', 'new gemini'],
  ['lunation', 'prenatal_lunation', 'moon', 'new pisces'],
  ['month', 'month.2026-11', '2026-11', 'care'],
  ['month', 'month.2026-11', '2026-11', 'even'],
  ['month', 'month.2026-11', '2026-11', 'support'],
  ['motion', 'jupiter.motion', 'jupiter', 'direct'],
  ['motion', 'jupiter.motion', 'jupiter', 'retrograde'],
  ['pattern', 'pattern.t_square.sun_mars_jupiter', 'sun_mars_jupiter', 't_square'],
  ['perfection', 'perfection', 'saturn_mars', 'none'],
  ['phase', 'moon.phase', 'moon', 'full'],
  ['phase', 'moon.phase', 'moon', 'last_quarter'],
  ['phase', 'moon.phase', 'moon', 'waxing_crescent'],
  ['profection', 'profection.house', 'year', 'h1'],
  ['profection', 'profection.house', 'year', 'h2'],
  ['profection', 'profection.house', 'year', 'h6'],
  ['profection', 'profection.house', 'year', 'h8'],
  ['ruler', 'ruler.1', 'h1', 'mars h12'],
  ['ruler', 'ruler.1', 'h1', 'saturn h4'],
  ['ruler', 'ruler.1', 'h1', 'venus h2'],
  ['ruler', 'ruler.1', 'h1', 'venus h8'],
  ['ruler', 'ruler.10', 'h10', 'moon h3'],
  ['score', 'answer.score', 'answer', '-3.3'],
  ['score', 'answer.score', 'answer', '-5.5'],
  ['score', 'jupiter.score', 'jupiter', '2'],
  ['score', 'jupiter.score', 'jupiter', '5'],
  ['score', 'jupiter.score', 'jupiter', '8'],
  ['sect', 'sect', 'chart', 'day'],
  ['sect', 'sect', 'chart', 'night'],
  ['sign', 'ascendant.sign', 'ascendant', 'aries'],
  ['sign', 'ascendant.sign', 'ascendant', 'capricorn'],
  ['sign', 'ascendant.sign', 'ascendant', 'libra'],
  ['sign', 'chiron.sign', 'chiron', 'cancer'],
  ['sign', 'chiron.sign', 'chiron', 'gemini'],
  ['significator', 'querent.ruler', 'h1', 'saturn aries h3'],
  ['significator', 'quesited.ruler', 'h10', 'mars leo h8'],
  ['significator', 'quesited.ruler', 'h4', 'venus libra h9'],
  ['solar', 'jupiter.solar', 'jupiter', 'free'],
  ['solar', 'mars.solar', 'mars', 'combust'],
  ['solar', 'mercury.solar', 'mercury', 'under_beams'],
  ['star', 'star.algol.sun', 'sun', 'algol'],
  ['star', 'star.antares.jupiter', 'jupiter', 'antares'],
  ['star', 'star.sirius.mars', 'mars', 'sirius'],
  ['star', 'star.vega.neptune', 'neptune', 'vega'],
  ['station', 'station.uranus.jupiter', 'uranus', 'direct'],
  ['strength', 'sun.strength', 'sun', 'weak'],
  ['transit', 'transit.jupiter.opposition.mars.2027-07-16T23:14:52Z', 'jupiter_mars', 'opposition'],
  ['transit', 'transit.jupiter.sextile.jupiter.2027-09-10T01:14:11Z', 'jupiter_jupiter', 'sextile'],
  ['transit', 'transit.jupiter.square.jupiter.2027-08-09T16:49:13Z', 'jupiter_jupiter', 'square'],
  ['transit', 'transit.jupiter.trine.ascendant.2027-08-31T14:48:13Z', 'jupiter_ascendant', 'trine'],
  ['transit', 'transit.mars.conjunction.jupiter.2027-10-28T18:39:42Z', 'mars_jupiter', 'conjunction'],
  ['veto', 'day.2026-12-11.moon_void', 'moon_void', '2026-12-11'],
  ['veto', 'day.2026-12-12.moon_void', 'moon_void', '2026-12-12'],
  ['veto', 'day.2026-12-25.moon_void', 'moon_void', '2026-12-25'],
  ['veto', 'day.2026-12-28.moon_hard_mars', 'moon_hard_mars', '2026-12-28'],
  ['veto', 'day.2027-01-14.moon_hard_saturn', 'moon_hard_saturn', '2027-01-14'],
  ['window', 'date.contract.1', 'contract', '7-й дом · управитель Марс'],
  ['window', 'date.contract.1', 'contract', '7-й дом · управитель Солнце'],
  ['window', 'date.contract.2', 'contract', '7-й дом · управитель Венера'],
  ['window', 'date.contract.2', 'contract', 'Луна · тригон · Венера'],
  ['window', 'date.launch.1', 'launch', '1-й дом · управитель Луна'],
  ['range', 'moon.range', 'moon', 'gemini 3.4 … gemini 17.2'],
  ['consideration', 'caution.asc_early', 'asc_early', 'yes'],
  ['relaxed', 'relaxed.stable', 'stable', 'given_up'],
  ['wish', 'wish.areas', 'client', 'self money friends'],
  ['planetary_day', 'sun_day.2027-01-03T03:10:00Z', 'sun', '2027-01-03'],
];
// Closed lists: the rules of elections, and the rules and kinds of the services.
const RULES =
  'moon_void eclipse mercury_retrograde venus_retrograde mars_retrograde moon_hard_mars moon_hard_saturn moon_hard_outer ' +
  'via_combusta moon_sign_strong moon_sign_fit moon_sign_weak moon_waxing moon_waning moon_full moon_fast moon_slow ' +
  'moon_applies_benefic moon_body_part ruler_1_good ruler_2_good ruler_4_good ruler_7_good ruler_8_good ruler_9_good ' +
  'ruler_10_good ruler_11_good ruler_1_afflicted ruler_2_afflicted ruler_7_afflicted ruler_10_afflicted venus_strong ' +
  'venus_weak sun_strong mercury_direct mercury_strong mercury_weak jupiter_angular venus_angular saturn_angular ' +
  'mars_angular asc_fixed asc_cardinal asc_mutable planetary_hour_fit planetary_hour_misfit planetary_day_fit ' +
  'natal_support natal_tension partner_support partner_tension station_near stable ' +
  'profection year_transit month_transit transit strength sect house_condition dispositor aspect_support aspect_repair ' +
  'house sign leo support repair area why sun_calendar sun_day band perfection condition timing advice caution ' +
  'style leak safeguard habit month contract launch talk_on_pay question';
const KINDS =
  'strength leo_house lunation degree range significator perfection consideration month window eclipse election veto ' +
  'relaxed station planetary_day wish score';

beforeAll(async () => {
  const resources = Object.fromEntries(TONGUES.map((tongue) => [tongue, { astrology: TEXTS[tongue] }]));
  await i18next.init({ lng: 'ru', fallbackLng: false, contextSeparator: '~', ns: ['astrology'], resources });
});

const read = (tongue: Tongue): string[] => [
  ...FINDINGS.map(([rule, id]) => findingName(finding(rule, id), terms[tongue])),
  ...FACTS.map((one) => factName(fact(...one), terms[tongue])),
  ...FACTS.map((one) => valueName(fact(...one), terms[tongue])),
];

describe('names of findings and facts', () => {
  it.each(TONGUES)('are there for every rule and kind: %s', (tongue) => {
    const { rule, fact: kind } = TEXTS[tongue] as { rule: Record<string, string>; fact: Record<string, string> };
    expect([...RULES.split(' '), ...FINDINGS.map(([one]) => one)].filter((one) => !rule[one])).toEqual([]);
    expect([...KINDS.split(' '), ...FACTS.map(([one]) => one)].filter((one) => !kind[one])).toEqual([]);
  });

  it.each(['ru', 'kk'] as const)('have no Latin identifier: %s', async (tongue) => {
    await i18next.changeLanguage(tongue);
    const words = read(tongue);
    await i18next.changeLanguage('ru');
    expect(words.filter((one) => /[a-z]{3,}|_/i.test(one))).toEqual([]);
  });

  it('say what the rule was about', () => {
    const name = (rule: string, id: string) => findingName(finding(rule, id), terms.ru);
    expect(name('aspect', 'aspect/venus_saturn.tense')).toBe('Аспект: Венера – Сатурн · напряжённый');
    expect(name('house_ruler_in_house', 'house_ruler_in_house/ruler_of_h10.h3')).toBe(
      'Управитель дома: управитель 10-го дома · 3-й дом',
    );
    expect(name('perfection', 'answer/perfection.direct')).toBe('Свершение: прямой аспект');
    expect(name('transit', 'eclipse.2027-02-06T15:59:38.895374Z.jupiter')).toBe('Транзит: затмение · Юпитер');
    expect(name('question', 'natal/question.self_1')).toBe('Вопрос к беседе: личность 1');
    expect(name('moon_void', 'day.2026-12-11.moon_void')).toBe('Луна без курса: день · 2026-12-11');
  });

  it('leave out what has no name', () => {
    expect(findingName(finding('sign', 'action/slow_tea'), terms.ru)).toBe('Действие по знаку');
    expect(findingName(finding('never_heard', 'never/heard_of.it'), terms.ru)).toBe('Вывод');
    expect(findingName(undefined, terms.ru)).toBe('Вывод');
    expect(factName(undefined, terms.ru)).toBe('Факт');
    expect(spoken('aspect_of.sun.north_node', namesOf(terms.ru, 'x'))).toBe('Солнце · Северный узел');
  });

  it('read values', () => {
    const value = (kind: string, words: string) => valueName(fact(kind, '', '', words), terms.ru);
    expect(value('ruler', 'venus h8')).toBe('Венера · 8-й дом');
    expect(value('degree', 'capricorn 7.66')).toBe('Козерог 7°39′');
    expect(value('balance', '3')).toBe('3');
    expect(value('score', '-3.3')).toBe('-3.3');
    expect(value('election', 'Луна · секстиль · Юпитер')).toBe('Луна · секстиль · Юпитер');
    expect(factName(fact('ruler', 'ruler.7', 'h7', 'venus h8'), terms.ru)).toBe('Управитель дома · 7-й дом');
    expect(factName(fact('window', 'window.1', 'marriage', ''), terms.ru)).toBe('Окно времени · 1');
  });
});
