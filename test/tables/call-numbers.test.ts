/**
 * Call numbers as other programs and libraries order them: every case of the shared data through one adapter, passed or
 * listed with a reason; Evergreen's own keys beside ours; and real numbers of real catalogs.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import { callNumberKey, isCallNumber } from '../../shared/catalog/call-number/call-number.ts'
import { guessProfile } from '../../shared/catalog/call-number/guess.ts'
import type { ShelfProfile } from '../../shared/catalog/call-number/profile.ts'
import { shelfRange } from '../../shared/catalog/call-number/range.ts'
import { compareKeys } from '../../shared/catalog/fold.ts'
import { assert, must } from '../../shared/kernel/assert.ts'
import { Given, isRecord } from '../support/given.ts'
import { describeWithSharedData, readSharedJson } from '../support/shared-data.ts'

const PROFILES: Readonly<Record<string, ShelfProfile>> = {
  lcc: 'lc',
  ddc: 'dewey',
  fiction_author: 'fiction',
  biography: 'biography',
  title: 'title',
  volume_item: 'volume',
  local: 'numbered',
}

/** Schemes that Datestamp does not order. */
const OTHER_SCHEMES: Readonly<Record<string, string>> = {
  sudoc:
    'United States government documents: kept by depository libraries, in rooms of their own, not on these shelves',
}

/** Cases that ask for something else than shelf order, all of them bound to a setting of the program they come from. */
const LISTED: Readonly<Record<string, string>> = {
  'pycallnumber-item-equal-8': 'tells "volume 1 copy 1" from "v1 c1": on the shelf they are the same',
  'pycallnumber-item-equal-25': 'capitals count under sort_case "": nobody shelves by them',
  'pycallnumber-lc-order-6': 'capitals count under sort_case "": nobody shelves by them',
  'pycallnumber-dewey-equal-2': 'capitals count under sort_case "": nobody shelves by them',
  'pycallnumber-local-order-2': 'capitals count under sort_case "": nobody shelves by them',
  'pycallnumber-dewey-equal-8': 'spacing counts under use_formatting_in_sort: "100 A1" and "100A1" stand together here',
  'pycallnumber-local-order-12': 'spacing counts under use_formatting_in_sort',
  'pycallnumber-lc-invalid': 'asks for a cutter: here a class alone ("A1") is a place, as in the prefix_range cases',
}

type Answer = string[]
const ask = (given: Given): ((text: string) => string) => {
  const profile = must(PROFILES[given.text('scheme') ?? ''], 'a profile for the scheme')
  return (text) => callNumberKey(text, profile)
}

/** Every earlier one against every later one, not only neighbours. Answers what is wrong, in words. */
function runAscending(given: Given): Answer {
  const key = ask(given)
  const list = given.texts('list')
  const mayBeEqual = given.text('note') === 'non-decreasing'
  expect(list.length).toBeGreaterThan(1)
  return list.flatMap((one, at) =>
    list.slice(at + 1).flatMap((other) => {
      const order = compareKeys(key(one), key(other))
      return order < 0 || (mayBeEqual && order === 0) ? [] : [`${one} does not stand before ${other}`]
    }),
  )
}

function runEqual(given: Given): Answer {
  const key = ask(given)
  const [first = '', ...others] = given.texts('list')
  expect(others.length).toBeGreaterThan(0)
  return others.filter((other) => key(other) !== key(first)).map((other) => `${other} is not ${first}`)
}

function runUnequal(given: Given): Answer {
  const key = ask(given)
  const list = given.texts('list')
  return new Set(list.map(key)).size === list.length ? [] : [`the same key: ${list.join(', ')}`]
}

function runRange(given: Given): Answer {
  const profile = must(PROFILES[given.text('scheme') ?? ''], 'a profile')
  const start = must(given.text('start'), 'a start')
  const { last_key } = must(shelfRange(start, start, profile), `a range of ${start}`)
  const [after, within] = [given.texts('after_range'), given.texts('not_after_range')]
  expect(Math.min(after.length, within.length)).toBeGreaterThan(0)
  return [
    ...after.filter((text) => callNumberKey(text, profile) <= last_key).map((text) => `${text} is not after ${start}`),
    ...within.filter((text) => callNumberKey(text, profile) > last_key).map((text) => `${text} is after ${start}`),
  ]
}

const runReadable =
  (isWanted: boolean) =>
  (given: Given): Answer => {
    const profile = must(PROFILES[given.text('scheme') ?? ''], 'a profile')
    const value = given.text('value')
    const list = value === undefined ? given.texts('list') : [value]
    expect(list.length).toBeGreaterThan(0)
    return list.filter((text) => isCallNumber(text, profile) !== isWanted).map((text) => `wrong about "${text}"`)
  }

/** Koha's keys are its own, but they imply an order: each case against all the others of its kind. */
function runKoha(given: Given, all: readonly Case[]): Answer {
  const key = ask(given)
  const [own, sortkey] = [numberOfKoha(given), must(given.text('sortkey'), 'a key')]
  const others = all.filter((one) => one.kind === 'koha_sortkey')
  expect(others.length).toBeGreaterThan(1)
  return others.flatMap((one) => {
    const other = new Given(one)
    const [number, theirs] = [numberOfKoha(other), must(other.text('sortkey'), 'a key')]
    const isSame = compareKeys(key(own), key(number)) === compareKeys(sortkey, theirs)
    return isSame ? [] : [`${own} and ${number} are not in Koha’s order`]
  })
}
const numberOfKoha = (given: Given): string => `${given.text('class') ?? ''} ${given.text('item') ?? ''}`.trim()

const KINDS: Readonly<Record<string, (given: Given, all: readonly Case[]) => Answer>> = {
  ascending_list: runAscending,
  equal_set: runEqual,
  unequal_pair: runUnequal,
  prefix_range: runRange,
  not_a_call_number: runReadable(false),
  invalid_set: runReadable(false),
  valid_set: runReadable(true),
  koha_sortkey: runKoha,
}

type Case = Record<string, unknown> & { id: string; scheme: string; kind: string; portable: boolean }

function isCase(value: unknown): value is Case {
  if (!isRecord(value) || typeof value['portable'] !== 'boolean') return false
  return ['id', 'scheme', 'kind'].every((name) => typeof value[name] === 'string')
}

function runCase(one: Case, all: readonly Case[]): Answer {
  const given = new Given(one)
  for (const name of ['id', 'kind', 'portable', 'source', 'licence']) given.take(name)
  const wrong = must(KINDS[one.kind], `a way to run ${one.kind}`)(given, all)
  // The options say how the other program was set; the cases that turn on one are listed.
  for (const name of ['note', 'options']) given.take(name)
  expect(given.left(), 'fields that nobody read').toEqual([])
  return wrong
}

/** What is in the file today; a bigger file is welcome, a smaller one is not. */
const SEEN_AT_LEAST: Readonly<Record<string, number>> = {
  lcc: 46,
  ddc: 31,
  volume_item: 37,
  sudoc: 22,
  local: 13,
  fiction_author: 7,
  biography: 1,
  title: 1,
}

describeWithSharedData('call numbers of other systems', (folder) => {
  const read = readSharedJson(folder, 'call-numbers/cases.json')
  assert(Array.isArray(read) && read.every(isCase), 'a list of cases')
  const all: readonly Case[] = read
  const ours = all.filter((one) => !(one.scheme in OTHER_SCHEMES) && !(one.id in LISTED))

  test('each case is passed or listed, and as many as there were', () => {
    const listed = all.filter((one) => one.scheme in OTHER_SCHEMES || one.id in LISTED)
    expect(ours.length + listed.length).toBe(all.length)
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length)
    const seen = (scheme: string): number => all.filter((one) => one.scheme === scheme).length
    expect(Object.entries(SEEN_AT_LEAST).filter(([scheme, least]) => seen(scheme) < least)).toEqual([])
    expect(ours.filter((one) => one.portable).length).toBeGreaterThanOrEqual(94)
    // Of what is portable only the other scheme is left out.
    expect(listed.filter((one) => one.portable && !(one.scheme in OTHER_SCHEMES))).toEqual([])
    expect(Object.keys(LISTED).filter((id) => !all.some((one) => one.id === id))).toEqual([])
  })

  test.each(ours)('$scheme, $kind: $id', (one) => {
    expect(runCase(one, all)).toEqual([])
  })

  test.each(all.filter((one) => one.id in LISTED))('$id is listed because it does fail', (one) => {
    expect(runCase(one, all)).not.toEqual([])
  })
})

test('the adapter fails on a field it does not know, and on a wrong order', () => {
  const list = ['100 A1', '101 A1']
  const one = { id: 'x', scheme: 'ddc', kind: 'ascending_list', portable: true, list }
  expect(runCase(one, [])).toEqual([])
  expect(runCase({ ...one, list: list.toReversed() }, [])).toEqual(['101 A1 does not stand before 100 A1'])
  const given = new Given({ scheme: 'ddc', list, phase_of_moon: 'full' })
  runAscending(given)
  expect(given.left()).toEqual(['phase_of_moon'])
})

function readCsv(folder: string, file: string): Record<string, string>[] {
  const rows: unknown = parse(readFileSync(join(folder, 'call-numbers', file), 'utf8'), { columns: true })
  assert(Array.isArray(rows) && rows.every(isRecord), 'rows')
  return rows.map((row) => Object.fromEntries(Object.entries(row).map(([name, value]) => [name, String(value)])))
}

describeWithSharedData('Evergreen’s own sort keys', (folder) => {
  const rows = readCsv(folder, 'evergreen_label_sortkeys.csv')

  /** All pairs of one scheme: how many there are, and those that the two put differently. */
  function compared(scheme: string, profile: ShelfProfile): { pairs: number; different: [string, string][] } {
    const own = rows
      .filter((row) => row['scheme'] === scheme)
      .map((row) => ({ label: row['label'] ?? '', theirs: row['evergreen_sortkey'] ?? '' }))
      .map((row) => ({ ...row, key: callNumberKey(row.label, profile) }))
    const different: [string, string][] = []
    let pairs = 0
    for (const [at, one] of own.entries()) {
      for (const other of own.slice(at + 1)) {
        pairs += 1
        if (compareKeys(one.key, other.key) !== compareKeys(one.theirs, other.theirs)) {
          different.push([one.label, other.label])
        }
      }
    }
    return { pairs, different }
  }

  test.each([
    ['ddc', 'dewey'],
    ['lcc', 'lc'],
  ] as const)('every pair of %s labels stands as there', (scheme, profile) => {
    const { pairs, different } = compared(scheme, profile)
    expect(pairs).toBeGreaterThanOrEqual(124_750)
    expect(different).toEqual([])
  })

  test('of the other labels 98 of 100, and the rest for two reasons', () => {
    const { pairs, different } = compared('generic', 'numbered')
    expect(1 - different.length / pairs).toBeGreaterThan(0.98)
    const padded = (label: string): string => label.replace(/\d+/g, (digits) => digits.padStart(9, '0'))
    const unexplained = different.filter(([one, other]) => {
      // Evergreen compares "ACQ10" and "ACQ9" letter by letter, and files the volume "v.241" under the letter V.
      const isCounted = compareKeys(padded(one), padded(other)) !== compareKeys(one, other)
      return !isCounted && !one.startsWith('v.') && !other.startsWith('v.')
    })
    expect(unexplained).toEqual([])
  })
})

describeWithSharedData('real numbers of real catalogs', (folder) => {
  const rows = readCsv(folder, 'real_082_050.csv')
  const dewey = rows.map((row) => row['ddc_082a'] ?? '').filter((text) => text !== '')
  const lc = rows.map((row) => row['lcc_050ab'] ?? '').filter((text) => text !== '')

  test('primes change nothing', () => {
    expect(dewey.length).toBeGreaterThanOrEqual(290)
    // One place where digits meet, not the two numbers of a series ("781/.57 s 781/.57/09043").
    const primed = dewey.filter((text) => /[/']/.test(text) && !/ s /.test(text))
    expect(primed.length).toBeGreaterThanOrEqual(140)
    for (const text of primed) {
      const bare = text.replace(/[/']/g, '')
      expect([text, callNumberKey(text, 'dewey')]).toEqual([text, callNumberKey(bare, 'dewey')])
      expect(callNumberKey(text.replaceAll('/', "'"), 'dewey')).toBe(callNumberKey(bare, 'dewey'))
    }
  })

  test('every Dewey number is read but for the words, and stands by its value', () => {
    const unread = dewey.filter((text) => !isCallNumber(text, 'dewey'))
    expect([...new Set(unread)].toSorted()).toEqual(['Fic', '[E]', '[Fic]'])
    const value = (text: string): number => Number(/^[\d.]+/.exec(text.replaceAll('/', ''))?.[0] ?? 'NaN')
    const plainOnes = dewey.filter((text) => /^[\d./]+( B)?$/.test(text) && !Number.isNaN(value(text)))
    const sorted = plainOnes.toSorted((one, other) =>
      compareKeys(callNumberKey(one, 'dewey'), callNumberKey(other, 'dewey')),
    )
    expect(sorted.length).toBeGreaterThan(250)
    expect(sorted.map(value)).toEqual(plainOnes.map(value).toSorted((one, other) => one - other))
  })

  test('what LC cannot read is an accession number, a word or a place, and it stands behind all that LC can', () => {
    const unread = lc.filter((text) => !isCallNumber(text, 'lc'))
    expect(unread.filter((text) => /^[A-HJ-NP-VZ][A-Z]?\W*\d{1,4}\W+[A-Z]\d/.test(text))).toEqual([])
    const isRead = lc
      .toSorted((one, other) => compareKeys(callNumberKey(one, 'lc'), callNumberKey(other, 'lc')))
      .map((text) => isCallNumber(text, 'lc'))
    expect(isRead.indexOf(false)).toBe(lc.length - unread.length)
    const share = 1 - unread.length / lc.length
    expect(share).toBeGreaterThan(0.64)
  })

  test('a number is guessed as the catalog says it is', () => {
    const readable = dewey.filter((text) => isCallNumber(text, 'dewey'))
    expect(readable.filter((text) => guessProfile(text) !== 'dewey')).toEqual([])
    const classed = lc.filter((text) => /^[A-Z]{1,2}\s*\d{1,4}(\.\d+)?\s*\.[A-Z]\d/.test(text))
    expect(classed.length).toBeGreaterThan(200)
    expect(classed.filter((text) => guessProfile(text) !== 'lc')).toEqual([])
  })
})

describe('as it reads on the shelf', () => {
  // Each list stands as on the shelf, left to right.
  test.each<[string, ShelfProfile, string[]]>([
    ['nothing before something', 'dewey', ['641.5', '641.5 CHI', '641.5 CHIL', '641.59', '641.59 ABC', '641.6']],
    ['noughts before the number', 'dewey', ['001', '005.13/3', '031', '100']],
    ['prefixes after the numbers', 'dewey', ['599 GOO', 'DVD 599 GOO', 'J 031 WOR', 'J 567.9 DIN', 'J REF 031']],
    ['volumes are counted', 'dewey', ['031 WOR', '031 WOR v.2', '031 WOR v.9', '031 WOR v.10', '031 WORD']],
    ['copies before volumes', 'dewey', ['629.1 WRI', '629.1 WRI c.2', '629.1 WRI c.10', '629.1 WRI v.1']],
    [
      'the copy c.2 and the cutter C2',
      'lc',
      ['QA76 .B3', 'QA76 .B3 c.2', 'QA76 .B3 c.10', 'QA76 .B3 C10', 'QA76 .B3 C2'],
    ],
    [
      'the volume v.188 and the cutter V188',
      'lc',
      ['M5 .L3', 'M5 .L3 v.2', 'M5 .L3 v.188', 'M5 .L3 V188', 'M5 .L3 V2'],
    ],
    ['thematic numbers are counted', 'lc', ['M5 .L3 K.24', 'M5 .L3 K.240', 'M5 .L3 K.1000', 'M5 .L3 K24']],
    ['a name behind the cutters', 'lc', ['BF1999 .B34', 'BF1999 Aarons', 'BF1999.5 .A1']],
    ['fiction by author', 'fiction', ['FIC MacDonald', 'FIC Mason', 'FIC McDonald', 'FIC Mdina', 'J FIC Mason']],
    ['fiction in volumes', 'fiction', ['FIC ROW', 'FIC ROW v.2', 'FIC ROW v.10', 'FIC ROWL']],
    ['a life by whom it is about', 'biography', ['B LIN', 'B LINCOLN', '921 LINDBERGH', 'B OBAMA', 'J B ANGELOU']],
    ['titles', 'title', ['A Beautiful Mind', 'The Best Man', '1984', 'Star Wars part 2', 'Star Wars part 10', '2001']],
    ['numbered things', 'numbered', ['LAPTOP 2', 'LAPTOP 10', 'PROJECTOR 1', 'PROJECTOR 01 b']],
    ['issues', 'volume', ['v.1', 'v.1 no.2', 'v.1 no.10', 'v.2 (2022 Jan. 3)', 'v.2 (2022 Jan. 10)', 'v.2 2022 Feb']],
  ])('%s', (_, profile, list) => {
    const sorted = list.toReversed().toSorted((one, other) => {
      return compareKeys(callNumberKey(one, profile), callNumberKey(other, profile))
    })
    expect(sorted).toEqual(list)
    expect(new Set(list.map((text) => callNumberKey(text, profile))).size).toBe(list.length)
  })
})
