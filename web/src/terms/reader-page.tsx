import { Link, useLocation, useParams, useSearch } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useBrand } from '../api/brand';
import type { DocumentText } from '../api/types';
import { TONGUE_NAMES, tongueOf } from '../i18n/tongues';
import { Answer, Waiting } from '../ui/answer';
import { Emphasised, paragraphAnchor } from '../ui/clause';
import { useMoments } from '../ui/moment';
import { Notice } from '../ui/notice';
import { BackLink, Page } from '../ui/page';
import { AcceptCard } from './accept-card';
import { documentName, textAddress, useChanges, useDocumentText, useEditions } from './asks';
import { ChangesList } from './changes';

// HAR-8.8a: the binding text is the Russian one; it opens first, translations are offered as help.
const BINDING = 'ru';

/** Opens an edition; `current` in the address stands for the one in force. */
export function ReaderPage() {
  const { document: name, version } = useParams({ from: '/offers/$document/$version' });
  const { lang } = useSearch({ from: '/offers/$document/$version' });
  const editions = useEditions();
  const inForce = editions.kind === 'value' ? editions.value.items.find((one) => one.document === name && one.in_force) : undefined;
  const wanted = version === 'current' ? (inForce?.version ?? null) : version;
  const text = useDocumentText(name, wanted, lang ?? BINDING);
  if (version === 'current' && editions.kind !== 'value') return <Answer of={editions}>{() => <Waiting />}</Answer>;
  return <Answer of={text}>{(value) => <Reader text={value} />}</Answer>;
}

function Reader({ text }: { text: DocumentText }) {
  const { t } = useTranslation('terms');
  const brand = useBrand();
  const moments = useMoments();
  useScrollToAnchor(text);
  const { edition } = text;
  return (
    <Page title={t(documentName(edition.document))} width="text" back={<BackLink to="/offers">{t('list.title')}</BackLink>}>
      <div className="row-apart">
        <p className="soft">
          {t('edition', { date: moments.documentDate(edition.effective_at) })} · {edition.in_force ? t('current') : t('former')}
        </p>
        <a className="button" data-look="secondary" href={textAddress(edition.document, edition.version, text.language)} download>
          {t('download')}
        </a>
      </div>
      <LanguageOfText text={text} />
      <WhatChanged text={text} />
      <p className="soft">{t('provider', { name: text.provider })}</p>
      <article className="reader" lang={text.language}>
        {text.paragraphs.map((paragraph) => (
          <Paragraph key={paragraph.number} {...paragraph} />
        ))}
      </article>
      <AcceptCard text={text} />
      <Notice>
        <p>{t('as_is')}</p>
      </Notice>
      <p>
        {brand?.name} · {brand ? <a href={`mailto:${brand.provider.support_email}`}>{brand.provider.support_email}</a> : null}
      </p>
      <p className="soft small code">
        {t('hash')} {edition.content_hash}
      </p>
    </Page>
  );
}

/** HAR-4.2.3a: every change with its date and its differences. The first edition changed nothing. */
function WhatChanged({ text }: { text: DocumentText }) {
  const { t } = useTranslation('terms');
  const moments = useMoments();
  const changes = useChanges(text.edition.document, text.edition.version, text.language);
  if (changes.kind === 'value' && changes.value.since === undefined) return null;
  return (
    <details className="card stack">
      <summary>{t('changes.title', { date: moments.documentDate(text.edition.effective_at) })}</summary>
      <Answer of={changes}>{(value) => <ChangesList changes={value} />}</Answer>
    </details>
  );
}

function LanguageOfText({ text }: { text: DocumentText }) {
  const { t } = useTranslation('terms');
  const { edition } = text;
  return (
    <div className="stack-tight">
      {text.language === BINDING ? null : (
        <Notice tone="calm">
          <p>{t('binding_russian')}</p>
        </Notice>
      )}
      <nav className="tabs" aria-label={t('language_of_text')}>
        {text.languages.map((language) => {
          const tongue = tongueOf(language);
          return (
            <Link
              key={language}
              className="tab"
              to="/offers/$document/$version"
              params={{ document: edition.document, version: edition.version }}
              search={{ lang: language }}
              replace
              resetScroll={false}
              data-selected={language === text.language ? true : undefined}
              aria-current={language === text.language ? 'true' : undefined}
              lang={language}
            >
              {tongue ? TONGUE_NAMES[tongue] : language}
            </Link>
          );
        })}
      </nav>
    </div>
  );
}

function Paragraph({ number, title, text }: DocumentText['paragraphs'][number]) {
  const anchor = paragraphAnchor(number);
  const named = useLocation({ select: (location) => location.hash }) === anchor;
  return (
    <section className="paragraph" id={anchor} data-named={named}>
      <a href={`#${anchor}`}>{number}</a>
      <div className="stack-tight">
        {title ? <h2>{title}</h2> : null}
        {text.split(/\n{2,}/).map((part, index) => (part.trim() ? <Wording key={index} text={part} /> : null))}
      </div>
    </section>
  );
}

/** Beside emphasis, only quotes occur. */
function Wording({ text }: { text: string }) {
  const quoted = text.startsWith('>');
  return (
    <p className={quoted ? 'clause' : undefined}>
      <Emphasised text={quoted ? text.replace(/^>\s?/gm, '') : text} />
    </p>
  );
}

/** The paragraph named in the address exists only after the text has come: bring it into view then. */
function useScrollToAnchor(text: DocumentText) {
  useEffect(() => {
    const anchor = decodeURIComponent(window.location.hash.slice(1));
    if (anchor === '') return;
    document.getElementById(anchor)?.scrollIntoView({ block: 'start' });
  }, [text]);
}
