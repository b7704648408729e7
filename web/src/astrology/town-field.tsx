import { useState } from 'react';
import { ComboBox } from 'react-aria-components/ComboBox';
import { Input } from 'react-aria-components/Input';
import { Label } from 'react-aria-components/Label';
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox';
import { Popover } from 'react-aria-components/Popover';
import { Text } from 'react-aria-components/Text';
import { useTranslation } from 'react-i18next';
import { useTowns } from './asks';
import type { Town } from './types';

interface TownFieldProps {
  label: string;
  hint?: string;
  value: Town | null;
  onChange: (town: Town | null) => void;
}

/** A place of the atlas, found by its present or former name in any of the alphabets. */
export function TownField({ label, hint, value, onChange }: TownFieldProps) {
  const { t, i18n } = useTranslation('astrology');
  const [typed, setTyped] = useState(value?.label ?? '');
  const searching = value === null || typed !== value.label;
  const { towns, failed } = useTowns(searching ? typed : '', i18n.language);
  return (
    <ComboBox
      className="field"
      items={towns}
      inputValue={typed}
      onInputChange={(text) => {
        setTyped(text);
        if (value !== null && text !== value.label) onChange(null);
      }}
      selectedKey={value?.id ?? null}
      onSelectionChange={(key) => {
        const town = towns.find((one) => one.id === key);
        if (!town) return;
        setTyped(town.label);
        onChange(town);
      }}
      allowsCustomValue
      allowsEmptyCollection
      menuTrigger="input"
    >
      <Label>{label}</Label>
      <Input className="input" autoComplete="off" />
      <Text slot="description" className="hint">
        {failed ? t('place.failed') : value ? t('place.zone', { zone: value.zone }) : (hint ?? t('place.hint'))}
      </Text>
      <Popover className="choices-list">
        <ListBox<Town> renderEmptyState={() => <p className="choices-item soft">{t('place.none')}</p>}>
          {(town) => (
            <ListBoxItem id={town.id} textValue={town.label} className="choices-item">
              <span>{town.label}</span>
              {town.former ? <span className="soft small">{t('place.former', { name: town.matched })}</span> : null}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}
