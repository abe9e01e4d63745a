/**
 * The counts that a close goes by are read in two ways: off all entries of a session, for its report, and by index, for
 * a page that must not read them. Both say the same after any acts at a drawer.
 */
import { countPlace } from '../../../../main/cash/places.ts'
import { NOTHING_ALLOWED } from '../../../../shared/desk/modifiers.ts'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { changeCustody } from '../../../../main/cash/custody.ts'
import { countTenders, receiveDrawer } from '../../../../main/cash/closing/count-tenders.ts'
import { payCash, placeCash, unlockDrawer } from '../../../../main/cash/drawer-moves.ts'
import { countDrawer, openDrawer } from '../../../../main/cash/open-drawer.ts'
import { closingCounts } from '../../../../main/cash/report/last-entries.ts'
import { sessionEvents } from '../../../../main/cash/report/session-events.ts'
import type { Actor } from '../../../../main/library/actor.ts'
import { ownCommand } from '../../../../main/library/follow.ts'
import { record } from '../../../../main/library/record.ts'
import { closingCountsIn } from '../../../../shared/cash/session-entries.ts'
import { eventRefText } from '../../../../shared/journal/event.ts'
import { must } from '../../../../shared/kernel/assert.ts'
import { bareDesk } from '../../support/bare-desk.ts'
import { moneyFiles } from '../../support/money-desk.ts'

const actor = (staff_code: string): Actor => {
  const staff = { staff_code, name: staff_code, initials: staff_code.slice(0, 2), role: 'manager' } as Actor['staff']
  return { staff, approved: null, allowed: NOTHING_ALLOWED }
}
const [ROSA, BEN] = [actor('rortiz'), actor('BC-1')]
const at = { drawer_code: '' }
const nobody = { bag_number: '', receiver_code: '', receiver_cents: null } as const
const ACTS = [
  'counts to close',
  'counts checks and card',
  'another counts to take over',
  'counts between',
  'opens without a sale',
  'is paid into',
  'goes into the safe',
  'too much is refused',
  'suspends',
  'resumes',
  'prints once more',
] as const

/** @returns the library, the session, and what does one of these acts: some are refused, and change nothing */
function drawer() {
  const { library } = bareDesk(moneyFiles())
  const command = () => ownCommand(library, 'a test')
  const said = { reason: '', note: '' }
  countPlace(library, ROSA, command(), { place: 'safe', pieces: null, total_cents: 0 })
  const opened = openDrawer(library, ROSA, command(), { ...at, pieces: null, total_cents: 10_000, ...said })
  const first = must('code' in opened ? null : opened[0], 'an opening')
  const session_ref = eventRefText(first.head)
  const does = (act: (typeof ACTS)[number], total_cents: number): unknown => {
    const given = { pieces: null, total_cents }
    switch (act) {
      case 'counts to close':
        return countDrawer(library, ROSA, command(), { ...at, ...given, reason: 'closing' })
      case 'counts checks and card':
        return countTenders(library, ROSA, command(), { ...at, checks_count: 0, checks_cents: 0, card_cents: null })
      case 'another counts to take over':
        return receiveDrawer(library, BEN, command(), { ...at, ...given, checks_count: 0, checks_cents: 0 })
      case 'counts between':
        return countDrawer(library, ROSA, command(), { ...at, ...given, reason: 'mid-shift' })
      case 'opens without a sale':
        return unlockDrawer(library, ROSA, command(), '', { purpose: 'no-sale', reason: 'STUCK' })
      case 'is paid into':
        return payCash(library, ROSA, command(), {
          ...at,
          way: 'in',
          reason: 'COIN-BOX',
          amount_cents: total_cents + 1,
        })
      case 'goes into the safe':
        return placeCash(library, ROSA, command(), { ...at, ...given, way: 'out', place: 'safe', ...nobody })
      case 'too much is refused':
        return record(library, ROSA, command(), [
          { kind: 'withdrawal-refused', body: { session_ref, act: 'paid', amount_cents: 1 } },
        ])
      case 'suspends':
        return changeCustody(library, ROSA, command(), '', { reason: 'suspend' })
      case 'resumes':
        return changeCustody(library, ROSA, command(), '', { reason: 'resume' })
      case 'prints once more':
        return record(library, ROSA, command(), [
          { kind: 'copy-printed', body: { session_ref, of_ref: session_ref, copy_number: 1 } },
        ])
    }
  }
  return { library, session_ref, does }
}

/** Chance alone finds no count of who takes the drawer over in some runs. */
const TAKEN_OVER: [(typeof ACTS)[number], number][] = [
  ['counts to close', 100],
  ['counts checks and card', 0],
  ['another counts to take over', 100],
]

test('by all entries and by index, after any acts', () => {
  const { library, session_ref, does } = drawer()
  const found = new Set<string>()
  const act = fc.tuple(fc.constantFrom(...ACTS), fc.nat(200))
  fc.assert(
    fc.property(fc.array(act, { minLength: 1, maxLength: 12 }), (acts) => {
      for (const [what, amount] of acts) {
        does(what, amount)
        const kept = closingCounts(library, session_ref)
        expect(kept, what).toEqual(closingCountsIn(sessionEvents(library, session_ref)))
        for (const [of, count] of Object.entries(kept)) if (count !== null) found.add(of)
      }
    }),
    { numRuns: 40, examples: [[TAKEN_OVER]] },
  )
  // Counts that are never kept prove nothing.
  expect([...found].toSorted()).toEqual(['cash', 'received', 'tenders'])
})
