/** Whose turn it is among the scans that wait, and what holds them back, to be read by a librarian. */
import { describe, expect, test } from 'vitest'
import { cleared, EMPTY_SESSION, opened, withBand, type Session } from '../../shared/desk/session/session.ts'
import {
  heldAfterStop,
  isWaitingFull,
  scanAtTurn,
  WAITING_MAX,
  withoutFirstWaiting,
  withNobodysBehind,
  withoutLastWaiting,
  withRan,
  withWaiting,
} from '../../shared/desk/session/waiting.ts'
import type { WaitingScan } from '../../shared/desk/session/waiting-scan.ts'
import { signedOut } from '../../shared/desk/session/session-staff.ts'
import { plainBand } from '../../shared/desk/words/words.ts'
import { patronId, staffCode } from '../../shared/kernel/ids.ts'
import { NO_ROWS } from '../../shared/desk/tally.ts'

const ROSA = { staff_code: staffCode('rortiz'), name: 'Rosa Ortiz', initials: 'RO', role: 'manager' } as const
const AT_DESK: Session = { ...EMPTY_SESSION, staff: ROSA }
const ASKS = { tally: { ...NO_ROWS, undecided_count: 1 } }
const LOCKED = { lock: { band: null } }
const HELD = { is_waiting_held: true }
const STOP = plainBand('stop', 'Do not serve')
const DONE = plainBand('done', 'Educated')

/** A letter for each scan: C a card, i an item, u an unknown number. */
function waits(scans: string, session = AT_DESK): Session {
  const what = { C: 'card', i: 'item', u: 'other' } as const
  return Array.from(scans).reduce((before, letter, at) => {
    const scan = { text: letter, source: 'scan', barcode: letter, title: '', waiting_id: `${at}` } as const
    return withWaiting(before, { ...scan, what: what[letter as keyof typeof what] } satisfies WaitingScan)
  }, session)
}

const ids = (scans: readonly WaitingScan[]): string => scans.map((scan) => scan.waiting_id).join('')

test.each([
  ['nothing waits', '', {}, null],
  ['a card, every row answered', 'Ci', {}, '0'],
  ['a card while a row asks', 'Ci', ASKS, null],
  ['an item behind a card that ran, while its row asks', 'i', ASKS, null],
  ['an item behind a card that ran', 'iC', {}, '0'],
  ['a card after a stop', 'Ci', HELD, null],
  ['an item after a stop: its row stays in sight', 'iC', HELD, '0'],
  ['an unknown number after a stop', 'u', HELD, '0'],
  ['a card at a locked desk', 'C', LOCKED, null],
  ['a card, nobody signed in', 'C', { staff: null }, null],
] as const)('whose turn: %s', (_says, scans, change, turn) => {
  expect(scanAtTurn({ ...waits(scans), ...change })?.waiting_id ?? null).toBe(turn)
})

test.each([
  ['a stop, a card waits', 'C', AT_DESK, STOP, true],
  ['done, a card waits', 'C', AT_DESK, DONE, false],
  ['a stop, nothing waits', '', AT_DESK, STOP, false],
  ['a stop at the locked desk, such as a scan nobody may make', 'C', { ...AT_DESK, ...LOCKED }, STOP, false],
] as const)('what holds the next card back: %s', (_says, scans, desk, band, is_held) => {
  const before = waits(scans, desk)
  expect(heldAfterStop(withBand(before, band), before).is_waiting_held).toBe(is_held)
})

test('a stop of before, put back by Esc, holds nothing back', () => {
  const before = waits('C', withBand(AT_DESK, STOP))
  expect(heldAfterStop(before, before).is_waiting_held).toBe(false)
})

test.each([
  ['the next card', 'iiCi', '01'],
  ['the end', 'iu', '01'],
  ['a card right behind it', 'Ci', ''],
])('a card that does not open loses what is behind it, up to %s', (_says, scans, lost) => {
  const { waiting } = withNobodysBehind(waits(scans))
  expect(ids(waiting.filter(({ what }) => what === 'nobodys'))).toBe(lost)
})

describe('taking one away', () => {
  test.each([
    ['the last', '2', '01'],
    ['the first: its items would go to the patron before', '0', '012'],
    ['one that does not wait', '9', '012'],
  ])('%s', (_says, waiting_id, left) => {
    expect(ids(withoutLastWaiting(waits('Cii'), waiting_id).waiting)).toBe(left)
  })

  test('the only one leaves nothing held back', () => {
    const left = withoutLastWaiting({ ...waits('C'), ...HELD }, '0')
    expect([left.waiting, left.is_waiting_held]).toEqual([[], false])
  })

  test('the first leaves when its turn comes', () => {
    expect(ids(withoutFirstWaiting(waits('Ci')).waiting)).toBe('1')
  })

  test.each([
    ['the last of them', 'i', false],
    ['one with a card behind it', 'iC', true],
  ])('after a stop, %s at its turn: is the next card still held back?', (_says, scans, is_held) => {
    expect(withoutFirstWaiting({ ...waits(scans), ...HELD }).is_waiting_held).toBe(is_held)
  })
})

test(`${WAITING_MAX} scans wait and no more`, () => {
  expect(isWaitingFull(waits('i'.repeat(WAITING_MAX - 1)))).toBe(false)
  expect(isWaitingFull(waits('i'.repeat(WAITING_MAX)))).toBe(true)
})

describe('what a scan did at its turn', () => {
  const [card] = waits('C').waiting
  const ran = withRan(withBand(AT_DESK, DONE), AT_DESK, card as WaitingScan)

  test('is told with its number, and a card as an opening', () => {
    expect(ran.ran).toMatchObject([{ number: 1, outcome: 'done', spoken: 'Educated.', is_opening: true }])
  })

  test('is not told when it said nothing', () => {
    expect(withRan(AT_DESK, AT_DESK, card as WaitingScan).ran).toEqual([])
  })

  test.each([
    ['the next patron', opened(ran, patronId(7))],
    ['Finish', cleared(ran)],
    ['signing out', signedOut(ran)],
  ])('is gone with its patron: %s', (_says, after) => {
    expect(after.ran).toEqual([])
  })
})

test('what waits stays when the patron is finished, and goes when the clerk signs out', () => {
  const session = { ...waits('Ci'), ...HELD }
  expect([ids(cleared(session).waiting), cleared(session).is_waiting_held]).toEqual(['01', false])
  expect(signedOut(session)).toMatchObject({ waiting: [], is_waiting_held: false })
})
