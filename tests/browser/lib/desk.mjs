// What an astrologer does at the desk, in the words of one language.
import { patternOf, wordsOf } from './words.mjs';

export class DeskSteps {
  /** @param {import('playwright-core').Page} page @param {string} language */
  constructor(page, language) {
    this.page = page;
    this.t = wordsOf(language);
    this.like = patternOf(language);
  }

  async choosePlace(label, typed, shown) {
    const field = this.page.getByRole('combobox', { name: this.t(label) });
    await field.fill(typed);
    await this.page.getByRole('option', { name: shown }).first().waitFor();
    await field.press('ArrowDown');
    await field.press('Enter');
  }

  async fillBirth({ date = '1985-07-01', time = '14:30', certainty = '15', place = 'Семипалатинск', shown = /Семей|Semey/ } = {}) {
    await this.page.getByLabel(this.t('astrology:birth.date'), { exact: true }).fill(date);
    if (time) await this.page.getByLabel(this.t('astrology:birth.time'), { exact: true }).fill(time);
    await this.page.getByLabel(this.t('astrology:birth.certainty')).selectOption(certainty);
    await this.choosePlace('astrology:birth.place', place, shown);
  }

  async draft() {
    await this.page.getByRole('button', { name: this.t('astrology:form.draft') }).click();
  }

  pane(name) {
    return this.page.locator(`[data-pane="${name}"]`);
  }
}
