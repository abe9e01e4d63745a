/**
 * The verifier on drawers, as an auditor runs it: it reckons each session again from the entries alone. The day here is
 * written by hand, apart from the desk. Who rewrites an entry can make the chain again as well, so most of what is
 * tampered with here has a chain that holds.
 */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { testFolder } from '../main/support/folders.ts'
import { moneyDesk } from '../main/support/money-desk.ts'

type Body = Readonly<Record<string, unknown>>
type Entry = readonly [kind: string, body: Body]

const T = 'DPK7T5'
const S = `${T}.1.1`
const none = { approved_by: '', reason_code: '' }

const inCash = (fund: string, amount_cents: number, tendered_cents = amount_cents): Body => ({
  lines: [{ of: 'charge', charge_ref: 'c1', fund, amount_cents }],
  tendered_cents,
  change_cents: tendered_cents - amount_cents,
  rounding_cents: 0,
  others: [],
})

/** A fine of $5.00 in cash, and beside it goods: no money, and in no sum of it. */
const goods = (worth_cents: number, parts: readonly number[]): Body => ({
  ...inCash('fines', 500, 2000),
  in_kind: [
    { kind_code: 'FOOD', quantity_count: 4, worth_cents, parts: parts.map((amount_cents) => ({ amount_cents })) },
  ],
})

const COPIES: Body = {
  lines: [{ of: 'sale', product_code: 'COPY', fund: 'copies', quantity_count: 12, amount_cents: 120, tax_cents: 10 }],
  tendered_cents: 30,
  change_cents: 0,
  rounding_cents: 0,
  others: [{ tender: 'check', amount_cents: 100 }],
}

const receipt = (receipt_number: number, made: Body, session_ref = S): Entry => [
  'receipt-made',
  { session_ref, receipt_number, receipt: made, paper: null },
]

type Amounts = readonly [cash: number, checks: number, card: number]
const byTender = ([cash_cents, checks_cents, card_cents]: Amounts): Body => ({ cash_cents, checks_cents, card_cents })

function close(session_ref: string, z_number: number, total: number, expected: Amounts, cash = expected[0]): Entry {
  const counted = byTender([cash, expected[1], expected[2]])
  const bag = { bag_number: 'B-1', drawer_cents: cash - 5000, safe_cents: 0, checks_cents: expected[1] }
  const left = { left_cents: 5000, left_pieces: null, left_checks_cents: 0, handed_to: '', is_review_needed: false }
  const z = {
    z_number,
    grand_total_cents: total,
    expected: byTender(expected),
    counted,
    is_card_counted: false,
    is_card_posted: true,
    checks_count: 1,
  }
  return ['drawer-closed', { session_ref, ...z, ...none, ...left, bag, head: 'here' }]
}

/** Two sessions: $50.00, a fine of $5.00, copies partly by check, a fine taken and voided, $3.00 back, $20.00 drop. */
const DAY: readonly Entry[] = [
  ['drawer-opened', opened(null, 5000, 5000)],
  receipt(1, inCash('fines', 500, 2000)),
  receipt(2, COPIES),
  receipt(3, inCash('fines', 250)),
  [
    'receipt-voided',
    { session_ref: S, receipt_ref: `${T}.1.4`, receipt_number: 3, receipt: inCash('fines', 250), ...none },
  ],
  ['refund-paid', refund(4, 300)],
  ['cash-placed', placed('out', 'safe', 2000)],
  [
    'cash-paid',
    {
      session_ref: S,
      way: 'out',
      reason_code: 'STAMPS',
      fund: 'office',
      amount_cents: 60,
      approved_by: '',
      meter: null,
    },
  ],
  ['drawer-counted', { session_ref: S, reason: 'surprise', pieces: null, counted_cents: 3100, expected_cents: 3170 }],
  ['cash-placed', placed('in', 'change-fund', 3000)],
  close(S, 1, 880, [6170, 100, 0], 6160),
  ['deposit-banked', { session_ref: S, bag_cents: 1260, banked_cents: 1260, banked_on: '2026-11-25' }],
  ['drawer-opened', opened(S, 5000, 4990)],
  receipt(5, inCash('lost', 1899), `${T}.1.13`),
  close(`${T}.1.13`, 2, 2779, [6889, 0, 0]),
]

function opened(from_session_ref: string | null, left_cents: number, counted_cents: number): Body {
  const who = { drawer_code: 'DRAWER-1', custodian_code: 'rortiz' }
  return { ...who, from_session_ref, left_cents, left_checks_cents: 0, pieces: null, counted_cents }
}

function refund(receipt_number: number, paid_cents: number): Body {
  const lines = [{ of: 'charge', charge_ref: 'c2', fund: 'fines', amount_cents: 300 }]
  const how = { tender: 'cash', due: 'drawer', paid_cents, rounding_cents: 0, ...none }
  return { session_ref: S, receipt_number, receipt_ref: null, lines, ...how }
}

function placed(way: 'in' | 'out', place: string, amount_cents: number): Body {
  const by = { bag_number: '', receiver_code: '', receiver_cents: null }
  return { session_ref: S, way, place, amount_cents, pieces: null, ...by }
}

type Chained = { readonly lines: readonly string[]; readonly hashes: readonly string[] }

/** @param heads what each Z says of the end before it, by its entry; else the end there is */
function chained(day: readonly Entry[], heads: ReadonlyMap<number, unknown> = new Map()): Chained {
  const lines = [JSON.stringify({ format: 'datestamp-journal', version: 1, terminal: T })]
  const hashes = ['0'.repeat(64)]
  for (const [at, [kind, body]] of day.entries()) {
    const before = hashes[at] ?? ''
    const head = heads.get(at) ?? { events_count: at, hash: before }
    const said = body['head'] === 'here' ? { ...body, head } : body
    const content = JSON.stringify({ terminal: T, epoch: 1, seq: at + 1, kind, v: 1, staff: 'rortiz', body: said })
    const hash = createHash('sha256').update(Buffer.from(before, 'hex')).update(content, 'utf8').digest('hex')
    lines.push(JSON.stringify({ epoch: 1, seq: at + 1, hash, content }))
    hashes.push(hash)
  }
  return { lines, hashes }
}

function verify(lines: readonly string[], ...args: readonly string[]): { status: number | null; said: string[] } {
  const file = join(testFolder(), 'journal.jsonl')
  writeFileSync(file, `${lines.join('\n')}\n`)
  const { status, stdout } = spawnSync(process.execPath, ['tools/verify.mjs', file, ...args], { encoding: 'utf8' })
  return { status, said: stdout.trim().split('\n') }
}

const WHOLE = chained(DAY)
const END = WHOLE.hashes.at(-1) ?? ''
/** The end before the second Z, as it is on that Z's paper. */
const ON_PAPER = `14:${WHOLE.hashes[14] ?? ''}`

/** The day with another body at this entry, counted from 1. */
function withBody(seq: number, change: Body): Entry[] {
  return DAY.map(([kind, body], at) => [kind, at === seq - 1 ? { ...body, ...change } : body])
}

test('a day that agrees is told in one line: sessions, the last Z, numbers of receipts, what came in', () => {
  const { status, said } = verify(WHOLE.lines, END, '--z', ON_PAPER)
  expect(said.slice(0, -1)).toEqual([
    'Drawers: 2 sessions, 2 closed, last Z DPK7T5-1-Z2, receipts of epoch 1: 1 to 5, in all $27.79, ' +
      'over $0.00, short $0.20.',
  ])
  expect(status).toBe(0)
})

test('goods and work change no figure, and a receipt of before them is voided by one that has none', () => {
  expect(verify(chained(withBody(2, { receipt: goods(400, [300, 50]) })).lines).status).not.toBe(1)
  expect(verify(chained(withBody(5, { receipt: { ...inCash('fines', 250), in_kind: [] } })).lines).status).not.toBe(1)
})

describe('an entry that was rewritten, with a new chain over it, is told by what does not agree with it', () => {
  test.each<[string, Entry[], number, string]>([
    ['a fine of $5.00 made $4.00', withBody(2, { receipt: inCash('fines', 400, 1900) }), 9, 'hold $30.70'],
    [
      'less tendered than the lines come to',
      withBody(2, { receipt: { ...inCash('fines', 500), tendered_cents: 400 } }),
      2,
      '$1.00 less',
    ],
    ['a void of more than the receipt had', withBody(5, { receipt: inCash('fines', 350) }), 5, 'other amounts'],
    ['goods that take off more than they are worth', withBody(2, { receipt: goods(400, [300, 150]) }), 2, '$0.50 more'],
    ['goods that take nothing off', withBody(2, { receipt: goods(400, [0]) }), 2, 'nothing off a charge'],
    ['more paid back than the line', withBody(6, { paid_cents: 400 }), 6, '$1.00 more'],
    ['a smaller drop', withBody(7, { amount_cents: 1000 }), 9, 'hold $41.70'],
    ['an expectation that hides a shortage', withBody(11, { expected: byTender([6160, 100, 0]) }), 11, '$0.10 less'],
    ['a check that became cash', withBody(11, { expected: byTender([6270, 0, 0]) }), 11, 'in cash $61.70'],
    ['a grand total set back', withBody(15, { grand_total_cents: 1899 }), 15, '$8.80 less'],
    ['more in the bag than was counted', withBody(11, { left_cents: 4000 }), 11, 'counted in cash $61.60'],
    ['less found than was left', withBody(13, { left_cents: 4000 }), 13, 'left in the drawer $50.00'],
    ['more banked than was bagged', withBody(12, { bag_cents: 5000 }), 12, 'into the bag $12.60'],
    ['an amount that is none', withBody(7, { amount_cents: '2000' }), 7, 'cannot be read'],
    ['a card batch that nobody read off', withBody(15, { counted: byTender([6889, 0, 20]) }), 15, 'nobody read off'],
    ['a card batch left out of the books', withBody(15, { is_card_posted: false }), 15, 'out of the accounts'],
    ['a Z number left out', withBody(15, { z_number: 3 }), 15, 'Z number 3, and 2 comes next'],
    ['a Z twice', withBody(15, { z_number: 1 }), 15, 'Z number 1, and 2 comes next'],
    ['a receipt number left out', withBody(14, { receipt_number: 6 }), 14, 'number 6, and 5 comes next'],
    ['a receipt number twice', withBody(14, { receipt_number: 2 }), 14, 'number 2, and 5 comes next'],
    ['money moved after the close', withBody(14, { session_ref: S }), 14, 'Z 1 closed'],
  ])('%s', (_, day, seq, what) => {
    const { status, said } = verify(chained(day).lines)
    expect(status).toBe(1)
    expect(said.find((one) => one.includes(`entry ${T}.1.${seq}:`) && one.includes(what))).toBeDefined()
  })
})

describe('a bag that was filled in the middle of a session', () => {
  const bag = (seq: number): Entry[] =>
    DAY.map(([kind, body], at) =>
      at === seq - 1 ? [kind, { ...body, place: 'bank-bag', bag_number: 'B-0' }] : [kind, body],
    )
  const banked = (drop_ref: string | null, bag_cents: number): Entry => [
    'deposit-banked',
    { session_ref: S, drop_ref, bag_cents, banked_cents: bag_cents, banked_on: '2026-11-25' },
  ]
  const DROP = `${T}.1.7`

  test.each<[string, readonly Entry[], string | null]>([
    ['is taken in by the bank like that of the close', [banked(DROP, 2000)], null],
    ['and not twice', [banked(DROP, 2000), banked(DROP, 2000)], 'taken in before'],
    ['nor for more than was put into it', [banked(DROP, 2500)], 'into the bag $20.00'],
    ['nor where nothing was put into one', [banked(`${T}.1.10`, 3000)], 'was not filled'],
    ['nor the bag of the close once more', [banked(null, 1260)], 'taken in before'],
  ])('%s', (_, more, what) => {
    const { status, said } = verify(chained([...bag(7), ...more]).lines)
    expect([status, what === null || said.some((one) => one.includes(what))]).toEqual([what === null ? 3 : 1, true])
  })
})

describe('a receipt on paper', () => {
  const keyed = (receipt_number: number, of_session_ref: string | null): Entry => {
    const paper = { paper_number: '117', written_on: '2026-11-23', written_minute: null, of_session_ref }
    return ['receipt-made', { session_ref: `${T}.1.13`, receipt_number, receipt: inCash('fines', 100), paper }]
  }
  const voided = (seq: number, receipt_number: number): Entry => [
    'receipt-voided',
    { session_ref: `${T}.1.13`, receipt_ref: `${T}.1.${seq}`, receipt_number, receipt: inCash('fines', 100), ...none },
  ]
  const before = DAY.slice(0, 14)

  test.each<[string, readonly Entry[], string | null]>([
    ['is of a session that was closed before it', [keyed(6, S)], null],
    ['is not of one that is open', [keyed(6, `${T}.1.13`)], 'not closed before it'],
    ['is keyed in again once it was voided', [keyed(6, null), voided(15, 6), keyed(7, null)], null],
    ['and not while it stands', [keyed(6, null), keyed(7, null)], '117 once more'],
  ])('%s', (_, more, what) => {
    const { status, said } = verify(chained([...before, ...more]).lines)
    expect([status, what === null || said.some((one) => one.includes(what))]).toEqual([what === null ? 3 : 1, true])
  })
})

describe('an entry that was taken out or moved', () => {
  /** What is said of it, which must end in a no. */
  const told = (lines: readonly string[]): string => {
    const { status, said } = verify(lines)
    expect(status).toBe(1)
    return said.join('\n')
  }

  test('with the chain as it was is told by the chain', () => {
    expect(told(WHOLE.lines.toSpliced(3, 1))).toMatch(/something is missing before it/)
    expect(told(WHOLE.lines.toSpliced(3, 2, ...WHOLE.lines.slice(3, 5).toReversed()))).toMatch(
      /something is missing before it/,
    )
  })

  test('with a new chain over the rest is told by the numbers, the drawer and the Z', () => {
    const { lines } = chained(DAY.toSpliced(2, 1))
    expect(told(lines)).toMatch(/number 3, and 2 comes next/)
    expect(told(lines)).toMatch(/should hold \$31\.40/)
    expect(told(lines)).toMatch(/Z 1 should expect in checks \$0\.00/)
    const swapped = DAY.toSpliced(2, 2, ...DAY.slice(2, 4).toReversed())
    expect(told(chained(swapped).lines)).toMatch(/number 3, and 2 comes next/)
  })

  test('before a Z that kept what it said of the end is told by the Z', () => {
    const kept = new Map([[10, { events_count: 10, hash: WHOLE.hashes[10] }]])
    const rewritten = withBody(7, { bag_number: 'other' })
    expect(told(chained(rewritten, kept).lines)).toMatch(/its Z names another end/)
  })
})

describe('the end that a Z has on paper', () => {
  test('is found by its digits, in groups as they are printed, with and without the number of entries', () => {
    const [, hash = ''] = ON_PAPER.split(':')
    const groups = hash.match(/.{4}/g)?.join(' ') ?? ''
    for (const end of [hash, groups, `14:${groups.toUpperCase()}`])
      expect(verify(WHOLE.lines, END, '--z', end).status).toBe(0)
  })

  test('tells of a tail that was taken off, which nothing in the file does', () => {
    const short = WHOLE.lines.slice(0, 13)
    expect(verify(short).status).toBe(3)
    const { status, said } = verify(short, '--z', ON_PAPER)
    expect([status, said.some((one) => one.includes('cut off'))]).toEqual([1, true])
  })

  test('tells of a whole day that was written again', () => {
    const { lines } = chained(withBody(7, { bag_number: 'other' }))
    expect([verify(lines).status, verify(lines, '--z', ON_PAPER).status]).toEqual([3, 1])
  })

  test('that is none is bad use', () => {
    for (const end of ['', '14', 'abcd', `14:${'g'.repeat(64)}`]) expect(verify(WHOLE.lines, '--z', end).status).toBe(2)
  })
})

test('a real desk agrees with it: a float, a fine with change, a void', async () => {
  const desk = await moneyDesk()
  const id = () => ({ commandId: desk.id() })
  await desk.ok('drawer.open', { ...id(), drawer_code: '', pieces: null, total_cents: 10_000 })
  const payment = {
    drawer_code: '',
    pay_cents: 100,
    sales: [],
    is_exact_possible: true,
    is_large_meant: false,
    paper: null,
  }
  const charges = [{ charge_ref: 'c1', amount_cents: null }]
  const tenders = [{ tender: 'cash' as const, tendered_cents: 500 }]
  await desk.ok('payment.take', { ...id(), ...payment, charges, tenders })
  const { done } = await desk.ok('payment.take', { ...id(), ...payment, charges, tenders })
  await desk.ok('payment.void', { ...id(), receipt_ref: done?.entry_ref ?? '', reason: 'WRONG-AMOUNT' })
  await desk.ok('drawer.count', { ...id(), drawer_code: '', reason: 'mid-shift', pieces: null, total_cents: 10_100 })
  const { file, head } = await desk.ok('journal.export', { to_file: join(testFolder(), 'journal.jsonl') })
  const { status, stdout } = spawnSync(process.execPath, ['tools/verify.mjs', file, head], { encoding: 'utf8' })
  expect([status, stdout]).toEqual([0, expect.stringContaining('1 session, 0 closed')])
})
