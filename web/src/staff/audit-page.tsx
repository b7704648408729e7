import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import { outcomeOf } from '../api/outcome';
import { useAsk } from '../api/use-ask';
import { knownText } from '../i18n/known-text';
import { Answer } from '../ui/answer';
import { Button } from '../ui/button';
import { DataTable } from '../ui/data-table';
import { TextField } from '../ui/field';
import { useMoments } from '../ui/moment';
import { Card, Page } from '../ui/page';
import { PageTurner, useCursor } from '../ui/pages';

const PERSON = /^[0-9A-HJKMNP-TV-Z]{26}$/;

/** The audit chain, newest first: who read or changed what, and why. Whether it is whole is checked on the server. */
export function AuditPage() {
  const { t } = useTranslation('staff');
  const [typed, setTyped] = useState('');
  const [subject, setSubject] = useState<string | undefined>(undefined);
  const person = typed.trim().toUpperCase();
  return (
    <Page title={t('audit.title')} lead={<p>{t('audit.lead')}</p>}>
      <Card>
        <TextField label={t('audit.person')} hint={t('audit.person_hint')} value={typed} onChange={setTyped} maxLength={26} autoComplete="off" />
        <div className="row">
          <Button look="secondary" onPress={() => setSubject(person)} isDisabled={!PERSON.test(person)}>
            {t('audit.find')}
          </Button>
          {subject ? <Button onPress={() => setSubject(undefined)}>{t('audit.all')}</Button> : null}
        </div>
      </Card>
      <Rows key={subject ?? ''} subject={subject} />
    </Page>
  );
}

function Rows({ subject }: { subject: string | undefined }) {
  const { t } = useTranslation('staff');
  const moments = useMoments();
  const pages = useCursor();
  const { cursor } = pages;
  const rows = useAsk(
    ['staff-audit', subject, cursor],
    () => outcomeOf(api.GET('/v1/staff/audit', { params: { query: { ...(subject ? { subject } : {}), ...(cursor ? { before: cursor } : {}) } } })),
    { keepPrevious: true },
  );
  return (
    <Answer of={rows}>
      {(page) => (
        <>
          <DataTable
            label={t('audit.title')}
            rows={page.rows}
            rowKey={(row) => String(row.seq)}
            empty={t('audit.none')}
            columns={[
              { title: t('audit.number'), cell: (row) => row.seq, align: 'end' },
              { title: t('audit.when'), cell: (row) => moments.businessMoment(row.at) },
              { title: t('audit.what'), cell: (row) => knownText('staff', `timeline.kind.${row.action}`) ?? row.action },
              { title: t('audit.object'), cell: (row) => <span className="code">{row.object}</span> },
              { title: t('audit.why'), cell: (row) => (row.purpose ? (knownText('staff', `purpose.${row.purpose}`) ?? row.purpose) : '') },
              { title: t('audit.actor'), cell: (row) => (row.actor ? <span className="code">{row.actor}</span> : t('audit.by_itself')) },
              { title: t('audit.subject'), cell: (row) => (row.subject ? <Who id={row.subject} /> : '') },
            ]}
          />
          <PageTurner pages={pages} next={page.next_before === undefined ? undefined : String(page.next_before)} />
        </>
      )}
    </Answer>
  );
}

function Who({ id }: { id: string }) {
  return (
    <Link to="/staff/people/$id" params={{ id }}>
      <span className="code">{id}</span>
    </Link>
  );
}
