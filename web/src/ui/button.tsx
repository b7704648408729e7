import { createLink, type LinkComponent } from '@tanstack/react-router';
import { forwardRef, type AnchorHTMLAttributes, type ReactNode } from 'react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components/Button';

type Look = 'primary' | 'secondary' | 'quiet' | 'danger';

interface ButtonProps extends Omit<AriaButtonProps, 'className' | 'children'> {
  look?: Look;
  wide?: boolean;
  /** Shows that the press is being worked on; further presses do nothing, focus stays. */
  busy?: boolean;
  children: ReactNode;
}

export function Button({ look = 'secondary', wide = false, busy = false, children, onPress, ...rest }: ButtonProps) {
  return (
    <AriaButton
      {...rest}
      className="button"
      data-look={look}
      data-wide={wide}
      data-busy={busy}
      onPress={(event) => {
        if (!busy) onPress?.(event);
      }}
    >
      {busy ? <span className="spinner" aria-hidden="true" /> : null}
      {children}
    </AriaButton>
  );
}

interface AnchorProps extends AnchorHTMLAttributes<HTMLAnchorElement> {
  look?: Look;
  wide?: boolean;
}

const Anchor = forwardRef<HTMLAnchorElement, AnchorProps>(function Anchor({ look = 'secondary', wide = false, ...rest }, ref) {
  return <a ref={ref} {...rest} className="button" data-look={look} data-wide={wide} />;
});

const RoutedAnchor = createLink(Anchor);

/** A link that looks like a button; it goes somewhere, it never acts. */
export const ButtonLink: LinkComponent<typeof Anchor> = (props) => <RoutedAnchor preload="intent" {...props} />;
