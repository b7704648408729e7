import { Link, Outlet, useMatchRoute, useRouterState } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useBrand } from '../api/brand';
import { useMe } from '../api/me';
import { useDesk } from '../astrology/asks';
import { Waiting } from '../ui/answer';
import { CrisisButton } from '../crisis/crisis-button';
import { Mark } from '../ui/icons';
import { Footer } from './footer';
import { isStaff } from './guard';
import { LanguageChoice } from './language-choice';
import { NewEditionBanner } from './new-edition';
import { placesFor, type Place } from './places';
import { StatusBanner } from './status-banner';

const SandboxBanner = lazy(() => import('../sandbox/banner'));

export function Shell() {
  const { t } = useTranslation();
  const brand = useBrand();
  const me = useMe();
  const main = useRef<HTMLElement>(null);
  const match = useMatchRoute();
  const inRoom = Boolean(match({ to: '/bookings/$id/room' }) || match({ to: '/groups/$id/room' }));
  const astrology = useDesk(isStaff(me));
  const places = placesFor(me, astrology.kind === 'value');
  useFocusOnNewPage(main);

  return (
    <div className="shell">
      <a className="skip" href="#main">
        {t('shell.skip')}
      </a>
      {brand?.sandbox ? (
        <Suspense fallback={null}>
          <SandboxBanner />
        </Suspense>
      ) : null}
      <header className="top">
        <div className="top-inner">
          <Link to="/" className="brand">
            <Mark />
            {brand?.name ?? t('shell.brand')}
          </Link>
          {inRoom ? null : <Places places={places} className="nav" label={t('shell.places')} icons={false} />}
          <LanguageChoice />
          <CrisisButton inRoom={inRoom} />
        </div>
      </header>
      <StatusBanner />
      <NewEditionBanner />
      <main className="main" id="main" ref={main} tabIndex={-1}>
        <Suspense fallback={<Waiting />}>
          <Outlet />
        </Suspense>
      </main>
      {inRoom ? null : <Footer />}
      {inRoom ? null : <Places places={places} className="tabs-bar" label={t('shell.places_short')} icons />}
    </div>
  );
}

function Places({ places, className, label, icons }: { places: Place[]; className: string; label: string; icons: boolean }) {
  const { t } = useTranslation();
  const nav = useRef<HTMLElement>(null);
  const path = useRouterState({ select: (state) => state.resolvedLocation?.pathname });
  useEffect(() => {
    nav.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [path]);
  return (
    <nav className={className} aria-label={label} data-many={places.length > 6} ref={nav}>
      {places.map((place) => (
        <Link key={place.to} to={place.to} activeOptions={{ exact: place.to === '/', includeSearch: false }}>
          {icons ? <place.Icon /> : null}
          {t(`place.${place.name}`)}
        </Link>
      ))}
    </nav>
  );
}

/** A new page is read from its beginning by a screen reader as by an eye. */
function useFocusOnNewPage(main: React.RefObject<HTMLElement | null>) {
  const path = useRouterState({ select: (state) => state.resolvedLocation?.pathname });
  const first = useRef(true);
  useEffect(() => {
    if (path === undefined) return;
    if (first.current) {
      first.current = false;
      return;
    }
    main.current?.focus({ preventScroll: true });
  }, [path, main]);
}
