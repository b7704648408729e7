import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import { outcomeOf } from '../api/outcome';
import type { GroupEvent } from '../api/types';
import { useAsk } from '../api/use-ask';
import { useEvents } from '../groups/asks';
import { EventFacts } from '../groups/events-page';
import { Answer } from '../ui/answer';
import { Button } from '../ui/button';
import { DataTable } from '../ui/data-table';
import { useMoments } from '../ui/moment';
import { Page } from '../ui/page';
import { GroupCancelDialog } from './group-cancel-dialog';
import { GroupForm } from './group-form';
import { GroupMove } from './group-move';

const SECONDS = 60;

/** Group events: appoint one, call one off, see who was there. */
export function StaffGroupsPage() {
  const { t } = useTranslation('groups');
  return (
    <Page title={t('desk.title')} lead={<p>{t('desk.lead')}</p>} width="text">
      <GroupForm />
      <Answer of={useEvents()}>
        {({ items }) => (
          <ul className="lines">
            {items.map((event) => (
              <One key={event.id} event={event} />
            ))}
          </ul>
        )}
      </Answer>
    </Page>
  );
}

function One({ event }: { event: GroupEvent }) {
  const { t } = useTranslation('groups');
  const [shown, setShown] = useState(false);
  const [moving, setMoving] = useState(false);
  const [cancelling, setCancelling] = useState(false);
  return (
    <li className="card stack-tight">
      <h2>{event.title}</h2>
      <EventFacts event={event} />
      <div className="row">
        <Button onPress={() => setShown(!shown)}>{shown ? t('desk.hide') : t('desk.attendance')}</Button>
        {event.state === 'planned' ? <Button onPress={() => setMoving(!moving)}>{moving ? t('desk.hide') : t('desk.move_open')}</Button> : null}
        {event.state === 'planned' || event.state === 'open' ? (
          <Button look="quiet" onPress={() => setCancelling(true)}>
            {t('desk.cancel')}
          </Button>
        ) : null}
      </div>
      {moving && event.state === 'planned' ? <GroupMove id={event.id} onMoved={() => setMoving(false)} /> : null}
      {cancelling ? <GroupCancelDialog event={event} onClose={() => setCancelling(false)} /> : null}
      {shown ? <Attendance id={event.id} /> : null}
    </li>
  );
}

function Attendance({ id }: { id: string }) {
  const { t } = useTranslation('groups');
  const moments = useMoments();
  const list = useAsk(['group-attendance', id], () => outcomeOf(api.GET('/v1/staff/groups/{id}/attendance', { params: { path: { id } } })), {
    pollMs: 30_000,
  });
  return (
    <Answer of={list}>
      {({ items }) => (
        <DataTable
          label={t('desk.attendance')}
          empty={t('desk.nobody')}
          rows={items}
          rowKey={(row) => row.person}
          columns={[
            { title: t('desk.person'), cell: (row) => <code>{row.person}</code> },
            { title: t('desk.part'), cell: (row) => t(`part.${row.part}`) },
            { title: t('desk.spans'), cell: (row) => row.spans.map((one) => `${moments.businessTime(one.from)}–${moments.businessTime(one.until)}`).join(', ') },
            { title: t('desk.minutes'), align: 'end', cell: (row) => Math.floor(row.seconds / SECONDS) },
          ]}
        />
      )}
    </Answer>
  );
}
