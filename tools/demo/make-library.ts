/**
 * Generates demo/library/*.csv: a small made-up library, the same bytes every time, in the format of docs/import.md.
 * Every person is invented; the titles are real works. With --check it changes nothing and fails when a file is stale.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Chance, csv, type CsvRow } from './made.ts'
import { itemRow, makeItems, makeTitles, titleRow } from './material.ts'
import { CREDITS, makeWork } from './open-work.ts'
import { addressRow, cardsOf, makePeople, patronRow, type Person } from './people.ts'
import * as cash from './policy-cash.ts'
import * as rules from './policy-cards.ts'
import * as money from './policy-money.ts'
import * as policy from './policy.ts'

const SEED = 1926

function noteRows(people: readonly Person[]): CsvRow[] {
  return people.flatMap(({ patron_id, note }) => {
    if (!note) return []
    const [written_on, initials, text] = note
    return [{ patron_id, written_on, initials, text }]
  })
}

function blockRows(people: readonly Person[]): CsvRow[] {
  return people.flatMap(({ patron_id, block }) => {
    if (!block) return []
    const [kind, from_on, until_on, note] = block
    return [{ patron_id, kind, from_on, until_on, note }]
  })
}

/** Two neighbors, neither of whom shows anything else. */
const PICKUPS: readonly CsvRow[] = [
  { patron_id: 'P0061', by_patron_id: 'P0062', allowed_on: '2026-09-14', initials: 'BC' },
]

/** The same two. */
const APART: readonly CsvRow[] = [{ patron_id: 'P0061', other_patron_id: 'P0062' }]

/** Who shows what, and the card to scan. */
function whoIsWho(people: readonly Person[]): string {
  const rows = people.filter((person) => person.shows !== '')
  const table = rows.map((person) => {
    const current = cardsOf(person).find(([, status]) => status === 'current')?.[0] ?? 'no card'
    return `| ${person.shows} | ${[person.given, person.surname].join(' ').trim()} | ${current} |`
  })
  return [
    '# The people of the demo library',
    '',
    'Everybody is invented. Made by `tools/demo/make-library.ts` for Tuesday, 24 November 2026. Sign in by badge or by',
    'initials and PIN: Rosa Ortiz RO 471108 (manager), Wei Zhang WZ 1357 (supervisor), Ben Cole BC 2580.',
    '',
    '| shows | who | card |',
    '| --- | --- | --- |',
    ...table,
    '',
  ].join('\n')
}

/** All files of the demo by name, relative to the folder `demo`. */
export function makeLibrary(): ReadonlyMap<string, string> {
  const chance = new Chance(SEED)
  const people = makePeople(chance)
  const titles = makeTitles()
  const items = makeItems(titles, chance)
  const work = makeWork(people, items, chance)
  const cards = people.flatMap((person) =>
    cardsOf(person).map(([barcode, status]) => ({ patron_id: person.patron_id, barcode, status })),
  )
  const tables: Readonly<Record<string, readonly CsvRow[]>> = {
    library: policy.LIBRARY,
    branches: policy.BRANCHES,
    hours: policy.HOURS,
    closed_days: policy.CLOSED_DAYS,
    patron_categories: policy.CATEGORIES,
    item_types: policy.ITEM_TYPES,
    fixed_dates: policy.FIXED_DATES,
    loan_rules: policy.LOAN_RULES,
    fine_rules: money.FINE_RULES,
    lost_rules: money.LOST_RULES,
    limit_groups: money.LIMIT_GROUPS,
    limits: money.LIMITS,
    rental_rules: money.RENTAL_RULES,
    fees: money.FEES,
    fine_free_days: money.FINE_FREE_DAYS,
    shelf_signs: policy.SHELF_SIGNS,
    cash_drawers: cash.CASH_DRAWERS,
    products: cash.PRODUCTS,
    cash_reasons: cash.CASH_REASONS,
    variance_tiers: cash.VARIANCE_TIERS,
    float_pieces: cash.FLOAT_PIECES,
    in_kind_tenders: cash.IN_KIND_TENDERS,
    residency_rules: rules.RESIDENCY_RULES,
    card_rules: rules.CARD_RULES,
    field_rules: rules.FIELD_RULES,
    proof_kinds: rules.PROOF_KINDS,
    card_ranges: rules.CARD_RANGES,
    settings: money.SETTINGS,
    staff: policy.STAFF,
    patrons: people.map(patronRow),
    cards,
    addresses: people.map((person) => addressRow(person, chance)),
    notes: noteRows(people),
    blocks: blockRows(people),
    pickups: PICKUPS,
    apart: APART,
    titles: titles.map(titleRow),
    items: items.map(itemRow),
    loans: work.loans,
    holds: work.holds,
    charges: work.charges,
    credits: CREDITS,
  }
  const files = Object.entries(tables).map(([name, rows]) => [`library/${name}.csv`, csv(rows)] as const)
  return new Map([...files, ['who-is-who.md', whoIsWho(people)]])
}

if (import.meta.main) {
  const demo = join(import.meta.dirname, '../../demo')
  mkdirSync(join(demo, 'library'), { recursive: true })
  const stale = [...makeLibrary()].filter(([name, text]) => {
    const path = join(demo, name)
    return !existsSync(path) || readFileSync(path, 'utf8') !== text
  })
  for (const [name, text] of stale) {
    if (process.argv.includes('--check')) console.error(`stale: demo/${name}`)
    else writeFileSync(join(demo, name), text)
  }
  if (process.argv.includes('--check') && stale.length > 0) process.exit(1)
}
