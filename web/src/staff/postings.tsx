import type { LedgerEntry } from '../api/types';
import { knownText } from '../i18n/known-text';
import { formatMoney } from '../ui/money';

/** The lines of one transaction, debit with a plus: they add up to nothing. */
export function Postings({ entry }: { entry: LedgerEntry }) {
  return (
    <ul className="postings">
      {entry.postings.map((posting) => (
        <li key={`${posting.kind}/${posting.owner}`} className="row-apart">
          <span>{knownText('staff', `account.${posting.kind}`) ?? posting.kind}</span>
          <span className="nowrap">{formatMoney(posting.amount, { signed: true })}</span>
        </li>
      ))}
    </ul>
  );
}
