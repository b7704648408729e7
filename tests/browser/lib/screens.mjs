// The main screens of every kind of person, in one language, with something real on each of them.
import { DESK, PHONE } from './browser.mjs';
import { becomeClient, enterAsStaff, freeSlot, payByHand, send } from './steps.mjs';
import { wordsOf } from './words.mjs';

const ANY = /\S/;

export class Screens {
  /**
   * A client with a paid, a held and a cancelled session, their psychologist, support and finance, each signed in.
   * @param {import('./journey.mjs').Tools} tools
   */
  static async prepare({ page: open, business }, { language, screen = PHONE }) {
    const made = new Screens();
    made.t = wordsOf(language);
    const device = { language, screen };
    made.visitor = await open(device);
    made.client = await open(device);
    await becomeClient(made.client, business, { language });
    const first = await freeSlot(business);
    made.specialist = first.specialist;
    made.paid = await payByHand(made.client, business, first);
    made.cancelled = await payByHand(made.client, business, await freeSlot(business, { hours: 72 }));
    await send(made.client, 'POST', `/v1/bookings/${made.cancelled}/cancellation`, {});
    const read = (where) => made.client.evaluate(async (path) => (await fetch(path)).json(), where);
    made.order = (await read(`/v1/bookings/${made.cancelled}`)).order.id;
    made.person = (await read('/v1/me')).id;
    const last = await freeSlot(business, { hours: 96 });
    made.held = (await send(made.client, 'POST', '/v1/bookings', { specialist_id: last.specialist.id, starts_at: last.startsAt, confirms_safety: true })).id;
    const words = { ru: 'Как сменить номер телефона?', kk: 'Телефон нөмірін қалай ауыстырамын?', en: 'How do I change my phone number?' };
    made.question = (await send(made.client, 'POST', '/v1/questions', { text: words[language] })).id;
    made.psychologist = await open({ ...device, language: 'ru' });
    await enterAsStaff(made.psychologist, business, (one) => one.id === made.specialist.id);
    made.support = await open({ ...device, language: 'ru' });
    await enterAsStaff(made.support, business, (one) => one.role === 'administrator');
    await declareOutages(made.support, business);
    made.event = await appointEvent(made.support, business, made.specialist);
    for (const page of [made.psychologist, made.support]) {
      await page.evaluate((tongue) => localStorage.setItem('kelisim-language', tongue), language);
    }
    return made;
  }

  /** @returns {{name: string, page: import('playwright-core').Page, where: string, shows: string | RegExp}[]} */
  list() {
    const { t, visitor, client, psychologist, support } = this;
    const at = (name, page, where, shows = ANY) => ({ name, page, where, shows });
    return [
      at('catalogue', visitor, '/', t('catalogue:title')),
      at('specialist', visitor, `/specialists/${this.specialist.id}`),
      at('offers', visitor, '/offers', t('terms:list.title')),
      at('offer', visitor, '/offers/offer/current', t('terms:document.offer')),
      at('help', visitor, '/help', t('common:help.title')),
      at('status', visitor, '/status', t('common:status.title')),
      at('statistics', visitor, '/statistics', t('statistics:title')),
      at('unsubscribe', visitor, '/unsubscribe/AAAAAAAAAAAAAAAAAAAAAA', t('news:leave.title')),
      at('urgent', visitor, '/urgent', 'HARMONIA'),
      at('sign-in', visitor, '/sign-in', t('identity:sign_in.title')),
      at('registration', visitor, '/registration', t('identity:register.title')),
      at('staff-sign-in', visitor, '/staff/sign-in', t('identity:staff.title')),
      at('lost', visitor, '/nowhere', t('common:lost.title')),
      at('questionnaire', client, '/questionnaire', t('identity:questionnaire.title')),
      at('bookings', client, '/bookings', t('scheduling:list.title')),
      at('booking', client, `/bookings/${this.paid}`),
      at('cancelled', client, `/bookings/${this.cancelled}`),
      at('checkout', client, `/bookings/${this.held}/checkout`, t('orders:checkout.title')),
      at('paid', client, `/bookings/${this.paid}/payment`, t('orders:return.title')),
      at('equipment', client, `/bookings/${this.paid}/equipment`, t('sessions:check.title')),
      at('door', client, `/bookings/${this.paid}/room`, t('sessions:join.title')),
      at('notices', client, '/notices', t('notify:title')),
      at('news', client, '/news', t('news:title')),
      at('claims', client, '/claims', t('claims:list.title')),
      at('claim', client, `/claims/${this.question}`),
      at('groups', client, '/groups', t('groups:list.title')),
      at('group', client, `/groups/${this.event}`),
      at('group-door', client, `/groups/${this.event}/room`),
      at('contract', client, '/contract', t('contracts:title')),
      at('account', client, '/account'),
      at('help-signed-in', client, '/help', t('common:help.title')),
      at('calendar', psychologist, '/practice/calendar', t('practice:calendar.title')),
      at('hours', psychologist, '/practice/hours', t('practice:hours.title')),
      at('money', psychologist, '/practice/money', t('practice:money.title')),
      at('session', psychologist, `/bookings/${this.paid}`),
      at('people', support, '/staff/people', t('staff:people.title')),
      at('staff-claims', support, '/staff/claims', t('claims:desk.title')),
      at('staff-claim', support, `/staff/claims/${this.question}`),
      at('staff-groups', support, '/staff/groups', t('groups:desk.title')),
      at('breaches', support, '/staff/breaches', t('contracts:desk.title')),
      at('staff-contract', support, `/staff/contract/${this.person}`, t('contracts:desk.contract')),
      at('staff-bookings', support, '/staff/bookings', t('staff:bookings.title')),
      at('board', support, '/staff/obligations', t('obligations:title')),
      at('outages', support, '/staff/outages', t('staff:outages.title')),
      at('refunds', support, '/staff/refunds', t('staff:refunds.title')),
      at('order', support, `/staff/orders/${this.order}`, t('staff:order.title')),
      at('person', support, `/staff/people/${this.person}?purpose=complaint`, t('staff:people.one')),
      at('ledger', support, '/staff/ledger', t('staff:ledger.title')),
      at('decisions', support, '/staff/decisions', t('staff:decisions.title')),
      at('jobs', support, '/staff/jobs', t('staff:jobs.title')),
      at('outbox', support, '/staff/outbox', t('staff:outbox.title')),
      at('security', support, '/staff/security', t('staff:security.title')),
      at('astrology', support, '/staff/astrology', t('astrology:title')),
      at('handover', support, '/staff/handover', t('staff:handover.title')),
      at('feedback', support, '/staff/feedback', t('reviews:desk.title')),
      at('staff-news', support, '/staff/news', t('news:desk.title')),
      at('audit', support, '/staff/audit', t('staff:audit.title')),
      at('specialists', support, '/staff/specialists', t('staff:specialists.title')),
    ];
  }

  close() {
    return Promise.all([this.visitor, this.client, this.psychologist, this.support].map((page) => page.context().close()));
  }
}

const HOUR_MS = 3_600_000;

/** A failure that runs and a force majeure some days off: one has to be closed, of the other two papers are owed. */
async function declareOutages(page, business) {
  const at = async (hours) => new Date((await business.now()).getTime() + hours * HOUR_MS).toISOString();
  await send(page, 'POST', '/v1/staff/outages', { kind: 'failure', from: await at(0) });
  await send(page, 'POST', '/v1/staff/outages', { kind: 'force_majeure', from: await at(1200), until: await at(1224) });
}

export const SIZES = { phone: PHONE, desk: DESK };

let appointed = 0;

/** A group event in more than a month, with this specialist as its speaker; each on a day of its own. */
async function appointEvent(support, business, specialist) {
  appointed += 1;
  const start = (await business.now()).getTime() + (40 + appointed) * 24 * HOUR_MS;
  const titles = { ru: 'Как спать спокойно', kk: 'Қалай тыныш ұйықтау керек', en: 'How to sleep well' };
  const body = { titles, starts_at: new Date(start).toISOString(), minutes: 60, capacity: 50, speakers: [specialist.id] };
  return (await send(support, 'POST', '/v1/staff/groups', body)).id;
}
