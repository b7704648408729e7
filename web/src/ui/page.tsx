import { createLink } from '@tanstack/react-router';
import { forwardRef, useEffect, type AnchorHTMLAttributes, type ReactNode } from 'react';
import { ArrowLeftIcon, Mark } from './icons';

interface PageProps {
  title: string;
  lead?: ReactNode;
  /** `text` keeps lines at a length that reads well; `desk` takes the width that there is. */
  width?: 'full' | 'text' | 'desk';
  back?: ReactNode;
  children: ReactNode;
}

export function Page({ title, lead, width = 'full', back, children }: PageProps) {
  useEffect(() => {
    document.title = `${title} · HARMONIA`;
  }, [title]);
  return (
    <div className="page" data-width={width}>
      <div className="stack-tight">
        {back}
        <h1 tabIndex={-1}>{title}</h1>
        {lead ? <div className="lead">{lead}</div> : null}
      </div>
      {children}
    </div>
  );
}

const BackAnchor = forwardRef<HTMLAnchorElement, AnchorHTMLAttributes<HTMLAnchorElement>>(function BackAnchor({ children, ...rest }, ref) {
  return (
    <a ref={ref} {...rest} className="back">
      <ArrowLeftIcon /> {children}
    </a>
  );
});

export const BackLink = createLink(BackAnchor);

export function Empty({ title, text, act }: { title: string; text: string; act?: ReactNode }) {
  return (
    <div className="empty">
      <Mark />
      <div className="stack-tight">
        <h2>{title}</h2>
        <p className="soft">{text}</p>
      </div>
      {act}
    </div>
  );
}

export function Card({ title, children, raised = false }: { title?: string; children: ReactNode; raised?: boolean }) {
  return (
    <section className="card stack" data-raised={raised}>
      {title ? <h2>{title}</h2> : null}
      {children}
    </section>
  );
}
