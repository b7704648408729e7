import { Link, useSearch } from '@tanstack/react-router';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import { useBrand } from '../api/brand';
import { outcomeOf } from '../api/outcome';
import type { HandoverNote } from '../api/types';
import { useAct } from '../api/use-act';
import { useAsk } from '../api/use-ask';
import { ActNote, Answer } from '../ui/answer';
import { Button } from '../ui/button';
import { TextField } from '../ui/field';
import { useMoments } from '../ui/moment';
import { Card, Page } from '../ui/page';
import { PageTurner, useCursor } from '../ui/pages';
import { PurposeField } from './purpose-field';
import type { Purpose } from './purposes';

/** What one shift leaves to the next: about everybody, or about one person. Nothing is opened before a purpose is named. */
export function HandoverPage() {
  const { t } = useTranslation(['staff', 'common']);
  const { about } = useSearch({ from: '/staff/handover' });
  const hours = useBrand()?.support_hours;
  const [purpose, setPurpose] = useState<Purpose | ''>('');
  return (
    <Page
      title={t('handover.title')}
      lead={
        <>
          <p>{t('handover.lead')}</p>
          {hours ? <p className="soft">{t('common:foot.support_hours', { open: hours.open, close: hours.close })}</p> : null}
        </>
      }
      width="text"
    >
      <Write about={about} />
      <Card title={t('handover.notes')}>
        {about ? (
          <p>
            {t('handover.about_one')} <span className="code">{about}</span> · <Link to="/staff/handover">{t('handover.all')}</Link>
          </p>
        ) : null}
        <PurposeField value={purpose} onChange={setPurpose} />
        {purpose ? <Notes key={`${purpose}/${about ?? ''}`} purpose={purpose} about={about} /> : null}
      </Card>
    </Page>
  );
}

function Write({ about }: { about: string | undefined }) {
  const { t } = useTranslation('staff');
  const client = useQueryClient();
  const [text, setText] = useState('');
  const send = useAct((body: { text: string; about?: string }, key) =>
    outcomeOf(api.POST('/v1/staff/handover-notes', { params: { header: { 'Idempotency-Key': key } }, body })),
  );
  async function press() {
    const outcome = await send.run({ text, ...(about ? { about } : {}) });
    if (outcome?.kind !== 'value') return;
    setText('');
    await client.invalidateQueries({ queryKey: ['handover'] });
  }
  return (
    <Card title={about ? t('handover.write_about') : t('handover.write')}>
      {about ? <p className="code soft">{about}</p> : null}
      <TextField label={t('handover.text')} hint={t('handover.hint')} lines={4} maxLength={2000} value={text} onChange={setText} />
      <ActNote state={send.state} />
      <div>
        <Button look="primary" onPress={() => void press()} busy={send.running} isDisabled={text.trim() === ''}>
          {t('handover.leave')}
        </Button>
      </div>
    </Card>
  );
}

function Notes({ purpose, about }: { purpose: Purpose; about: string | undefined }) {
  const { t } = useTranslation('staff');
  const pages = useCursor();
  const { cursor } = pages;
  const notes = useAsk(
    ['handover', purpose, about, cursor],
    () =>
      outcomeOf(
        api.GET('/v1/staff/handover-notes', {
          params: { query: { purpose, ...(about ? { about } : {}), ...(cursor ? { cursor } : {}) } },
        }),
      ),
    { staleMs: Infinity }, // every read is written down
  );
  return (
    <Answer of={notes}>
      {(page) => (
        <>
          {page.items.length === 0 ? <p className="soft">{t('handover.none')}</p> : null}
          <ul className="lines">
            {page.items.map((note) => (
              <NoteLine key={note.id} note={note} again={'again' in notes ? notes.again : () => undefined} />
            ))}
          </ul>
          <PageTurner pages={pages} next={page.next} />
        </>
      )}
    </Answer>
  );
}

function NoteLine({ note, again }: { note: HandoverNote; again: () => void }) {
  const { t } = useTranslation('staff');
  const moments = useMoments();
  const take = useAct((_: null, key) =>
    outcomeOf(
      api.POST('/v1/staff/handover-notes/{id}/taking', { params: { path: { id: note.id }, header: { 'Idempotency-Key': key } } }),
    ),
  );
  async function press() {
    if ((await take.run(null))?.kind === 'value') again();
  }
  return (
    <li className="stack-tight">
      <p className="message">{note.text ?? t('handover.erased')}</p>
      <p className="soft small">
        {moments.businessMoment(note.written_at)}
        {note.about ? (
          <>
            {' · '}
            <Link to="/staff/people/$id" params={{ id: note.about }}>
              <span className="code">{note.about}</span>
            </Link>
          </>
        ) : null}
        {note.taken_at ? ` · ${t('handover.taken', { at: moments.businessMoment(note.taken_at) })}` : ''}
      </p>
      <ActNote state={take.state} />
      {note.taken_at ? null : (
        <div>
          <Button onPress={() => void press()} busy={take.running}>
            {t('handover.take')}
          </Button>
        </div>
      )}
    </li>
  );
}
