// The personal account: an address that is asked for and proved, and one's own data.
import assert from 'node:assert/strict';
import { journey } from './lib/journey.mjs';
import { becomeClient, sees } from './lib/steps.mjs';

const ADDRESS = 'lotus@mail.example';

journey('an address is asked for while there is none, and kept once the code from its letter is entered', async ({ page: open, business, t, clause }) => {
  const page = await open();
  await becomeClient(page, business);
  await page.goto('/account');
  clause('HAR-4.4.3b');
  await page.getByRole('heading', { name: t('account:email_missing') }).waitFor();
  await page.getByLabel(t('account:email_address')).fill(ADDRESS);
  await page.getByRole('button', { name: t('account:email_send') }).click();
  const code = await business.until('the letter', async () => {
    const { items } = await business.ask('GET', '/sandbox/outbox');
    return items.find((one) => one.destination === ADDRESS)?.body.match(/\d{6}/)?.[0];
  });
  await page.getByLabel(t('account:email_code')).fill(code);
  await page.getByRole('button', { name: t('account:email_confirm') }).click();
  await sees(page, t('account:email_registered', { email: ADDRESS }));
  assert.doesNotMatch(page.url(), /@|mail/, 'no address stands in an address of the site');

  await page.reload();
  await sees(page, t('account:email_registered', { email: ADDRESS }));
  const data = await page.evaluate(async () => (await fetch('/v1/me/data')).json());
  assert.equal(data.email, ADDRESS);
});
