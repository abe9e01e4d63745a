/**
 * Random histories of a shift. The last act is undone, by whom and however it may be: afterwards every fact beside the
 * journal is what it was before the act, and the files rebuilt from the journal show the same. What can not be undone,
 * or was undone already, changes nothing.
 */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ofMany } from '../../../support/of-many.ts'
import { openDesk, rosaAt, type TestDesk } from '../../support/desk.ts'
import { momentOf, type Moment } from '../../support/facts.ts'
import { moneyDesk } from '../../support/money-desk.ts'
import { expectRebuilt } from '../../support/reference-files.ts'
import { doAct, shiftActs, type ShiftAct } from '../../support/shift-acts.ts'
import { benAtDesk, comes, WEI } from '../../support/staff.ts'
import { POLICY } from '../../support/undo-policy.ts'

/** How the clerk comes to undo it: right away, later, elsewhere, or another clerk. */
const WAYS = {
  now: async (desk: TestDesk) => desk,
  'after Finish': async (desk: TestDesk) => {
    await desk.call('desk.finish', {})
    return desk
  },
  'after the lock': async (desk: TestDesk) => {
    await desk.ok('desk.lock', {})
    return rosaAt(desk)
  },
  'after the station died': async (desk: TestDesk) => {
    const resume = desk.station.sessionState()
    await desk.station.close()
    return openDesk(desk.folder, { resume }, desk.clock)
  },
  'after a restart': async (desk: TestDesk) => rosaAt(await desk.reopen()),
  'by a supervisor': async (desk: TestDesk) => {
    await comes(desk, WEI)
    return desk
  },
}

type Way = keyof typeof WAYS
type Step = {
  readonly act: ShiftAct
  /** The next acts find it. */
  readonly isKept: boolean
  readonly way: Way
  readonly passes_hours: number
}

const steps: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.record({
    act: shiftActs,
    isKept: fc.boolean(),
    way: fc.constantFrom(...(Object.keys(WAYS) as Way[])),
    passes_hours: fc.constantFrom(0, 0, 0, 0, 0, 0, 1, 30, 700),
  }),
  { minLength: 1, maxLength: 20, size: 'max' },
)

/** What was done since, newest first. */
function since(before: Moment, after: Moment): Moment['acts'] {
  const known = new Set(before.acts.map((one) => one.ref))
  return after.acts.filter((one) => !known.has(one.ref))
}

/** How many questions of returns were open and are not. */
function answeredBetween(before: Moment, after: Moment): number {
  const open = new Set(after.facts['questions'])
  return (before.facts['questions'] ?? []).filter((one) => !open.has(one)).length
}

async function undoAll(desk: TestDesk, acts: Moment['acts'], say: string): Promise<void> {
  for (const { ref, name } of acts) {
    const asked = { commandId: desk.id(), event: ref }
    expect(await desk.call('desk.undo-act', asked), `${say}: ${name}`).toMatchObject({ kind: 'ok' })
    const done = momentOf(desk)
    // The same press twice, and another press.
    await desk.call('desk.undo-act', asked)
    expect(await desk.call('desk.undo-act', { ...asked, commandId: desk.id() })).toMatchObject({ code: 'undo-done' })
    expect(momentOf(desk), `${say}: ${name} twice`).toEqual(done)
  }
}

/** @returns how many steps were undone */
async function live(made: readonly Step[]): Promise<number> {
  let undone_count = 0
  let desk = await moneyDesk(POLICY)
  await benAtDesk(desk)
  await rosaAt(desk)
  for (const { act, isKept, way, passes_hours } of made) {
    desk.clock.pass(passes_hours * 3_600_000)
    if (isKept) {
      await doAct(desk, act)
      continue
    }
    const before = momentOf(desk)
    await doAct(desk, act)
    const done = momentOf(desk)
    const acts = since(before, done)
    if (acts.length === 0 || acts.some((one) => one.kind === 'final')) continue
    const say = `${act.what}, ${way}`
    desk = await WAYS[way](desk)
    await undoAll(desk, acts, say)
    const after = momentOf(desk)
    expect(after.facts, say).toEqual(before.facts)
    expect(after.accounts, say).toEqual(before.accounts)
    expect(after.problems, say).toEqual([])
    const { rows } = (await desk.ok('desk.snapshot', {})).snapshot
    // A question that the act had answered is asked again, and nothing else is.
    expect(
      rows.filter((row) => row.choices.length > 0),
      say,
    ).toHaveLength(answeredBetween(before, done))
    undone_count += 1
    // A row that waits again keeps another clerk's badge out until its desk is locked.
    if (way === 'by a supervisor') await desk.ok('desk.lock', {})
    await rosaAt(desk)
  }
  await expectRebuilt(desk)
  return undone_count
}

test('undone, everything is as it was', async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (made) => void (await live(made))),
    // What failed is told with its seed; to make it smaller would take as many desks again as there are acts.
    { numRuns: ofMany(40, 150), endOnFailure: true },
  )
})

const step = (what: ShiftAct['what'], isKept = true, given: Partial<ShiftAct> = {}): Step => ({
  act: { what, who: 0, thing: 0, which: 0, ...given },
  isKept,
  way: 'now',
  passes_hours: 0,
})

/** What random histories have found. */
test.each<readonly [string, readonly Step[]]>([
  [
    'a claim that was searched for, and then ended',
    [step('check-out'), step('claim'), step('claim checked'), step('claim ended', false)],
  ],
  [
    'a renewal of a loan whose due date was set by hand',
    [step('check-out'), step('set due'), { ...step('renew', false), passes_hours: 700 }],
  ],
  ['an answered return: it asks nothing any more', [step('check-out'), step('claim'), step('check-in', false)]],
  [
    'an answer given later than its return: it is asked again',
    [step('check-out'), step('claim'), step('check-in only'), step('return answered', false)],
  ],
  [
    'a card renewed in the same millisecond as a loan before it',
    [step('check-out', true, { thing: 4 }), step('card renewed', false)],
  ],
  [
    'somebody registered after the last record of the file became another one',
    [step('merged', true, { which: 2 }), step('registered', false)],
  ],
])('%s', async (_, made) => {
  expect(await live(made)).toBe(1)
})

test('acts on people and their cards are undone, one after the other', async () => {
  const acts = ['registered', 'patron edited', 'card renewed', 'card replaced', 'card lost', 'record checked'] as const
  expect(await live(acts.map((what) => step(what, false)))).toBe(acts.length)
})
