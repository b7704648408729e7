import assert from 'node:assert/strict'
import { test } from 'node:test'

import { isCyrillic, kazakhName, otherNames, russianName } from '../src/names.mjs'

test('picks the Russian name among names of many languages', () => {
  assert.equal(russianName('Kharkiv', ['Charkow', 'Харків', 'Харьков', 'Харкiв']), 'Харьков')
  assert.equal(russianName('Novosibirsk', ['Новосібір', 'Новосибирск', 'Novosibirsk']), 'Новосибирск')
  assert.equal(russianName('Shchyolkino', ['Щёлкино', 'Щолкіне']), 'Щёлкино')
})

test('takes no name that only happens to be Cyrillic', () => {
  assert.equal(russianName('Vienna', ['Беч', 'Відень']), '')
  assert.equal(russianName('Moynty', ['станция']), '')
  assert.equal(russianName('X', []), '')
})

test('knows a Kazakh name by its letters', () => {
  assert.equal(kazakhName(['Aktas', 'Актас', 'Ақтас']), 'Ақтас')
  assert.equal(kazakhName(['Qarağandı', 'Караганда']), '')
})

test('keeps other names that add something, in our two alphabets', () => {
  const names = ['ALA', 'Alma Ata', 'Alma-Ata', 'almaaty', 'Алма-Ата', '阿拉木圖', 'Vernyy', 'Almaty']
  assert.deepEqual(otherNames(names, ['Almaty', 'Алматы'], true), ['Alma Ata', 'Алма-Ата', 'Vernyy'])
  assert.deepEqual(otherNames(names, ['Almaty', 'Алматы'], false), ['Алма-Ата'])
})

test('tells alphabets apart', () => {
  assert.ok(isCyrillic('Усть-Каменогорск'))
  assert.ok(!isCyrillic('Qarağandı'))
  assert.ok(!isCyrillic('Нur'))
})
