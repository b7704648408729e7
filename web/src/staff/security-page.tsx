import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import { outcomeOf } from '../api/outcome';
import type { SecurityLine } from '../api/types';
import { useAct } from '../api/use-act';
import { useAsk } from '../api/use-ask';
import { ActNote, Answer } from '../ui/answer';
import { Button } from '../ui/button';
import { DataTable } from '../ui/data-table';
import { SelectField } from '../ui/field';
import { useMoments } from '../ui/moment';
import { Page } from '../ui/page';
import { PageTurner, useCursor } from '../ui/pages';
import { PurposeField } from './purpose-field';
import type { Purpose } from './purposes';

const KINDS = ['refused', 'accesses'] as const;
type Kind = (typeof KINDS)[number];

/** What was refused to whom, and who asked from where. An address is opened line by line, for a purpose. */
export function SecurityPage() {
  const { t } = useTranslation('staff');
  const moments = useMoments();
  const pages = useCursor();
  const [kind, setKind] = useState<Kind>('refused');
  const [purpose, setPurpose] = useState<Purpose | ''>('');
  const { cursor } = pages;
  const log = useAsk(
    ['security-log', kind, cursor],
    () => outcomeOf(api.GET('/v1/staff/security-log', { params: { query: cursor ? { kind, cursor } : { kind } } })),
    { keepPrevious: true, pollMs: 30_000 },
  );
  return (
    <Page title={t('security.title')} lead={<p>{t('security.lead')}</p>}>
      <SelectField label={t('security.kind')} value={kind} onChange={(event) => setKind(KINDS.find((one) => one === event.target.value) ?? 'refused')}>
        {KINDS.map((one) => (
          <option key={one} value={one}>
            {t(`security.kinds.${one}`)}
          </option>
        ))}
      </SelectField>
      <PurposeField value={purpose} onChange={setPurpose} />
      <Answer of={log}>
        {({ items, next }) => (
          <>
            <DataTable
              label={t(`security.kinds.${kind}`)}
              rows={items}
              rowKey={(line) => line.id}
              empty={t('security.none')}
              columns={[
                { title: t('security.when'), cell: (line) => moments.businessMoment(line.until) },
                { title: t('security.who'), cell: (line) => <Who line={line} /> },
                { title: t('security.times'), cell: (line) => line.times, align: 'end' },
                ...(kind === 'refused' ? [{ title: t('security.what'), cell: (line: SecurityLine) => <What line={line} /> }] : []),
                { title: t('security.address'), cell: (line) => (line.person ? <Address key={line.id} id={line.id} kind={kind} purpose={purpose} /> : '—') },
              ]}
            />
            <PageTurner next={next} pages={pages} />
          </>
        )}
      </Answer>
    </Page>
  );
}

function Who({ line }: { line: SecurityLine }) {
  const { t } = useTranslation('staff');
  if (!line.person) return <>{t('security.nobody')}</>;
  return (
    <Link to="/staff/people/$id" params={{ id: line.person }} search={{}}>
      <span className="code">{line.person}</span>
    </Link>
  );
}

function What({ line }: { line: SecurityLine }) {
  return (
    <span className="code">
      {line.status} {line.route} {line.object ?? ''}
    </span>
  );
}

function Address({ id, kind, purpose }: { id: string; kind: Kind; purpose: Purpose | '' }) {
  const { t } = useTranslation('staff');
  const open = useAct((why: Purpose) =>
    outcomeOf(api.GET('/v1/staff/security-log/{id}/address', { params: { path: { id }, query: { purpose: why, kind } } })),
  );
  if (open.state.kind === 'value') return <span className="code">{open.state.value.address ?? t('security.erased')}</span>;
  return (
    <>
      <ActNote state={open.state} />
      <Button look="quiet" busy={open.running} isDisabled={purpose === ''} onPress={() => void (purpose === '' ? null : open.run(purpose))}>
        {t('security.open')}
      </Button>
    </>
  );
}
