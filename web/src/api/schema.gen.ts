type Ask<Query, Path, Body> = {
  parameters: { query?: Query; header?: { 'Idempotency-Key'?: string }; path: Path; cookie?: never };
  requestBody?: Body extends never ? never : { content: { 'application/json': Body } };
};
type Reply<Answer> = {
  responses: {
    200: { headers: Record<string, unknown>; content: { 'application/json': Answer } };
    default: { headers: Record<string, unknown>; content: { 'application/problem+json': components['schemas']['Problem'] } };
  };
};
type None = Record<string, never>;
type Read<Answer, Path = None, Query = None> = Ask<Query, Path, never> & Reply<Answer>;
type Write<Answer, Body = None, Path = None> = {
  parameters: { query?: None; header?: { 'Idempotency-Key'?: string }; path: Path; cookie?: never };
  requestBody: { content: { 'application/json': Body } };
} & Reply<Answer>;
type Id = { id: string };
type S = components['schemas'];

export interface components {
  schemas: {
    StaffPerson: {
      id: string;
      role: string;
      state: string;
      phone?: string;
      email?: string;
      name?: string;
      language: string;
      zone: string;
      created_at: string;
      questionnaire_complete: boolean;
      age_flag_raised_at?: string;
      accepted_offer_version?: string;
      live_sessions: number;
    };
    StaffPersonFound: { id: string; role: string; state: string; phone_masked: string };
    StaffBooking: {
      id: string;
      state: string;
      specialist: { id: string; name: string };
      client_id: string;
      starts_at: string;
      ends_at: string;
      held_at: string;
      confirmed_at?: string;
      order_id: string;
      order_state: string;
      captured: S['Money'];
      refund_due: S['Money'];
      refunded: S['Money'];
      cancellation?: { at: string; by: string; refund: S['Money']; clause: S['Clause']; effective_at?: string };
      terms_version: string;
    };
    LedgerEntry: {
      number: number;
      kind: string;
      ref: string;
      at: string;
      order: string;
      clause?: string;
      decision?: string;
      postings: { kind: string; owner: string; amount: S['Money'] }[];
    };
    Decision: {
      id: string;
      kind: string;
      subject: string;
      person?: string;
      terms_version: string;
      facts: unknown;
      outcome: unknown;
      clause: { id: string; number: string };
      decided_at: string;
    };
    Job: {
      id: string;
      kind: string;
      due_at: string;
      state: string;
      attempts: number;
      last_error?: string;
      done_at?: string;
    };
    OutboxRow: {
      id: string;
      person: string;
      template_name: string;
      channel: string;
      subject: string;
      state: string;
      due_at: string;
      settled_at?: string;
    };
    StaffSpecialist: {
      id: string;
      name: string;
      published: boolean;
      offered: boolean;
      price?: S['Money'];
      qualification?: { practice_began: string; valid_until?: string; revoked: boolean; recorded_at: string };
    };
    Problem: {
      type: string;
      title: string;
      status: number;
      code: string;
      text_key: string;
      clause?: S['Clause'];
      detail?: string;
      params?: Record<string, string>;
      errors?: { path: string; code: string }[];
    };
    Clause: { id: string; number: string; text: string };
    Money: { minor: number; currency: string };
    Step: { key: string; params: Record<string, string> };
    Brand: {
      id: string;
      name: string;
      domain: string;
      zone: string;
      currency: string;
      languages: string[];
      default_language: string;
      provider: { display_name: string; support_email: string; support_phone: string };
      emergency_phone: string;
      payment_service: { display_name: string; terms_url: string; terms_confirmed: boolean };
      documents: S['Edition'][];
      topics: { key: string; label: string }[];
      min_age_years?: number;
      psychiatry?: boolean;
      support_hours?: { open: string; close: string; zone: string };
      equipment?: { devices: string[]; needs: string[]; min_bandwidth_mbps: number };
      room_opens_minutes: number;
      slot_hold_minutes: number;
      otp_digits: number;
      sandbox: boolean;
    };
    Topic: { id: string; name: string };
    Specialist: {
      id: string;
      name: string;
      headline: string;
      topics: string[];
      languages: string[];
      price: S['Money'];
      duration_minutes: number;
      nearest_slots: string[];
    };
    SpecialistPage: S['Specialist'] & {
      about: string;
      educations: { field: string; level: string; verified: boolean }[];
      experience_years: number;
    };
    Slot: { starts_at: string; ends_at: string; refundable: boolean };
    Edition: {
      document: string;
      version: string;
      content_hash: string;
      effective_at: string;
      published_at: string;
      in_force: boolean;
    };
    DocumentText: {
      edition: S['Edition'];
      language: string;
      text_hash: string;
      languages: string[];
      authoritative_language?: string;
      provider: string;
      paragraphs: { number: string; title: string; text: string }[];
    };
    Challenge: { challenge_id: string; expires_at: string; resend_at: string };
    Me: {
      id: string;
      role: string;
      outcome?: string;
      token?: string;
      phone_masked: string;
      email?: string;
      display_name?: string;
      language: string;
      zone: string;
      questionnaire_complete: boolean;
      accepted_current_offer: boolean;
      accepted_offer_version?: string;
      unread_notices?: number;
      created_at: string;
    };
    Session: { id: string; current: boolean; device: string; address: string; begun_at: string; seen_at: string };
    Questionnaire: {
      display_name?: string;
      age?: number;
      prior_experience?: boolean;
      concern_topic?: string;
      concern_text?: string;
    };
    Acceptance: { id: string; document: string; version: string; content_hash: string; language: string; accepted_at: string };
    AccessRead: { at: string; who: string; role?: string; purpose?: string; action: string; what: string };
    RefundDeadline: { at: string; passed: boolean; clause: S['Clause']; steps: S['Step'][] };
    Move: { id: string; starts_at: string; asked_by: string; asked_at: string; state: string };
    Booking: {
      id: string;
      state: string;
      specialist: { id: string; name: string };
      client?: { id: string; display_name: string; prior_experience?: boolean; concern_topic?: string };
      starts_at: string;
      ends_at: string;
      duration_minutes: number;
      price: S['Money'];
      hold_expires_at?: string;
      refund_deadline?: S['RefundDeadline'];
      refundable_now: boolean;
      warning?: { must_confirm: boolean; clause: S['Clause'] };
      order: { id: string; paid: S['Money']; refunded: S['Money']; refund_due: S['Money'] };
      room_opens_at: string;
      zone_of_business: string;
      can: { pay: boolean; cancel: boolean; move: boolean; join: boolean };
      cancellation?: { at: string; by: string; refund: S['Money']; clause: S['Clause']; effective_at?: string };
      moves: S['Move'][];
      remedy?: { choices: string[]; refund: S['Money']; answer_by?: string; clause: S['Clause'] };
      equipment_check?: {
        camera: boolean;
        microphone: boolean;
        speaker: boolean;
        bandwidth_kbps?: number;
        passed: boolean;
        checked_at: string;
      };
      outcome?: { kind: string; clause: S['Clause'] };
      repeat_of?: string;
      terms_version: string;
    };
    Payment: { state: string; redirect_url?: string; amount: S['Money']; expires_at: string; reason?: string };
    CancelPreview: {
      preview: string;
      expires_at: string;
      refund: S['Money'];
      in_time: boolean;
      received_at: string;
      effective_at?: string;
      choice_until?: string;
      clause: S['Clause'];
      rests_on: S['Clause'][];
      steps: S['Step'][];
    };
    MovePreview: {
      preview: string;
      expires_at: string;
      allowed: boolean;
      needs_consent: boolean;
      answer_until?: string;
      refund_instead: S['Money'];
      clause: S['Clause'];
      refund_deadline?: { at: string };
    };
    EquipmentCheck: {
      passed: boolean;
      may_join: boolean;
      missing: string[];
      bandwidth_ok: boolean;
      bandwidth_kbps?: number;
      required_kbps: number;
      clause: S['Clause'];
      checked_at: string;
    };
    Presence: { ends_at: string; late_minutes: number; joined: { who: string; at: string; left_at?: string }[] };
    Notice: { id: string; template_name: string; subject: string; title: string; body: string; at: string; read_at?: string };
    CalendarDay: {
      bookings: { id: string; starts_at: string; ends_at: string; state: string; client_name: string; paid: S['Money'] }[];
      exceptions: { id: string; starts_at: string; ends_at: string; open: boolean }[];
      zone: string;
    };
    Hours: { zone: string; duration_minutes: number; buffer_minutes: number; week: { weekday: number; opens: string; closes: string }[] };
    PracticeMoney: {
      payable: S['Money'];
      expected: S['Money'];
      paid_out: S['Money'];
      lines: { booking_id: string; at: string; what: string; amount: S['Money'] }[];
    };
  };
}

export interface paths {
  '/v1/brand': { get: Read<S['Brand']> };
  '/v1/offers': { get: Read<{ items: S['Edition'][] }> };
  '/v1/offers/{document}/{version}': { get: Read<S['DocumentText'], { document: string; version: string }, { lang?: string }> };
  '/v1/catalogue/topics': { get: Read<{ topics: S['Topic'][] }> };
  '/v1/specialists': {
    get: Read<
      { specialists: S['Specialist'][]; next_cursor?: string },
      None,
      { topic?: string; language?: string; max_price_minor?: number; cursor?: string }
    >;
  };
  '/v1/specialists/{id}': { get: Read<S['SpecialistPage'], Id> };
  '/v1/specialists/{id}/slots': {
    get: Read<{ slots: S['Slot'][]; zone_of_business: string }, Id, { from?: string; to?: string }>;
  };
  '/v1/registrations': {
    post: Write<
      S['Challenge'],
      {
        phone: string;
        offer_version: string;
        offer_hash: string;
        language: string;
        accepts_offer: boolean;
        declares_adult: boolean;
        consents_to_processing: boolean;
      }
    >;
  };
  '/v1/sign-in/codes': { post: Write<S['Challenge'], { phone: string }> };
  '/v1/sessions': {
    post: Write<S['Me'], { challenge_id: string; code: string }>;
    get: Read<{ sessions: S['Session'][] }>;
  };
  '/v1/staff-sessions': { post: Write<S['Me'], { phone: string; totp: string }> };
  '/v1/sessions/current': { delete: Read<None> };
  '/v1/sessions/{id}': { delete: Read<None, Id> };
  '/v1/me': { get: Read<S['Me']> };
  '/v1/me/settings': { put: Write<S['Me'], { language: string; zone: string; email?: string }> };
  '/v1/me/questionnaire': { get: Read<S['Questionnaire']>; put: Write<S['Questionnaire'], S['Questionnaire']> };
  '/v1/me/acceptances': { get: Read<{ items: S['Acceptance'][] }>;
    post: Write<S['Acceptance'], { document: string; version: string; content_hash: string; language: string; accepts: boolean }> };
  '/v1/me/access-log': { get: Read<{ reads: S['AccessRead'][] }> };
  '/v1/bookings': {
    post: Write<S['Booking'], { specialist_id: string; starts_at: string }>;
    get: Read<{ bookings: S['Booking'][]; next_cursor?: string }, None, { cursor?: string }>;
  };
  '/v1/bookings/{id}': { get: Read<S['Booking'], Id> };
  '/v1/bookings/{id}/payment': {
    post: Write<S['Payment'], { accepts_no_refund: boolean }, Id>;
    get: Read<S['Payment'], Id>;
  };
  '/v1/bookings/{id}/cancellation/preview': { get: Read<S['CancelPreview'], Id> };
  '/v1/bookings/{id}/cancellation': {
    post: Write<S['Booking'], { preview?: string; accepts_no_refund?: boolean }, Id>;
  };
  '/v1/bookings/{id}/move/preview': { get: Read<S['MovePreview'], Id, { starts_at?: string }> };
  '/v1/bookings/{id}/moves': { post: Write<S['Booking'], { starts_at: string; preview?: string }, Id> };
  '/v1/bookings/{id}/moves/{move_id}/answer': {
    post: Write<S['Booking'], { accepts: boolean }, { id: string; move_id: string }>;
  };
  '/v1/bookings/{id}/remedy': { post: Write<S['Booking'], { choice: string; starts_at?: string }, Id> };
  '/v1/bookings/{id}/equipment-check': {
    put: Write<S['EquipmentCheck'], { camera: boolean; microphone: boolean; speaker: boolean; bandwidth_kbps?: number }, Id>;
  };
  '/v1/bookings/{id}/presence': { get: Read<S['Presence'], Id> };
  '/v1/notices': { get: Read<{ items: S['Notice'][]; next?: string }> };
  '/v1/notices/{id}/reading': { post: Write<None, None, Id> };
  '/v1/practice/calendar': { get: Read<S['CalendarDay'], None, { from?: string; to?: string }> };
  '/v1/practice/hours': { get: Read<S['Hours']>; put: Write<S['Hours'], { week: S['Hours']['week'] }> };
  '/v1/practice/exceptions': { post: Write<None, { starts_at: string; ends_at: string; open: boolean }> };
  '/v1/practice/exceptions/{id}': { delete: Read<None, Id> };
  '/v1/practice/duration': { put: Write<S['Hours'], { duration_minutes: number }> };
  '/v1/practice/money': { get: Read<S['PracticeMoney']> };
  '/v1/staff/people/search': { post: Write<S['StaffPersonFound'], { phone: string; purpose: string }> };
  '/v1/staff/people/{id}': { get: Read<S['StaffPerson'], Id, { purpose: string }> };
  '/v1/staff/bookings': { get: Read<{ bookings: S['StaffBooking'][]; next_cursor?: string }, None, { cursor?: string; state?: string }> };
  '/v1/staff/ledger': { get: Read<{ items: S['LedgerEntry'][]; next?: string }, None, { cursor?: string; order?: string }> };
  '/v1/staff/decisions': {
    get: Read<{ items: S['Decision'][]; next?: string }, None, { cursor?: string; kind?: string; subject?: string }>;
  };
  '/v1/staff/jobs': { get: Read<{ items: S['Job'][]; next?: string }, None, { cursor?: string; state?: string }> };
  '/v1/staff/jobs/{id}/retry': { post: Write<None, None, Id> };
  '/v1/staff/outbox': { get: Read<{ items: S['OutboxRow'][]; next?: string }, None, { cursor?: string }> };
  '/v1/staff/specialists': { get: Read<{ specialists: S['StaffSpecialist'][]; next_cursor?: string }> };
  '/v1/staff/specialists/{id}/publication': { post: Write<None, None, Id>; delete: Read<None, Id> };
  '/v1/staff/prices': { post: Write<None, { specialist_id: string; price: S['Money']; effective_at?: string }> };
  '/sandbox/clock': { get: Read<{ now: string }>; put: Write<{ now: string }, { now?: string; advance_seconds?: number }> };
  '/sandbox/outbox': {
    get: Read<
      { items: { id: string; channel: string; template_name: string; destination: string; title: string; body: string; at: string }[] },
      None,
      { phone?: string }
    >;
  };
  '/sandbox/people': { get: Read<{ items: { id: string; role: string; phone: string; name?: string; totp_code?: string }[] }> };
}
