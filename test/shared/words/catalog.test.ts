/** Every entry of the catalog, in both languages: whole, plural, about the same facts, naming keys that exist. */
import { describe, expect, test } from 'vitest'
import type { Language } from '../../../shared/kernel/language.ts'
import { ACTIONS } from '../../../shared/desk/keymap.ts'
import { must } from '../../../shared/kernel/assert.ts'
import { cents } from '../../../shared/kernel/money.ts'
import { localDate } from '../../../shared/kernel/time.ts'
import { parseZoneName } from '../../../shared/kernel/zone.ts'
import type { FindingFact } from '../../../shared/policy/policy-finding.ts'
import type { RowProblem } from '../../../shared/policy/form-rows.ts'
import type { FactKind } from '../../../shared/refusals/entry.ts'
import { REFUSAL_CODES, refusalEntry, type Refusal, type RefusalCode } from '../../../shared/refusals/refusals.ts'
import { speechIn, type Speech } from '../../../shared/words/speech.ts'
import { momentOf } from '../../support/given.ts'

const ZONE = must(parseZoneName('America/Chicago'), 'a zone')
const LANGUAGES = ['en', 'es'] as const
const KEYS = new Set<string>(ACTIONS)

function speech(language: Language): Speech {
  return speechIn({ language, locale: 'en-US', zone: ZONE, today: localDate('2026-11-24') })
}

/** What nobody may have written. */
const MAY_BE_EMPTY: ReadonlySet<string> = new Set(['note', 'reason'])

const FINDING: FindingFact = { code: 'limit-double', rows: ['[one]', '[other]'] }
const PROBLEM: RowProblem = { code: 'at-least', least: 1, table: 'loan_rule', column: 'period_count' }

/** What a fact of each kind may be: the second of a choice, no date at all, a count of one. */
function samples(name: string, kind: FactKind): readonly Refusal['facts'][string][] {
  if (kind === 'count') return [1, 2]
  if (kind === 'money') return [cents(1250)]
  if (kind === 'date') return [localDate('2026-12-15')]
  if (kind === 'moment') return [momentOf('2026-12-15T16:30', ZONE)]
  if (kind === 'maybe-date') return [localDate('2026-12-15'), null]
  if (kind === 'maybe-moment') return [momentOf('2026-12-15T16:30', ZONE), null]
  if (kind === 'finding') return [FINDING]
  if (kind === 'problem') return [PROBLEM]
  if (kind === 'text') return MAY_BE_EMPTY.has(name) ? [`[${name}]`, ''] : [`[${name}]`]
  return kind
}

/** The refusal with the nth sample of every fact. */
function sampled(code: RefusalCode, nth: number): Refusal {
  const facts = Object.entries(refusalEntry(code).facts).map(([name, kind]) => {
    const all = samples(name, kind)
    return [name, all[Math.min(nth, all.length - 1)] ?? null] as const
  })
  return { code, facts: Object.fromEntries(facts) }
}

const SAMPLES = REFUSAL_CODES.flatMap((code) => [0, 1, 2, 3].map((nth) => sampled(code, nth)))
const keysIn = (text: string): string[] => [...text.matchAll(/\{key:([^}]*)\}/g)].map(([, key]) => key ?? '').toSorted()

describe.each(LANGUAGES)('refusals in %s', (language) => {
  const said = speech(language)

  test('each is a whole sentence with a way out, and no fact is lost in it', () => {
    for (const refusal of SAMPLES) {
      const { says, way_out } = said.refusal(refusal)
      for (const text of [says, way_out]) {
        expect(text, refusal.code).toMatch(/^[^\s].*[.?:]$/u)
        expect(text, refusal.code).not.toMatch(/undefined|null|NaN|\[object|\$\{|!|\s\s/)
      }
    }
  })

  test('each has two or three words for the table, none of them twice over', () => {
    for (const code of REFUSAL_CODES) {
      expect(said.short(code).length, code).toBeGreaterThan(2)
      expect(said.short(code).length, code).toBeLessThanOrEqual(24)
    }
  })

  test('a key is named by an act that has one, and never by a function key', () => {
    for (const refusal of SAMPLES) {
      const text = Object.values(said.refusal(refusal)).join(' ')
      expect(keysIn(text).filter((key) => !KEYS.has(key))).toEqual([])
      expect(text, refusal.code).not.toMatch(/\bF\d{1,2}\b|Ctrl\+/)
    }
  })
})

/** What was typed into the sentence: texts, counts and amounts, each once. */
const factsIn = (text: string): string[] => [...new Set(text.match(/\[\w+\]|\$?\d[\d.]*\d|\d/g))].toSorted()

test('both languages name the same keys and say the same facts', () => {
  const [en, es] = [speech('en'), speech('es')]
  for (const refusal of SAMPLES) {
    const [one, other] = [en, es].map((each) => Object.values(each.refusal(refusal)).join(' '))
    expect(keysIn(other ?? ''), refusal.code).toEqual(keysIn(one ?? ''))
    expect(factsIn(other ?? ''), refusal.code).toEqual(factsIn(one ?? ''))
  }
})

test('counts agree, money and dates are the library’s', () => {
  const owes: Refusal = { code: 'owes-too-much', facts: { owed: cents(1200), limit: cents(1000) } }
  const undecided = (count: number): Refusal => ({ code: 'rows-undecided', facts: { count } })
  const en = speech('en')
  const es = speech('es')
  expect(en.refusal(owes).says).toBe('Owes $12.00 (limit $10.00). Checkout is blocked.')
  expect(en.refusal(undecided(1)).says).toBe('1 row needs an answer before you can finish.')
  expect(es.refusal(undecided(2)).says).toBe('2 filas necesitan una respuesta antes de terminar.')
  const expired: Refusal = { code: 'patron-expired', facts: { on: localDate('2026-11-23') } }
  expect(en.refusal(expired).says).toBe('The card expired Mon, Nov 23.')
  expect(es.refusal(expired).says).toBe('La tarjeta venció el lun, 23 de nov.')
})

const SAMPLE_FACTS = ['[one]', '[two]', '[three]', '[four]', '[five]']

/** Every text of a catalog by its name; a sentence of facts is said with a count and with texts. */
function textsOf(words: unknown, at: string): readonly (readonly [string, string])[] {
  if (typeof words === 'string') return [[at, words]]
  const say = words as (...facts: unknown[]) => unknown
  if (typeof words === 'function') return [[at, String(say(2, ...SAMPLE_FACTS))]]
  return Object.entries(words as object).flatMap(([name, inside]) => textsOf(inside, `${at}.${name}`))
}

const TOPICS = ['screen', 'pages', 'log', 'staff', 'panel'] as const
/** Names, and what reads the same in both. */
const SAME = new Set(['Datestamp', 'Error', 'ISBN', 'ISSN', 'PIN', 'Supervisor', 'Total'])

describe.each(TOPICS)('the words of %s', (topic) => {
  const [en, es] = LANGUAGES.map((language) => new Map(textsOf(speech(language).words[topic], topic)))

  test('are the same entries in both languages, none of them empty in one alone', () => {
    expect([...(es ?? [])].map(([at, text]) => [at, text === ''])).toEqual(
      [...(en ?? [])].map(([at, text]) => [at, text === '']),
    )
  })

  test('are no English in Spanish, but for names and what reads the same', () => {
    const isWord = (text: string): boolean => /[a-z]{3}/i.test(text.replace(/\[\w+\]/g, ''))
    const same = [...(es ?? [])].filter(([at, text]) => en?.get(at) === text && isWord(text))
    expect(same.map(([, text]) => text).filter((text) => !SAME.has(text))).toEqual([])
  })

  test('name keys that exist, the same ones, and say the same facts', () => {
    for (const [at, text] of es ?? []) {
      const other = en?.get(at) ?? ''
      expect(keysIn(text), at).toEqual(keysIn(other))
      expect(
        keysIn(text).filter((key) => !KEYS.has(key)),
        at,
      ).toEqual([])
      expect(
        keysIn(text).filter((key) => !KEYS.has(key)),
        at,
      ).toEqual([])
      expect(factsIn(text), at).toEqual(factsIn(other))
      expect(text, at).not.toMatch(/undefined|null|\[object/)
      if (topic !== 'screen') expect(text, at).not.toMatch(/\bF\d{1,2}\b|Ctrl\+/)
    }
  })
})
