/**
 * Which hold a copy fills, as a librarian would say it; until when it stands on the shelf; what a pick-up code may not
 * be; which copy is pulled for whom.
 */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { prepareCalendar } from '../../shared/circulation/calendar/calendar-index.ts'
import type { HoldFacts } from '../../shared/circulation/holds/hold-facts.ts'
import { decideCapture, ordinal } from '../../shared/circulation/holds/hold-queue.ts'
import { pairPulls } from '../../shared/circulation/holds/hold-pull.ts'
import { drawPickupCode, holdExpires, shelfUntil } from '../../shared/circulation/holds/hold-shelf.ts'
import { branchCode } from '../../shared/kernel/ids.ts'
import { instant, localDate, minuteOfDay } from '../../shared/kernel/time.ts'
import { parseZoneName } from '../../shared/kernel/zone.ts'
import { must } from '../../shared/kernel/assert.ts'
import { seededRandom } from '../main/support/fakes.ts'

const MAPLE = branchCode('MAPLE')
const NORTH = branchCode('NORTH')
const TODAY = localDate('2026-11-24')
const COPY = 'copy 1'

/** A hold that waits at Maple Street, placed in the minute given, with whatever else is said of it. */
function hold(hold_ref: string, minute: number, more: Partial<HoldFacts> = {}): HoldFacts {
  return {
    hold_ref,
    status: 'waiting',
    placed_at: instant(minute * 60_000),
    is_item_hold: false,
    item_barcode: null,
    pickup_branch: MAPLE,
    expires_on: null,
    suspended_until_on: null,
    shelf_until_on: null,
    pickup_code: '',
    patron_status: 'served',
    ...more,
  }
}

const READY = { status: 'ready', item_barcode: COPY, shelf_until_on: localDate('2026-12-01') } as const
const ON_ITS_WAY = { status: 'in-transit', item_barcode: COPY } as const

type Row = readonly [
  what: string,
  holds: readonly HoldFacts[],
  who: string | null,
  turn: ReturnType<typeof decideCapture>['turn'],
  also?: Partial<Parameters<typeof decideCapture>[0]>,
]

const WHO_GETS_IT: readonly Row[] = [
  ['nobody waits', [], null, 'nobody'],
  ['one waits here', [hold('Ann', 1)], 'Ann', 'captured-here'],
  ['one waits elsewhere', [hold('Ann', 1, { pickup_branch: NORTH })], 'Ann', 'sent-on'],
  ['two wait: the older', [hold('Ben', 2), hold('Ann', 1)], 'Ann', 'captured-here'],
  [
    'the older is fetched elsewhere: still the older',
    [hold('Ben', 2), hold('Ann', 1, { pickup_branch: NORTH })],
    'Ann',
    'sent-on',
  ],
  [
    'an older hold on this very copy before a newer one on the title',
    [hold('Ben', 2), hold('Ann', 1, { is_item_hold: true, item_barcode: COPY })],
    'Ann',
    'captured-here',
  ],
  [
    'an older hold on the title before a newer one on this copy',
    [hold('Ben', 1), hold('Ann', 2, { is_item_hold: true, item_barcode: COPY })],
    'Ben',
    'captured-here',
  ],
  [
    'placed in the same moment: the one that only this copy can fill',
    [hold('Ann', 1), hold('Zoe', 1, { is_item_hold: true, item_barcode: COPY })],
    'Zoe',
    'captured-here',
  ],
  [
    'a hold on another copy is not filled by this one',
    [hold('Ann', 1, { is_item_hold: true, item_barcode: 'copy 2' }), hold('Ben', 2)],
    'Ben',
    'captured-here',
  ],
  [
    'suspended until after today: passed over',
    [hold('Ann', 1, { status: 'suspended', suspended_until_on: localDate('2026-11-25') }), hold('Ben', 2)],
    'Ben',
    'captured-here',
  ],
  [
    'suspended until today: wanted again',
    [hold('Ann', 1, { status: 'suspended', suspended_until_on: TODAY }), hold('Ben', 2)],
    'Ann',
    'captured-here',
  ],
  [
    'suspended until somebody says so: passed over',
    [hold('Ann', 1, { status: 'suspended' }), hold('Ben', 2)],
    'Ben',
    'captured-here',
  ],
  [
    'wanted until yesterday: passed over',
    [hold('Ann', 1, { expires_on: localDate('2026-11-23') }), hold('Ben', 2)],
    'Ben',
    'captured-here',
  ],
  ['wanted until today: still wanted', [hold('Ann', 1, { expires_on: TODAY })], 'Ann', 'captured-here'],
  [
    'may not be served: passed over',
    [hold('Ann', 1, { patron_status: 'barred' }), hold('Ben', 2)],
    'Ben',
    'captured-here',
  ],
  ['not in the library’s data any more: passed over', [hold('Ann', 1, { patron_status: 'gone' })], null, 'nobody'],
  [
    'they may never have such a copy: passed over',
    [hold('Ann', 1), hold('Ben', 2)],
    'Ben',
    'captured-here',
    { not_for: new Set(['Ann']) },
  ],
  [
    'it stands on the shelf for somebody who may not have it by now: it stays theirs',
    [hold('Ann', 1), hold('Ben', 2, READY)],
    'Ben',
    'stays',
    { not_for: new Set(['Ben']) },
  ],
  ['a closed account: passed over', [hold('Ann', 1, { patron_status: 'closed' })], null, 'nobody'],
  [
    'whoever just brings it back: passed over',
    [hold('Ann', 1), hold('Ben', 2)],
    'Ben',
    'captured-here',
    { returner_ref: 'Ann' },
  ],
  ['it waits for Ben already, though Ann is older', [hold('Ann', 1), hold('Ben', 2, READY)], 'Ben', 'stays'],
  ['it is on its way here for Ben', [hold('Ann', 1), hold('Ben', 2, ON_ITS_WAY)], 'Ben', 'arrives'],
  [
    'it is on its way to North for Ben and turns up here',
    [hold('Ben', 2, { ...ON_ITS_WAY, pickup_branch: NORTH })],
    'Ben',
    'stays',
  ],
  [
    'it stands on the shelf at North for Ben and turns up here',
    [hold('Ben', 2, { ...READY, pickup_branch: NORTH })],
    'Ben',
    'sent-on',
  ],
  [
    'it waited for Ben until yesterday: it goes to Ann',
    [hold('Ann', 3), hold('Ben', 2, { ...READY, shelf_until_on: localDate('2026-11-23') })],
    'Ann',
    'captured-here',
  ],
  [
    'today is the last day that it waits for Ben: it stays his',
    [hold('Ann', 3), hold('Ben', 2, { ...READY, shelf_until_on: TODAY })],
    'Ben',
    'stays',
  ],
  [
    'called elsewhere after its last day on the shelf: it goes on its way',
    [hold('Ann', 3), hold('Ben', 2, { ...ON_ITS_WAY, shelf_until_on: localDate('2026-11-23') })],
    'Ben',
    'arrives',
  ],
  [
    'a hold on this very copy that is put off does not catch it',
    [hold('Ann', 1, { status: 'suspended', is_item_hold: true, item_barcode: COPY }), hold('Ben', 2)],
    'Ben',
    'captured-here',
  ],
  [
    'old data has one date for both: over on the same day',
    [hold('Ben', 2, { ...READY, shelf_until_on: null, expires_on: localDate('2026-11-23') })],
    null,
    'nobody',
  ],
  ['it cannot be lent: it fills nothing', [hold('Ann', 1)], null, 'nobody', { can_fill: false }],
  ['the library captures none at check-in', [hold('Ann', 1)], null, 'nobody', { is_capturing: false }],
  [
    'it captures none, but what was sent arrives',
    [hold('Ben', 2, ON_ITS_WAY)],
    'Ben',
    'arrives',
    { is_capturing: false },
  ],
]

describe('a copy comes in at Maple Street on November 24', () => {
  const asked = { item_barcode: COPY, can_fill: true, here: MAPLE, today: TODAY, returner_ref: null }
  const ask = { ...asked, is_capturing: true, not_for: new Set<string>() }

  const rows = WHO_GETS_IT.map(([what, holds, who, turn, also]) => ({ what, holds, who, turn, also: also ?? {} }))

  test.each(rows)('$what', ({ holds, who, turn, also }) => {
    const decided = decideCapture({ ...ask, holds, ...also })
    expect([decided.hold?.hold_ref ?? null, decided.turn]).toEqual([who, turn])
  })

  test.each([
    ['not picked up in time', { ...READY, shelf_until_on: localDate('2026-11-23') }, {}, 'not-picked-up'],
    ['a closed account', { ...READY, patron_status: 'closed' as const }, {}, 'patron-gone'],
    ['nobody is left to fetch it', { ...READY, patron_status: 'gone' as const }, {}, 'patron-gone'],
    ['a bar: the hold itself stays', { ...READY, patron_status: 'barred' as const }, {}, 'waits again'],
    ['withdrawn: the hold itself stays', READY, { can_fill: false }, 'waits again'],
  ])('a copy set aside is let go: %s', (_what, more, also, becomes) => {
    const { let_go } = decideCapture({ ...ask, holds: [hold('Ben', 2, more)], ...also })
    expect(let_go && (let_go.ends ?? 'waits again')).toBe(becomes)
  })

  test('a hold that waits again asks for no copy, a hold on one copy for that one; code and date are gone', () => {
    const shelf = { ...READY, pickup_code: 'JON-4471', suspended_until_on: TODAY }
    const back = (more: Partial<HoldFacts>) =>
      decideCapture({ ...ask, holds: [hold('Ben', 2, { ...shelf, ...more })], can_fill: false }).let_go
    const waiting = { status: 'waiting', suspended_until_on: null, shelf_until_on: null, pickup_code: '' }
    expect(back({})).toMatchObject({ after: { ...waiting, item_barcode: null, pickup_branch: MAPLE } })
    expect(back({ is_item_hold: true })).toMatchObject({ after: { ...waiting, item_barcode: COPY } })
  })

  test('everybody who is passed over is named with the reason', () => {
    const holds = [
      hold('Ann', 1, { patron_status: 'barred' }),
      hold('Ben', 2, { patron_status: 'closed' }),
      hold('Cat', 3, { status: 'suspended' }),
      hold('Dan', 4),
    ]
    const { passed } = decideCapture({ ...ask, holds })
    expect(passed).toEqual([
      { hold_ref: 'Ann', reason: 'barred' },
      { hold_ref: 'Ben', reason: 'closed' },
      { hold_ref: 'Cat', reason: 'suspended' },
    ])
  })

  test('the order in which the holds are handed in changes nothing', () => {
    const holds = [hold('Ann', 1, { patron_status: 'barred' }), hold('Ben', 2), hold('Cat', 2), hold('Dan', 3)]
    fc.assert(
      fc.property(fc.shuffledSubarray(holds, { minLength: 4 }), (shuffled) => {
        expect(decideCapture({ ...ask, holds: shuffled }).hold?.hold_ref).toBe('Ben')
      }),
    )
  })
})

describe('the hold shelf', () => {
  /** Open Monday to Saturday, closed on Thanksgiving. */
  const calendar = prepareCalendar({
    zone: must(parseZoneName('America/Chicago'), 'a zone'),
    week: [0, 1, 2, 3, 4, 5, 6].map((day) =>
      day === 0 ? [] : [{ opens: minuteOfDay(540), closes: minuteOfDay(1200) }],
    ),
    closed: [
      {
        from_on: localDate('2026-11-26'),
        to_on: localDate('2026-11-26'),
        is_yearly: false,
        is_open: false,
        reason: 'Thanksgiving',
      },
    ],
  })

  test.each([
    ['7 open days from Tuesday: Thanksgiving and Sunday do not count', 7, true, '2026-12-03'],
    ['1 open day', 1, true, '2026-11-25'],
    ['2 open days: not Thanksgiving', 2, true, '2026-11-27'],
    ['7 plain days', 7, false, '2026-12-01'],
    ['5 plain days end on a Sunday: the day after', 5, false, '2026-11-30'],
  ])('%s', (_what, hold_shelf_days_count, is_hold_shelf_open_days, until) => {
    expect(shelfUntil(calendar, TODAY, { hold_shelf_days_count, is_hold_shelf_open_days })).toBe(until)
  })

  test('a hold is wanted for so many days, or for ever', () => {
    expect(holdExpires(TODAY, { hold_expires_days_count: 365 })).toBe('2027-11-24')
    expect(holdExpires(TODAY, { hold_expires_days_count: null })).toBeNull()
  })

  test('no code begins a name, ends a card, or is on the shelf already', () => {
    const random = seededRandom(7)
    const cards = ['21234000004471']
    const names = ['Zoë', 'Núñez-Barr', 'Dana']
    const taken = new Set<string>()
    for (let drawn = 0; drawn < 5000; drawn += 1) {
      const code = drawPickupCode(random, (one) => taken.has(one), { names, cards })
      expect(code).toMatch(/^[BDFGHJKLMNPRSTVWZ][AEOU][BDFGHJKLMNPRSTVWZ]-\d{4}$/)
      expect(code.slice(0, 3)).not.toMatch(/^(NUN|BAR|DAN)$/)
      expect(code.endsWith('4471')).toBe(false)
      taken.add(code)
    }
    expect(taken.size).toBe(5000)
  })

  test.each([
    [1, '1st'],
    [2, '2nd'],
    [3, '3rd'],
    [4, '4th'],
    [11, '11th'],
    [12, '12th'],
    [13, '13th'],
    [21, '21st'],
    [111, '111th'],
    [122, '122nd'],
  ])('%i is said %s', (number, said) => {
    expect(ordinal(number)).toBe(said)
  })
})

describe('what is pulled', () => {
  const at = (item_barcode: string, at_branch: typeof MAPLE, ...not_for: string[]) => {
    return { item_barcode, at_branch, not_for: new Set(not_for) }
  }
  test.each([
    ['one waits, one is in', [hold('Ann', 1)], [at('a', MAPLE)], ['Ann a']],
    ['nobody is pulled for twice', [hold('Ann', 1)], [at('a', MAPLE), at('b', NORTH)], ['Ann a']],
    [
      'the copy at the branch where it will be fetched',
      [hold('Ann', 1, { pickup_branch: NORTH })],
      [at('a', MAPLE), at('b', NORTH)],
      ['Ann b'],
    ],
    ['the older first when there are too few', [hold('Ben', 2), hold('Ann', 1)], [at('a', MAPLE)], ['Ann a']],
    [
      'each of two gets the copy near them',
      [hold('Ann', 1, { pickup_branch: NORTH }), hold('Ben', 2)],
      [at('a', MAPLE), at('b', NORTH)],
      ['Ann b', 'Ben a'],
    ],
    [
      'to each the copy that they may have',
      [hold('Ann', 1), hold('Ben', 2)],
      [at('film', MAPLE, 'Ann'), at('book', NORTH)],
      ['Ann book', 'Ben film'],
    ],
    [
      'of two copies at one branch the first barcode, in whatever order they come',
      [hold('Ann', 1)],
      [at('b', MAPLE), at('a', MAPLE)],
      ['Ann a'],
    ],
    [
      'of two copies elsewhere the first branch',
      [hold('Ann', 1, { pickup_branch: branchCode('SOUTH') })],
      [at('a', NORTH), at('b', MAPLE)],
      ['Ann b'],
    ],
    ['nothing is pulled for whom it is not for', [hold('Ann', 1)], [at('film', MAPLE, 'Ann')], []],
    ['not for what has its copy', [hold('Ann', 1, READY)], [at('a', MAPLE)], []],
    ['not for whom the library does not serve', [hold('Ann', 1, { patron_status: 'barred' })], [at('a', MAPLE)], []],
    [
      'a hold on one copy waits for that one',
      [hold('Ann', 1, { is_item_hold: true, item_barcode: 'b' })],
      [at('a', MAPLE), at('b', NORTH)],
      ['Ann b'],
    ],
  ])('%s', (_what, holds, items, pulled) => {
    const pairs = pairPulls(holds, items, TODAY).map((pull) => `${pull.hold_ref} ${pull.item_barcode}`)
    expect(pairs.toSorted()).toEqual(pulled)
  })
})
