/** A time in Spanish ends with a period of its own, "2:04 p.m.": a sentence that ends with it gets no second one. */
import { expect, test } from 'vitest'
import { SPANISH } from '../../support/said.ts'

const TIME = '2:04 p.m.'
const NAMES: ReadonlySet<string> = new Set(['at', 'time', 'as_of', 'now'])
/** What is said with a time, by the names of what it takes. */
const TAKES_TIME = /^\(?\{?[^)}=]*\b(at|time|as_of|now)\b[^)}=]*\}?\)? =>/

type Said = readonly [path: string, text: string]

function saidWithTime(words: unknown, path: string): readonly Said[] {
  if (typeof words === 'function') {
    const [takes = ''] = TAKES_TIME.exec(String(words)) ?? []
    if (takes === '') return []
    const named = takes.match(/\w+/g) ?? []
    const values = named.map((name) => (NAMES.has(name) ? TIME : 'x'))
    const given = takes.startsWith('({') ? [Object.fromEntries(named.map((name, at) => [name, values[at]]))] : values
    return [[path, String(Reflect.apply(words, null, given))]]
  }
  if (typeof words !== 'object' || words === null) return []
  return Object.entries(words).flatMap(([name, one]) => saidWithTime(one, `${path}.${name}`))
}

test('no sentence has two periods after a time', () => {
  const said = saidWithTime(SPANISH.words, 'words')
  expect(said.length).toBeGreaterThan(10)
  expect(said.filter(([, text]) => text.includes(`${TIME}.`))).toEqual([])
})
