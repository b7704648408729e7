import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import { useMe } from '../api/me';
import { outcomeOf } from '../api/outcome';
import { useAct } from '../api/use-act';
import type { DocumentText } from '../api/types';
import { ActNote } from '../ui/answer';
import { Button } from '../ui/button';
import { Card } from '../ui/page';
import { Tick } from '../ui/tick';

/** A client who has not accepted the edition in force does it here, under its text. */
export function AcceptCard({ text }: { text: DocumentText }) {
  const { t } = useTranslation('terms');
  const me = useMe();
  const client = useQueryClient();
  const [agrees, setAgrees] = useState(false);
  const { edition } = text;
  const accept = useAct((accepts: boolean, key) =>
    outcomeOf(
      api.POST('/v1/me/acceptances', {
        params: { header: { 'Idempotency-Key': key } },
        body: {
          document: edition.document,
          version: edition.version,
          content_hash: edition.content_hash,
          language: text.language,
          accepts,
        },
      }),
    ),
  );
  if (me?.role !== 'client' || me.accepted_current_offer || edition.document !== 'offer' || !edition.in_force) return null;
  const send = async () => {
    const outcome = await accept.run(agrees);
    if (outcome?.kind === 'value') await client.invalidateQueries({ queryKey: ['me'] });
  };
  return (
    <Card title={t('accept.title')} raised>
      <p>{t('accept.text')}</p>
      <Tick isSelected={agrees} onChange={setAgrees}>
        {t('accept.tick')}
      </Tick>
      <ActNote state={accept.state} />
      <div>
        <Button look="primary" onPress={() => void send()} busy={accept.running} isDisabled={!agrees}>
          {t('accept.send')}
        </Button>
      </div>
    </Card>
  );
}
