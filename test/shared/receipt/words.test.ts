/** The catalogs: nothing of English is left in Spanish, counts have their plural, and who gets which. */
import { describe, expect, it, test } from 'vitest'
import { printedIn, wordsIn } from '../../../shared/receipt/paper-language.ts'
import { layoutText } from '../../support/layout-text.ts'
import type { CashWords } from '../../../shared/receipt/words/cash-en.ts'
import { en, type Words } from '../../../shared/receipt/words/en.ts'
import { es } from '../../../shared/receipt/words/es.ts'
import { PAPERS } from './papers.ts'

type Saying = {
  [Name in keyof Words]: Words[Name] extends (...given: never[]) => string ? Name : never
}[keyof Words]
type CashSaying = {
  [Name in keyof CashWords]: CashWords[Name] extends (...given: never[]) => string ? Name : never
}[keyof CashWords]
type CashGiven<Name extends CashSaying> = Parameters<Extract<CashWords[Name], (...given: never[]) => string>>
type Given<Name extends Saying> = Parameters<Extract<Words[Name], (...given: never[]) => string>>

/** What each word that takes something is tried with; the compiler asks for all of them. */
const TRIED: { readonly [Name in Saying]: readonly Given<Name>[] } = {
  printer_test_columns: [[42]],
  minutes: [[1], [2]],
  hours: [[1], [2]],
  days: [[1], [2]],
  card: [['…1']],
  undone_since: [['Educated']],
  item: [['…1']],
  items: [[1], [2]],
  due: [['7']],
  renewals_left: [[null], [0], [1], [2]],
  items_out_now: [[1], [2]],
  holds_ready: [[1], [2]],
  items_returned: [[1], [2]],
  still_due: [['7']],
  was_due: [['7']],
  due_until_now: [['7']],
  items_renewed: [[1], [2]],
  items_not_renewed: [[1], [2]],
  shelf_until: [['7']],
  hold_data_old: [['7']],
  from: [['7']],
  back_by: [['7']],
  other_library: [['31999']],
  card_expires: [['7']],
  go_to: [['7']],
  fine_so_far: [['7']],
  of_amount: [['7']],
  hold_place: [[7]],
  hold_over: [['7']],
  hold_ready: [['7']],
  hold_on_its_way: [['7']],
  until: [['7']],
  noted: [
    ['7', ''],
    ['7', 'RO'],
  ],
  wanted_at: [['7']],
}

const TRIED_CASH: { readonly [Name in CashSaying]: readonly CashGiven<Name>[] } = {
  copy_number: [[2]],
  for_payee: [['7']],
  written: [['117', '7']],
  check_number: [['7']],
  card_tail: [['7']],
  authorization: [['7']],
  in_other_bag: [['B-5']],
  z_report: [['K4N7QW-1-Z7']],
  grand_total_epoch: [[2]],
  float_by: [[true], [false]],
  first_to_last: [['1', '7']],
  by_hand: [[1], [2]],
  voided: [[1], [2]],
  let_off_by: [['BC', 'WZ']],
  let_off_back: [[7]],
  others_credit: [[7]],
  in_kind: [['7', 7]],
  hours: [['7']],
  paid_in: [['7']],
  paid_out: [['7']],
  counted_by: [['7', 'RO']],
  covered_until: [
    ['7', ''],
    ['7', '9'],
  ],
  late_paper: [['117']],
  late_banked: [['B-1'], ['']],
  late_bagged: [['7']],
  late_of: [
    ['Nov 23', 'K4N7QW-1-Z7'],
    ['Nov 23', ''],
  ],
  late_arrived: [['7']],
  entries: [[1], [2]],
  checks: [[2]],
  proof_off: [['7']],
  remittance_to: [['7']],
  remittance_back: [['7']],
  counts_differ: [['7']],
  counts: [[7]],
}

/** What a sentence at a path is tried with. */
function triedWith(path: string): unknown {
  if (path.startsWith('cash.let_off.')) return [[7]]
  return path.startsWith('cash.') ? Reflect.get(TRIED_CASH, path.slice('cash.'.length)) : Reflect.get(TRIED, path)
}

/** Every sentence of a catalog by its path. */
function sentences(words: Words): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  const walk = (path: string, value: unknown): void => {
    if (typeof value === 'string') found.set(path, value)
    else if (typeof value === 'function') {
      const tried = triedWith(path)
      if (!Array.isArray(tried) || tried.length === 0) throw new TypeError(`nothing to try ${path} with`)
      tried.forEach((given: unknown[], index) =>
        found.set(`${path} ${index}`, String(Reflect.apply(value, null, given))),
      )
    } else if (typeof value === 'object' && value !== null) {
      for (const [name, part] of Object.entries(value)) walk(`${path}.${name}`, part)
    }
  }
  for (const [name, value] of Object.entries(words)) walk(name, value)
  return found
}

/** Spelt alike in both languages. */
const ALIKE = ['total']

describe('Spanish', () => {
  const english = sentences(en)
  const spanish = sentences(es)

  it('says everything that English says, and nothing empty', () => {
    expect([...spanish.keys()]).toEqual([...english.keys()])
    expect(spanish.size).toBeGreaterThan(90)
    expect([...spanish].filter(([, text]) => text.trim() === '')).toEqual([])
  })

  it('says none of it as English does', () => {
    const same = [...spanish].filter(([path, text]) => english.get(path)?.toLowerCase() === text.toLowerCase())
    expect(same.map(([path]) => path)).toEqual(ALIKE)
  })

  it('has no English word in a sentence, in the catalog or on any paper', () => {
    const title = /Braiding Sweetgrass|The (Strange|Dispossessed|Overstory).*|(Back|Librarian|from) .*|Maple.*|Laptop 7/
    const papers = Object.values(PAPERS).flatMap((paper) => layoutText(paper(es), 200))
    const papersOwn = papers.map((line) => line.replace(title, '')).filter((line) => !/Water|booklet|Disc 2/.test(line))
    const english =
      /\b(the|and|of|to|for|is|are|at|on|due|item|items|card|hold|holds|renew\w*|check\w*|you|your|left|until|late)\b/i
    expect([...spanish.values(), ...papersOwn].filter((text) => english.test(text))).toEqual([])
    // The search itself finds English where there is some.
    expect([...sentences(en).values()].filter((text) => english.test(text)).length).toBeGreaterThan(50)
  })
})

describe('counts and dates', () => {
  it.each([
    [en.items(1), '1 item'],
    [en.items(0), '0 items'],
    [en.holds_ready(1), '1 hold is ready for you.'],
    [en.holds_ready(2), '2 holds are ready for you.'],
    [en.renewals_left(1), '1 renewal left'],
    [es.items(1), '1 artículo'],
    [es.items(2), '2 artículos'],
    [es.holds_ready(1), '1 reserva lista para usted.'],
    [es.holds_ready(2), '2 reservas listas para usted.'],
    [es.renewals_left(0), 'sin renovaciones'],
    [es.renewals_left(1), 'queda 1 renovación'],
    [es.renewals_left(2), 'quedan 2 renovaciones'],
    [es.renewals_left(null), 'se puede renovar'],
  ])('%s', (said, expected) => {
    expect(said).toBe(expected)
  })
})

test.each([
  ['spa', 'es'],
  ['es', 'es'],
  ['es-MX', 'es'],
  ['ES_us', 'es'],
  ['Spanish', 'es'],
  ['Español', 'es'],
  ['castellano', 'es'],
  [' spa ', 'es'],
  ['eng', 'en'],
  ['en-US', 'en'],
  ['English', 'en'],
  ['', null],
  ['fre', null],
  ['est', null],
  ['constructor', null],
  ['__proto__', null],
])('papers for the language field %j are in %s', (code, language) => {
  const printed = printedIn(code)
  expect(printed).toBe(language)
  if (printed !== null) expect(wordsIn(printed).language).toBe(language)
})
