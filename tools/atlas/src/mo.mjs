import { readFileSync } from 'node:fs'

/** The translations of a GNU .mo file as a Map of msgid to msgstr. */
export function readMo(file) {
  const bytes = readFileSync(file)
  const little = bytes.readUInt32LE(0) === 0x950412de
  const word = (at) => (little ? bytes.readUInt32LE(at) : bytes.readUInt32BE(at))
  const text = (table, index) => {
    const length = word(table + 8 * index)
    const start = word(table + 8 * index + 4)
    return bytes.toString('utf8', start, start + length)
  }
  const [count, originals, translations] = [word(8), word(12), word(16)]
  return new Map(Array.from({ length: count }, (_, index) => [text(originals, index), text(translations, index)]))
}
