import { useEffect, useRef } from 'react';
import { moved } from './spot';
import type { Linked } from './use-links';

interface WheelProps {
  /** As the server drew it: its texts are escaped there and it holds no script. */
  svg: string;
  linked: Linked;
}

const bodyAt = (target: EventTarget): string | null =>
  target instanceof Element ? (target.closest('[data-name]')?.getAttribute('data-name') ?? null) : null;

/** The wheel with its bodies as links for the pointer; for the keyboard the table beside it has the same. */
export function Wheel({ svg, linked }: WheelProps) {
  const frame = useRef<HTMLDivElement>(null);
  const { lit, any } = linked;
  useEffect(() => {
    for (const group of frame.current?.querySelectorAll('[data-name]') ?? []) {
      const name = group.getAttribute('data-name') ?? '';
      group.toggleAttribute('data-lit', lit.body.has(name));
    }
  }, [svg, lit]);
  return (
    <div
      ref={frame}
      className="wheel"
      data-any={any && lit.body.size > 0}
      onMouseMove={(event) => {
        if (!moved(event)) return;
        const body = bodyAt(event.target);
        linked.look(body ? { kind: 'body', id: body } : null);
      }}
      onMouseLeave={(event) => (moved(event) ? linked.look(null) : undefined)}
      onClick={(event) => {
        const body = bodyAt(event.target);
        if (body) linked.follow({ kind: 'body', id: body });
      }}
      dangerouslySetInnerHTML={{ __html: svg }}
    />
  );
}
