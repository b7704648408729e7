import { useTranslation } from 'react-i18next';
import { Button } from '../ui/button';
import { Card } from '../ui/page';
import type { GroupCall } from './group-call';
import type { Stage, Viewer } from './messages';

/** For a speaker: raised hands first, and who is on the stage as a guest. */
export function PeopleList({ call, stage, people }: { call: GroupCall; stage: Stage; people: Viewer[] }) {
  const { t } = useTranslation('groups');
  const guests = stage.speakers.filter((one) => one.guest);
  const sorted = [...people].sort((a, b) => Number(b.hand) - Number(a.hand));
  const hands = people.filter((one) => one.hand).length;
  return (
    <Card title={t('people.title')}>
      <p role="status">{hands > 0 ? t('people.hands', { count: hands }) : t('people.no_hands')}</p>
      <ul className="group-people">
        {guests.map((one) => (
          <li key={one.id} className="group-person">
            <span>{t('people.guest', { name: one.name })}</span>
            <Button onPress={() => call.tell({ type: 'mute', who: one.id, muted: !one.muted })}>{one.muted ? t('people.unmute') : t('people.mute')}</Button>
            <Button onPress={() => call.tell({ type: 'lower', who: one.id })}>{t('people.lower')}</Button>
            <Button look="quiet" onPress={() => call.tell({ type: 'remove', who: one.id })}>
              {t('people.remove')}
            </Button>
          </li>
        ))}
        {sorted.map((one) => (
          <li key={one.id} className="group-person" data-hand={one.hand}>
            <span>{one.hand ? t('people.raised', { name: one.name }) : one.name}</span>
            {one.hand ? (
              <>
                <Button look="primary" onPress={() => call.tell({ type: 'admit', who: one.id })}>
                  {t('people.admit')}
                </Button>
                <Button onPress={() => call.tell({ type: 'lower', who: one.id })}>{t('people.decline')}</Button>
              </>
            ) : null}
            <Button look="quiet" onPress={() => call.tell({ type: 'remove', who: one.id })}>
              {t('people.remove')}
            </Button>
          </li>
        ))}
      </ul>
    </Card>
  );
}
