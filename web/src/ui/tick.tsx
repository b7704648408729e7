import type { ReactNode } from 'react';
import { Checkbox, type CheckboxProps } from 'react-aria-components/Checkbox';
import { Label } from 'react-aria-components/Label';
import { Radio, RadioGroup, type RadioGroupProps } from 'react-aria-components/RadioGroup';
import { CheckIcon } from './icons';

interface TickProps extends Omit<CheckboxProps, 'className' | 'children'> {
  children: ReactNode;
}

/** A box that the person ticks; it is never ticked beforehand. */
export function Tick({ children, ...rest }: TickProps) {
  return (
    <Checkbox className="tick" {...rest}>
      <span className="box">
        <CheckIcon />
      </span>
      <span>{children}</span>
    </Checkbox>
  );
}

interface ChoicesProps extends Omit<RadioGroupProps, 'className' | 'children'> {
  label: string;
  options: { value: string; title: string; text?: string }[];
}

export function Choices({ label, options, ...rest }: ChoicesProps) {
  return (
    <RadioGroup className="choices stack-tight" {...rest}>
      <Label className="label">{label}</Label>
      {options.map((option) => (
        <Radio key={option.value} value={option.value} className="choice">
          <span>
            <span className="strong">{option.title}</span>
            {option.text ? (
              <>
                <br />
                <span className="soft small">{option.text}</span>
              </>
            ) : null}
          </span>
        </Radio>
      ))}
    </RadioGroup>
  );
}
