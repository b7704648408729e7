import type { components } from '../api/schema.gen';

type Schemas = components['schemas'];

export type Desk = Schemas['DeskView'];
export type Town = Schemas['TownView'];
export type Draft = Schemas['DraftAnswer'];
export type Chart = Schemas['ChartView'];
export type Finding = Schemas['FindingView'];
export type Fact = Schemas['FactView'];
export type Edit = Schemas['EditBody'];
export type BirthBody = Schemas['BirthBody'];
export type SunActionsBody = Schemas['SunActionsBody'];
export type NatalBaseBody = Schemas['NatalBaseBody'];
export type MoneyBody = Schemas['MoneyBody'];
export type ExpressAnswerBody = Schemas['ExpressAnswerBody'];
export type ElectionBody = Schemas['ElectionBody'];

export const SERVICES = ['natal_base', 'sun_actions', 'money', 'election', 'express_answer'] as const;
export type Service = (typeof SERVICES)[number];

/** What is asked of the desk: the same for the draft, its document and its calendar. */
export type Question =
  | { service: 'sun_actions'; body: SunActionsBody }
  | { service: 'natal_base'; body: NatalBaseBody }
  | { service: 'money'; body: MoneyBody }
  | { service: 'express_answer'; body: ExpressAnswerBody }
  | { service: 'election'; body: ElectionBody };
