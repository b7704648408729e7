import type { ReactNode, SelectHTMLAttributes } from 'react';
import { useId } from 'react';
import { FieldError } from 'react-aria-components/FieldError';
import { Input } from 'react-aria-components/Input';
import { Label } from 'react-aria-components/Label';
import { Text } from 'react-aria-components/Text';
import { TextArea } from 'react-aria-components/TextArea';
import { TextField as AriaTextField, type TextFieldProps as AriaTextFieldProps } from 'react-aria-components/TextField';

interface TextFieldProps extends Omit<AriaTextFieldProps, 'className' | 'children'> {
  label: string;
  hint?: string | undefined;
  wrong?: string | undefined;
  look?: 'plain' | 'code';
  lines?: number;
  placeholder?: string;
}

export function TextField({ label, hint, wrong, look = 'plain', lines, placeholder, ...rest }: TextFieldProps) {
  return (
    <AriaTextField className="field" isInvalid={wrong !== undefined} validationBehavior="aria" {...rest}>
      <Label>{label}</Label>
      {lines ? (
        <TextArea className="input" rows={lines} placeholder={placeholder ?? ''} />
      ) : (
        <Input className="input" data-look={look} placeholder={placeholder ?? ''} />
      )}
      {hint ? (
        <Text slot="description" className="hint">
          {hint}
        </Text>
      ) : null}
      <FieldError className="wrong">{wrong}</FieldError>
    </AriaTextField>
  );
}

interface SelectFieldProps extends SelectHTMLAttributes<HTMLSelectElement> {
  label: string;
  hint?: string;
  children: ReactNode;
}

/** The device's own select: on a phone nothing is easier to use. */
export function SelectField({ label, hint, children, ...rest }: SelectFieldProps) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select id={id} className="input" aria-describedby={hint ? `${id}-hint` : undefined} {...rest}>
        {children}
      </select>
      {hint ? (
        <span className="hint" id={`${id}-hint`}>
          {hint}
        </span>
      ) : null}
    </div>
  );
}
