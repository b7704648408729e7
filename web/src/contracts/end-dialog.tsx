import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import { outcomeOf } from '../api/outcome';
import { useAct } from '../api/use-act';
import { useAsk } from '../api/use-ask';
import type { ContractEndPreview } from '../api/types';
import { ActNote, Answer } from '../ui/answer';
import { Button } from '../ui/button';
import { ClauseNote } from '../ui/clause';
import { DataTable } from '../ui/data-table';
import { Dialog } from '../ui/dialog';
import { useMoments } from '../ui/moment';
import { formatMoney } from '../ui/money';
import { Tick } from '../ui/tick';

/** HAR-4.4.3c: what each session ahead is worth before the contract is ended. */
export function EndDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('contracts');
  const preview = useAsk(['contract-end'], () => outcomeOf(api.GET('/v1/me/contract/end/preview')), { staleMs: 0 });
  return (
    <Dialog title={t('end.title')} open onClose={onClose} role="alertdialog">
      <Answer of={preview}>{(value) => <Confirm preview={value} onClose={onClose} />}</Answer>
    </Dialog>
  );
}

export function Worth({ preview }: { preview: ContractEndPreview }) {
  const { t } = useTranslation('contracts');
  const moments = useMoments();
  return (
    <>
      <p className="soft">{t('end.comes_back')}</p>
      <p className="big-money">{formatMoney(preview.refund)}</p>
      <DataTable
        label={t('end.sessions')}
        rows={preview.sessions}
        rowKey={(one) => one.booking_id}
        empty={t('end.no_sessions')}
        columns={[
          { title: t('end.when'), cell: (one) => moments.businessMoment(one.starts_at) },
          { title: t('end.refund'), cell: (one) => formatMoney(one.refund), align: 'end' },
          { title: t('end.kept'), cell: (one) => formatMoney(one.kept), align: 'end' },
          { title: t('end.clause'), cell: (one) => one.clause.number },
        ]}
      />
      <ClauseNote clause={preview.clause} />
    </>
  );
}

function Confirm({ preview, onClose }: { preview: ContractEndPreview; onClose: () => void }) {
  const { t } = useTranslation('contracts');
  const client = useQueryClient();
  const [sure, setSure] = useState(false);
  const end = useAct((body: { preview: string; accepts_no_refund: boolean }, key) =>
    outcomeOf(api.POST('/v1/me/contract/end', { params: { header: { 'Idempotency-Key': key } }, body })),
  );
  async function confirm() {
    const outcome = await end.run({ preview: preview.preview, accepts_no_refund: sure });
    if (outcome?.kind !== 'value') return;
    client.removeQueries({ queryKey: ['bookings'] });
    await client.invalidateQueries({ queryKey: ['contract'] });
    await client.invalidateQueries({ queryKey: ['me'] });
    onClose();
  }
  return (
    <>
      <Worth preview={preview} />
      <Tick isSelected={sure} onChange={setSure}>
        {preview.kept.minor > 0 ? t('end.sure_kept', { kept: formatMoney(preview.kept) }) : t('end.sure')}
      </Tick>
      <ActNote state={end.state} />
      <div className="actions">
        <Button look="danger" onPress={() => void confirm()} busy={end.running} isDisabled={!sure}>
          {t('end.confirm')}
        </Button>
        <Button onPress={onClose}>{t('end.keep')}</Button>
      </div>
    </>
  );
}
