// Names of places by language, where the sources do not say which language a name is in.

const LATIN = /^[\p{Script=Latin}\p{M}\s.,'’ʼ‘ʻ()/-]+$/u
const CYRILLIC = /^[\p{Script=Cyrillic}\p{M}\s\d.,'’ʼ()/№-]+$/u
const RUSSIAN = /^[А-Яа-яЁё\s\d.()№-]+$/

export const isCyrillic = (name) => CYRILLIC.test(name)

const SOUNDS = Object.fromEntries(
  'а a|б b|в v|г g|д d|е e|ё e|ж zh|з z|и i|й y|к k|л l|м m|н n|о o|п p|р r|с s|т t|у u|ф f|х kh|ц ts|ч ch|ш sh|щ shch|ъ |ы y|ь |э e|ю yu|я ya'
    .split('|')
    .map((pair) => pair.split(' ')),
)

/** Russian in Latin letters as GeoNames writes it, roughly. */
const romanise = (name) => [...name.toLowerCase()].map((letter) => SOUNDS[letter] ?? letter).join('')

const bare = (name) =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}]/gu, '')
    .replace(/iy|yy/g, 'y')
    .replace(/ye/g, 'e')

function distance(a, b) {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; ++i) {
    const next = [i]
    for (let j = 1; j <= b.length; ++j) {
      next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1))
    }
    row = next
  }
  return row[b.length]
}

/** Of the Cyrillic names of a town the one that is its Latin name in Russian letters, or nothing. */
export function russianName(plain, alternates) {
  const wanted = bare(plain)
  const scored = alternates
    .filter((name) => RUSSIAN.test(name) && /^[А-ЯЁ]/.test(name))
    .map((name) => ({ name, off: distance(bare(romanise(name)), wanted) / Math.max(wanted.length, 1) }))
    .sort((a, b) => a.off - b.off || (a.name < b.name ? -1 : 1))
  return scored.length > 0 && scored[0].off <= 0.34 ? scored[0].name : ''
}

const KAZAKH = /^[А-Яа-яЁёӘәҒғҚқҢңӨөҰұҮүҺһІі\s\d.()№-]+$/
const KAZAKH_LETTER = /[ӘәҒғҚқҢңӨөҰұҮүҺһІі]/

/** Of the names of a place in Kazakhstan the first that only Kazakh can have written, or nothing. */
export const kazakhName = (alternates) =>
  alternates.find((name) => KAZAKH.test(name) && KAZAKH_LETTER.test(name) && /^\p{Lu}/u.test(name)) ?? ''

/** Whether a place is known by this name, spelling aside. */
export const sameName = (town, name) => [town.en, ...town.alternates].some((known) => bare(known) === bare(name))

/** Whether another name of a place is worth finding it by: a name of its own in our two alphabets, not a code. */
function searchable(name, largeOrNear) {
  if (name.length < 3 || name.length > 40 || /^[A-Z]{3,4}$/.test(name)) return false
  if (CYRILLIC.test(name)) return true
  return largeOrNear && LATIN.test(name) && /^\p{Lu}/u.test(name)
}

/** The names that add something to those already known, in their order. */
export function otherNames(alternates, known, largeOrNear) {
  const seen = new Set(known.map(bare))
  const kept = []
  for (const name of alternates) {
    const key = bare(name)
    if (key === '' || seen.has(key) || !searchable(name, largeOrNear)) continue
    seen.add(key)
    kept.push(name)
  }
  return kept
}
