// A brand with a second edition of its offer lying ready: 24 hours instead of 12, and a paragraph that is new. A file that
// imports this before journey.mjs runs on it.
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { chosen } from './brand.mjs';

const HARMONIA = path.resolve(import.meta.dirname, '../../../brands/harmonia');
export const FIRST = '2023-02-24';
export const SECOND = '2026-12-08';
export const ADDED = { ru: 'Новый пункт второй редакции.', kk: 'Екінші редакцияның жаңа тармағы.', en: 'A new paragraph of the second edition.' };

function edit(file, from, what, by) {
  const text = readFileSync(file, 'utf8');
  const at = text.indexOf(what, text.indexOf(from));
  if (at < 0) throw new Error(`${what} is not in ${file}`);
  writeFileSync(file, text.slice(0, at) + by + text.slice(at + what.length));
}

/** @param {string} folder @returns {string} the brand's folder */
function brandWithSecondEdition(folder) {
  const brand = path.join(folder, 'harmonia');
  cpSync(HARMONIA, brand, { recursive: true });
  const texts = path.join(brand, 'offer', SECOND);
  cpSync(path.join(brand, 'offer', FIRST), texts, { recursive: true });
  for (const [language, added] of Object.entries(ADDED)) {
    const text = path.join(texts, `${language}.md`);
    edit(text, '\n3.8. ', '12', '24');
    edit(text, '\n8.8. ', '\n\n', `\n\n8.9. ${added}\n\n`);
  }
  const terms = path.join(brand, 'terms', `${SECOND}.toml`);
  cpSync(path.join(brand, 'terms', `${FIRST}.toml`), terms);
  edit(terms, 'edition  =', FIRST, SECOND);
  edit(terms, '[cancellation]', 'value = 12,', 'value = 24,');
  edit(path.join(brand, 'brand.toml'), 'offer ', `editions = ["${FIRST}"]`, `editions = ["${FIRST}", "${SECOND}"]`);
  return brand;
}

chosen.brandIn = brandWithSecondEdition;
