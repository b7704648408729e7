import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useBrand } from '../api/brand';
import { api } from '../api/client';
import { outcomeOf } from '../api/outcome';
import { useAct } from '../api/use-act';
import { useAskPages } from '../api/use-ask-pages';
import { TONGUES } from '../i18n/tongues';
import { ActNote, Answer } from '../ui/answer';
import { Button } from '../ui/button';
import { TextField } from '../ui/field';
import { instantOf } from '../ui/instant';
import { Card } from '../ui/page';
import { Tick } from '../ui/tick';

const TITLE_LETTERS = 120;
const EMPTY = { ru: '', kk: '', en: '' };

/** A new event: a title in every language, when and how long, how many places, who speaks. */
export function GroupForm() {
  const { t } = useTranslation('groups');
  const client = useQueryClient();
  const zone = useBrand()?.zone ?? 'Asia/Almaty';
  const [titles, setTitles] = useState(EMPTY);
  const [when, setWhen] = useState({ day: '', time: '' });
  const [minutes, setMinutes] = useState('60');
  const [places, setPlaces] = useState('50');
  const [speakers, setSpeakers] = useState<string[]>([]);
  const appoint = useAct((body: { titles: typeof EMPTY; starts_at: string; minutes: number; capacity: number; speakers: string[] }, key) =>
    outcomeOf(api.POST('/v1/staff/groups', { params: { header: { 'Idempotency-Key': key } }, body })),
  );
  const complete = TONGUES.every((one) => titles[one].trim() !== '') && when.day !== '' && when.time !== '' && Number(minutes) > 0 && Number(places) > 0 && speakers.length > 0;

  async function send() {
    const outcome = await appoint.run({
      titles,
      starts_at: instantOf(when.day, when.time, zone),
      minutes: Number(minutes),
      capacity: Number(places),
      speakers,
    });
    if (outcome?.kind !== 'value') return;
    setTitles(EMPTY);
    setSpeakers([]);
    await client.invalidateQueries({ queryKey: ['groups'] });
  }
  return (
    <Card title={t('desk.new')}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        {TONGUES.map((one) => (
          <TextField key={one} label={t(`desk.titles.${one}`)} maxLength={TITLE_LETTERS} value={titles[one]} onChange={(title) => setTitles({ ...titles, [one]: title })} />
        ))}
        <div className="hours-row">
          <TextField label={t('desk.day')} type="date" value={when.day} onChange={(day) => setWhen({ ...when, day })} />
          <TextField label={t('desk.time')} type="time" value={when.time} onChange={(time) => setWhen({ ...when, time })} />
        </div>
        <div className="hours-row">
          <TextField label={t('desk.minutes')} inputMode="numeric" value={minutes} onChange={setMinutes} />
          <TextField label={t('desk.places')} inputMode="numeric" value={places} onChange={setPlaces} />
        </div>
        <Speakers chosen={speakers} onChange={setSpeakers} />
        <ActNote state={appoint.state} />
        <div>
          <Button type="submit" look="primary" busy={appoint.running} isDisabled={!complete}>
            {t('desk.appoint')}
          </Button>
        </div>
      </form>
    </Card>
  );
}

function Speakers({ chosen, onChange }: { chosen: string[]; onChange: (chosen: string[]) => void }) {
  const { t } = useTranslation('groups');
  const max = useBrand()?.groups?.speakers_max;
  const specialists = useAskPages(['staff-specialists'], (query) => outcomeOf(api.GET('/v1/staff/specialists', { params: { query } })), {
    next: (page) => page.next_cursor,
  });
  return (
    <fieldset className="stack-tight">
      <legend className="label">{t('desk.speakers', { max })}</legend>
      <Answer of={specialists}>
        {(pages) =>
          pages
            .flatMap((page) => page.specialists)
            .map(({ id, name }) => (
              <Tick key={id} isSelected={chosen.includes(id)} onChange={(on) => onChange(on ? [...chosen, id] : chosen.filter((one) => one !== id))}>
                {name}
              </Tick>
            ))
        }
      </Answer>
    </fieldset>
  );
}
