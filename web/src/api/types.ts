import type { components } from './schema.gen';

/** The server's names of what this client speaks of. */
type Schemas = components['schemas'];

export type Money = Schemas['Money'];
export type Clause = Schemas['Clause'];
export type Step = Schemas['Step'];
export type Brand = Schemas['BrandAnswer'];
export type Specialist = Schemas['SpecialistCard'];
export type SpecialistPage = Schemas['SpecialistPage'];
export type Slot = Schemas['SlotView'];
export type Edition = Schemas['EditionAnswer'];
export type DocumentText = Schemas['DocumentAnswer'];
export type Challenge = Schemas['Challenge'];
export type Me = Schemas['Me'];
export type Questionnaire = Schemas['QuestionnaireAnswer'];
export type QuestionnaireBody = Schemas['QuestionnaireBody'];
export type Booking = Schemas['BookingView'];
export type RefundDeadline = Schemas['DeadlineView'];
export type CancelPreview = Schemas['CancelPreviewView'];
export type MovePreview = Schemas['MovePreviewView'];
export type RemedyBody = Schemas['RemedyBody'];
export type Payment = Schemas['BookingPayment'];
export type EquipmentBody = Schemas['EquipmentBody'];
export type EquipmentCheck = Schemas['SessionsEquipmentView'];
export type Notice = Schemas['NoticeView'];
export type Hours = Schemas['PracticeHours'];
export type PracticeBooking = Schemas['CalendarBooking'];
export type PracticeException = Schemas['ExceptionView'];
export type StaffPerson = Schemas['PersonFile'];
export type Decision = Schemas['DecisionAnswer'];
export type LedgerEntry = Schemas['EntryView'];
export type StaffSpecialist = Schemas['StaffSpecialist'];
export type Changes = Schemas['ChangesAnswer'];
export type StaffEdition = Schemas['StaffEditionAnswer'];
export type WhatIf = Schemas['WhatIfAnswer'];
export type WhatIfMonth = Schemas['WhatIfMonthAnswer'];
