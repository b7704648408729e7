import { readFileSync } from 'node:fs'

/** The rows of a hand-written table: tab-separated, lines that begin with # are remarks. */
export function readTable(file) {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.split('\t').map((cell) => cell.trim()))
}

export const list = (cell) => (cell ? cell.split(';') : [])

/** The rows of GeoNames' dump "cities1000": see its readme for the columns. */
export function readDump(file) {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const cell = line.split('\t')
      return {
        id: Number(cell[0]),
        en: cell[1],
        plain: cell[2],
        alternates: cell[3] === '' ? [] : cell[3].split(','),
        latitude: Number(cell[4]),
        longitude: Number(cell[5]),
        feature: cell[7],
        country: cell[8],
        region: `${cell[8]}.${cell[10]}`,
        population: Number(cell[14]),
        zone: cell[17],
        changed: cell[18],
      }
    })
}

/** Kilometres between two points; exact enough for a few dozens of them. */
export function kilometres(a, b) {
  const narrowing = Math.cos((a.latitude * Math.PI) / 180)
  return 111.2 * Math.hypot(a.latitude - b.latitude, (a.longitude - b.longitude) * narrowing)
}
