import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import { readMo } from './mo.mjs'
import { isCyrillic, kazakhName, otherNames, russianName, sameName } from './names.mjs'
import { kilometres, list, readDump, readTable } from './tables.mjs'

const FORMER_UNION = new Set(['KZ', 'RU', 'UA', 'BY', 'UZ', 'KG', 'TJ', 'TM', 'GE', 'AM', 'AZ', 'MD', 'EE', 'LV', 'LT'])
const PART_OF_A_TOWN = 'PPLX'
const LARGE = 15_000
const SAME_PLACE_KM = 3
const SAME_NAME_KM = 20
const FIRST_UNNUMBERED = 4_100_000_000

/** Reads everything that the atlas is made of. `folder` holds the hand-written tables. */
export function readSources({ dump, newer, regions, locale, folder }) {
  const corrections = readTable(join(folder, 'corrections.tsv'))
  return {
    dump: readDump(dump),
    newer: JSON.parse(readFileSync(newer, 'utf8')),
    regionNames: new Map(JSON.parse(readFileSync(regions, 'utf8')).map(({ code, name }) => [code, name])),
    ru: readMo(join(locale, 'ru/LC_MESSAGES/geonames.mo')),
    kk: readMo(join(locale, 'kk/LC_MESSAGES/geonames.mo')),
    villages: readTable(join(folder, 'villages.tsv')),
    kazakhstan: readTable(join(folder, 'kazakhstan.tsv')),
    former: readTable(join(folder, 'former.tsv')),
    regions: readTable(join(folder, 'regions.tsv')),
    corrected: (key, what) => corrections.find((row) => row[0] === String(key) && row[1] === what)?.[2],
  }
}

const onlyCyrillic = (name) => (name && isCyrillic(name) ? name : '')

function fromDump(row, sources) {
  const zone = sources.corrected(row.zone, 'zone') ?? row.zone
  const ru = onlyCyrillic(sources.ru.get(String(row.id)))
  return {
    ...row,
    zone: sources.corrected(row.id, 'zone') ?? sources.corrected(row.region, 'zone') ?? zone,
    ru: ru || (FORMER_UNION.has(row.country) ? russianName(row.plain, row.alternates) : ''),
    kk: onlyCyrillic(sources.kk.get(String(row.id))) || (row.country === 'KZ' ? kazakhName(row.alternates) : ''),
    former: [],
  }
}

/** Lays the hand-written towns of Kazakhstan over the dump's; adds those that the dump lacks. */
function overlayKazakhstan(towns, sources) {
  const byId = new Map(towns.map((town) => [town.id, town]))
  for (const [id, region, population, en, ru, kk, former, latitude, longitude] of sources.kazakhstan) {
    const hand = { region, population: Number(population), en, ru, kk, former: list(former), byHand: true }
    const known = byId.get(Number(id))
    if (known) Object.assign(known, hand, { alternates: [known.en, ...known.alternates] })
    else if (!latitude) throw new Error(`kazakhstan.tsv: ${id} ${en} is not in the dump and has no coordinates`)
    else towns.push({ id: Number(id), country: 'KZ', latitude: Number(latitude), longitude: Number(longitude), alternates: [], ...hand })
  }
}

function overlayFormerNames(towns, sources) {
  const byId = new Map(towns.map((town) => [town.id, town]))
  for (const [id, name, former] of sources.former) {
    const town = byId.get(Number(id))
    if (town?.en !== name && town?.plain !== name) throw new Error(`former.tsv: ${id} is ${town?.en}, not ${name}`)
    town.former.push(...list(former))
  }
}

const nearest = (towns, place) =>
  towns.reduce((best, town) => (kilometres(town, place) < kilometres(best, place) ? town : best))

const nearestInRegion = (towns, place) => {
  const neighbours = towns.filter((town) => town.region === place.region)
  return nearest(neighbours.length > 0 ? neighbours : towns, place)
}

const alreadyThere = (towns, place) =>
  towns.some((town) => {
    const apart = kilometres(town, place)
    return apart < SAME_PLACE_KM || (apart < SAME_NAME_KM && sameName(town, place.en))
  })

/** Gives the smaller places of Kazakhstan today's regions, and adds those that only the newer list has. Their clocks
 *  are those of the nearest place of their region. */
function addNewerVillages(towns, sources) {
  const near = towns.filter((town) => town.country === 'KZ')
  const ours = sources.newer
    .filter((row) => row.country === 'KZ')
    .map((row) => ({ en: row.name, region: `KZ.${row.admin1}`, latitude: Number(row.lat), longitude: Number(row.lng) }))
  for (const town of near.filter((town) => !town.byHand)) {
    const today = nearest(ours, town)
    if (kilometres(today, town) < SAME_PLACE_KM) town.region = today.region
  }
  const zoned = near.filter((town) => town.zone)
  for (const town of near.filter((town) => !town.zone)) town.zone = nearestInRegion(zoned, town).zone
  ours
    .filter((row) => !alreadyThere(near, row))
    .forEach((row, index) => {
      const zone = nearestInRegion(zoned, row).zone
      towns.push({ ...row, id: FIRST_UNNUMBERED + index, country: 'KZ', population: 0, ru: '', kk: '', former: [], alternates: [], zone })
    })
}

function overlayVillages(towns, sources) {
  const kazakh = towns.filter((town) => town.country === 'KZ')
  for (const [name, region, ru, kk, former] of sources.villages) {
    for (const town of kazakh.filter((town) => town.en === name && town.region === region)) {
      Object.assign(town, { ru, kk, former: list(former) })
    }
  }
}

/** The places, the largest first. */
export function buildTowns(sources) {
  const towns = sources.dump
    .filter((row) => row.feature !== PART_OF_A_TOWN || row.country === 'KZ')
    .map((row) => fromDump(row, sources))
  overlayKazakhstan(towns, sources)
  overlayFormerNames(towns, sources)
  addNewerVillages(towns, sources)
  overlayVillages(towns, sources)
  const handWritten = new Set(sources.regions.map(([code]) => code))
  for (const town of towns) {
    for (const what of ['ru', 'kk', 'en']) town[what] = sources.corrected(town.id, what) ?? town[what]
    if (sameName(town, sources.regionNames.get(town.region) ?? '') && !handWritten.has(town.region)) town.region = ''
    const largeOrNear = town.population >= LARGE || FORMER_UNION.has(town.country)
    town.other = otherNames(town.alternates, [town.en, town.ru, town.kk, ...town.former], largeOrNear)
  }
  return towns.sort((a, b) => b.population - a.population || a.id - b.id)
}

function countryRows(countries) {
  const names = ['ru', 'kk', 'en'].map((language) => new Intl.DisplayNames([language], { type: 'region' }))
  return countries.map((code) => ['C', code, ...names.map((name) => name.of(code))])
}

function regionRows(codes, sources) {
  const byHand = new Map(sources.regions.map(([code, en, ru, kk]) => [code, [ru, kk, en]]))
  return codes
    .filter((code) => byHand.has(code) || sources.regionNames.has(code))
    .map((code) => ['R', code, ...(byHand.get(code) ?? ['', '', sources.regionNames.get(code)])])
}

const sorted = (values) => [...new Set(values)].sort()

/** The rows of the table: countries, regions, zones, then the places, which point to the former by their numbers. */
export function tableRows(towns, sources) {
  const countries = countryRows(sorted(towns.map((town) => town.country)))
  const regions = regionRows(sorted(towns.map((town) => town.region).filter((code) => code !== '')), sources)
  const zones = sorted(towns.map((town) => town.zone)).map((zone) => ['Z', zone])
  const numberOf = (rows) => new Map(rows.map((row, index) => [row[1], index]))
  const [country, region, zone] = [countries, regions, zones].map(numberOf)
  const places = towns.map((town) => [
    'P',
    town.id,
    country.get(town.country),
    region.get(town.region) ?? '',
    zone.get(town.zone),
    town.latitude.toFixed(5),
    town.longitude.toFixed(5),
    town.population,
    town.ru,
    town.kk,
    town.en,
    town.former.join('|'),
    town.other.join('|'),
  ])
  return [...countries, ...regions, ...zones, ...places]
}
