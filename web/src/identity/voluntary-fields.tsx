import { useTranslation } from 'react-i18next';
import { useBrand } from '../api/brand';
import { knownText } from '../i18n/known-text';
import { SelectField } from '../ui/field';

interface VoluntaryFieldsProps {
  sex: string;
  onSex: (sex: string) => void;
  state: string;
  onState: (state: string) => void;
}

/** HAR-4.3.8c: asked for the statistics alone; nothing depends on an answer, and none is the first choice. */
export function VoluntaryFields({ sex, onSex, state, onState }: VoluntaryFieldsProps) {
  const { t } = useTranslation('identity');
  const choices = useBrand()?.voluntary;
  if (!choices) return null;
  return (
    <fieldset className="stack-tight">
      <legend>{t('questionnaire.voluntary')}</legend>
      <p className="soft small">{t('questionnaire.voluntary_hint')}</p>
      <SelectField label={t('questionnaire.sex')} value={sex} onChange={(event) => onSex(event.target.value)}>
        <option value="">{t('questionnaire.not_stated')}</option>
        {choices.sexes.map((one) => (
          <option key={one} value={one}>
            {knownText('identity', `sex.${one}`) ?? one}
          </option>
        ))}
      </SelectField>
      <SelectField label={t('questionnaire.state')} value={state} onChange={(event) => onState(event.target.value)}>
        <option value="">{t('questionnaire.not_stated')}</option>
        {choices.emotional_states.map((one) => (
          <option key={one} value={one}>
            {knownText('identity', `emotional_state.${one}`) ?? one}
          </option>
        ))}
      </SelectField>
    </fieldset>
  );
}
