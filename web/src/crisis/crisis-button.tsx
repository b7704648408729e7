import { Link } from '@tanstack/react-router';
import { useEffect, useState, type ComponentType } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../api/me';
import { LifebuoyIcon } from '../ui/icons';
import { useContacts } from './asks';

const load = () => import('./crisis-dialog');
type Opened = ComponentType<{ onClose: () => void }>;

/** Asks for the numbers while there is a network: they are wanted when there may be none. */
function ContactsAhead() {
  useContacts();
  return null;
}

/**
 * The way to urgent help, on every page and in the room. For a client it opens over the page, with the alert; its parts are
 * fetched ahead, and where they are not there the plain page of contacts opens, which the browser keeps.
 */
export function CrisisButton({ inRoom = false }: { inRoom?: boolean }) {
  const { t } = useTranslation();
  const me = useMe();
  const client = me?.role === 'client';
  const [Opened, setOpened] = useState<Opened | null>(null);
  useEffect(() => {
    if (client) load().catch(() => undefined);
  }, [client]);
  if (!client) {
    return (
      <Link to="/help" className="crisis-link" target={inRoom ? '_blank' : '_self'}>
        <LifebuoyIcon />
        {t('shell.crisis')}
      </Link>
    );
  }
  const open = () =>
    load().then(
      ({ CrisisDialog }) => setOpened(() => CrisisDialog),
      () => window.location.assign('/urgent'),
    );
  return (
    <>
      <ContactsAhead />
      <button type="button" className="crisis-link" onClick={() => void open()}>
        <LifebuoyIcon />
        {t('shell.crisis')}
      </button>
      {Opened ? <Opened onClose={() => setOpened(null)} /> : null}
    </>
  );
}
