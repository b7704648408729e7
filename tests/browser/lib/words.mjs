// The texts of the web client, read from the same files that the screens are drawn from.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const FOLDER = path.resolve(import.meta.dirname, '../../../web/src/i18n');
export const LANGUAGES = ['ru', 'kk', 'en'];

/** @type {Map<string, Record<string, unknown>>} */
const files = new Map();

/** @param {string} language @param {string} room */
function texts(language, room) {
  const name = `${language}/${room}`;
  let found = files.get(name);
  if (!found) {
    found = JSON.parse(readFileSync(path.join(FOLDER, `${name}.json`), 'utf8'));
    files.set(name, found);
  }
  return found;
}

/**
 * The text behind `room:path.to.key` in a language, with its parameters set. A key that is not there is an error.
 * @param {string} language
 * @returns {(key: string, params?: Record<string, string | number>) => string}
 */
export function wordsOf(language) {
  return (key, params = {}) => {
    const [room, steps] = key.split(':');
    const found = steps.split('.').reduce((branch, step) => branch?.[step], texts(language, room));
    if (typeof found !== 'string') throw new Error(`no text ${language} ${key}`);
    return found.replaceAll(/\{\{(\w+)\}\}/g, (_, name) => {
      if (params[name] === undefined) throw new Error(`${key} needs ${name}`);
      return String(params[name]);
    });
  };
}

/** A text whose parameters may be anything, as a pattern: what a screen is searched for. */
export function patternOf(language) {
  const words = wordsOf(language);
  const free = new Proxy({}, { get: () => '\u0000' });
  return (key, params = {}) => {
    const text = words(key, new Proxy(params, { get: (known, name) => known[name] ?? free[name] }));
    const escaped = text.split('\u0000').map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll(/\s/g, '\\s'));
    return new RegExp(escaped.join('.+?'));
  };
}

/** Every key of every room: `catalogue:title`, … — for the check that none of them stands on a screen. */
export function allKeys() {
  const keys = [];
  const walk = (branch, prefix) => {
    for (const [step, inner] of Object.entries(branch)) {
      if (inner !== null && typeof inner === 'object' && !Array.isArray(inner)) walk(inner, [...prefix, step]);
      else if (prefix.length > 0) keys.push([...prefix, step].join('.'));
    }
  };
  for (const file of readdirSync(path.join(FOLDER, 'ru'))) walk(texts('ru', path.basename(file, '.json')), []);
  return keys;
}
