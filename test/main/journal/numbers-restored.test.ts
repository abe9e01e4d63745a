/**
 * A backup does not know of the numbers that were given after it. A desk that goes on from one gives other numbers, and
 * so does each other desk that goes on from the same one; a desk that was only closed goes on where it was.
 */
import { cpSync } from 'node:fs'
import { expect, test } from 'vitest'
import { openJournal } from '../../../main/journal/open.ts'
import { noteEpoch } from '../../../main/store/files/file-names.ts'
import { NUMBERED_KINDS, readBlocks, type NumberedKind } from '../../../main/store/numbers/number-rows.ts'
import { openStore } from '../../../main/store/store.ts'
import { RESERVES_FROM } from '../../../shared/kernel/number-block.ts'
import { makeFiles } from '../support/desk.ts'
import { KEY, seededRandom, TUESDAY } from '../support/fakes.ts'
import { testFolder } from '../support/folders.ts'

/** More than are left in a block when the desk asks for the next one. */
const GIVEN = 4_000

type Day = { readonly numbers: readonly number[]; readonly reserve: number }

/** What a desk gives out after it was opened. */
function dayAt(folder: string, kind: NumberedKind, seed: number, isRestored: boolean): Day {
  const store = openStore(folder, KEY)
  try {
    openJournal(store, TUESDAY, seededRandom(seed), isRestored)
    const numbers = Array.from({ length: GIVEN }, (_, index) => store.numbers.of(kind, `day-${seed}-${index}`))
    store.numbers.keep()
    const reserve = store.db.all(readBlocks, { kind }).find((block) => block.is_reserve === 1)?.next_id ?? 0
    return { numbers, reserve }
  } finally {
    store.close()
  }
}

function copyOf(folder: string): string {
  const copy = testFolder()
  cpSync(folder, copy, { recursive: true })
  return copy
}

/** A desk of a few days, and its backup of before the last one. */
function backedUp(kind: NumberedKind): { readonly folder: string; readonly backup: string; readonly before: Day } {
  const folder = testFolder()
  makeFiles(folder)
  const before = dayAt(folder, kind, 1, false)
  return { folder, backup: copyOf(folder), before }
}

const WAYS = [
  ['a backup is put in place', () => true],
  [
    'older files stand beside a note of a later epoch',
    (folder: string, epoch: number) => (noteEpoch(folder, epoch), false),
  ],
] as const

test.each(WAYS.flatMap(([what, put]) => NUMBERED_KINDS.map((kind) => [what, kind, put] as const)))(
  '%s: no number of the kind %s is given twice, wherever it is',
  (_, kind, put) => {
    const { folder, backup, before } = backedUp(kind)
    const [here, there] = [copyOf(backup), copyOf(backup)]
    const lost = dayAt(folder, kind, 2, false)
    const days = [before, lost, dayAt(here, kind, 3, put(here, 8)), dayAt(there, kind, 4, put(there, 8))]
    // Once more from a backup that was itself taken after a restore.
    const again = copyOf(here)
    days.push(dayAt(here, kind, 5, false), dayAt(again, kind, 6, put(again, 20)))
    const all = days.flatMap(({ numbers }) => numbers)
    expect(new Set(all).size).toBe(GIVEN * days.length)
    expect(all.every((number) => number > 0 && number < RESERVES_FROM)).toBe(true)
  },
)

test.each(NUMBERED_KINDS)('the reserve of the kind %s is another one after a restore', (kind) => {
  const { folder, backup, before } = backedUp(kind)
  const [here, there] = [copyOf(backup), copyOf(backup)]
  const reserves = [before, dayAt(here, kind, 3, true), dayAt(there, kind, 4, true)].map(({ reserve }) => reserve)
  expect(new Set(reserves).size).toBe(3)
  expect(dayAt(folder, kind, 5, false).reserve).toBe(before.reserve)
})

test.each(NUMBERED_KINDS)('a desk that was only closed goes on with the next number of the kind %s', (kind) => {
  const { folder, before } = backedUp(kind)
  const after = dayAt(folder, kind, 2, false)
  expect(after.numbers[0]).toBe((before.numbers.at(-1) ?? 0) + 1)
})
