/**
 * Walks the whole journal: that nothing is missing or changed, and that it adds up to what the desk believes.
 * Reads only. What it finds it says; it never mends.
 */
import { eventRefText, type DeskEvent } from '../../shared/journal/event.ts'
import type { Place } from '../../shared/journal/place.ts'
import { emptyProjection, project, type Misfit, type Projection } from '../../shared/journal/project.ts'
import { hex } from '../../shared/kernel/ids.ts'
import { OperatingError } from '../../shared/kernel/outcome.ts'
import { tellPerson, type People } from '../../shared/patron/people.ts'
import { readSeals, readTerminal } from '../store/journal/journal-rows.ts'
import { impossibleOpenings } from '../store/money/charge-rows.ts'
import type { ReadHandle } from '../store/sql.ts'
import { FIRST_HEAD, sealHex } from './chain.ts'
import { compareOverlay, type Problem } from './compare.ts'
import { besideOf, unlikePeople } from './people/check.ts'
import { isDataAwaited, settledInto } from './settled-to.ts'
import { sealedEvent, wholeEvent, type SealedRow } from './recorded.ts'

type Verdict = {
  readonly events_count: number
  readonly head: string
  readonly problems: readonly Problem[]
}

const PAGE = 1000
const PROBLEMS_MAX = 50

export function verifyJournal(desk: ReadHandle): Verdict {
  const terminal = desk.get(readTerminal, {})?.terminal_id ?? ''
  const problems: Problem[] = []
  const state = emptyProjection()
  const people: People = new Map()
  let place = { epoch: 0, seq: 0 }
  let seal_hex = hex(FIRST_HEAD)
  let events_count = 0
  for (;;) {
    const page = desk.all(readSeals, { epoch: place.epoch, seq: place.seq, limit: PAGE })
    if (page.length === 0) break
    for (const row of page) {
      const here = { epoch: row.epoch, seq: row.seq }
      const event = eventRefText({ terminal, ...here })
      const follows = here.epoch === place.epoch ? here.seq === place.seq + 1 : here.seq === 1
      if (!follows) problems.push({ event, says: 'an event before this one is missing' })
      const isSealed = sealHex(seal_hex, row.content) === row.seal_hex
      if (!isSealed) problems.push({ event, says: 'this event or one before it was changed: its seal does not match' })
      seal_hex = row.seal_hex
      const told = readInto(state, row, { event, terminal, here, isSealed }, problems)
      if (told)
        tellPerson(people, told, () => besideOf(desk, here, () => problems.push({ event, says: WORDS_UNREADABLE })))
      place = here
      events_count += 1
    }
    if (problems.length >= PROBLEMS_MAX) break
  }
  problems.push(
    ...compareOverlay(desk, state, settledInto(desk)),
    ...openingProblems(desk),
    ...peopleProblems(desk, people),
  )
  const head = `${eventRefText({ terminal, ...place })}:${seal_hex}`
  return { events_count, head, problems: problems.slice(0, PROBLEMS_MAX) }
}

/** With its opening transfers a charge of the library's data adds up; not while that data waits to be taken in. */
function openingProblems(desk: ReadHandle): readonly Problem[] {
  if (isDataAwaited(desk)) return []
  return desk.all(impossibleOpenings, {}).map(({ charge_ref }) => {
    return { event: '', says: `the desk shows something else of charge ${charge_ref} than the data and the journal` }
  })
}

const WORDS_UNREADABLE = 'the words beside this event cannot be read'

function peopleProblems(desk: ReadHandle, people: People): readonly Problem[] {
  return isDataAwaited(desk) ? [] : unlikePeople(desk, people).map((says) => ({ event: '', says }))
}

const SAID: Readonly<Record<Misfit, string>> = {
  'item-already-out': 'the item was already out',
  'not-the-open-loan': 'it changes a loan that was not the open one',
}

type Reading = {
  readonly event: string
  readonly terminal: string
  readonly here: Place
  readonly isSealed: boolean
}

/**
 * The shape of an entry whose seal matches is looked at only where it cannot be read as it is: half of the work.
 * @returns null where it cannot be read
 */
function readInto(
  state: Projection,
  row: Pick<SealedRow, 'content' | 'unsealed'>,
  { event: ref, terminal, here, isSealed }: Reading,
  problems: Problem[],
): DeskEvent | null {
  try {
    const event = isSealed ? sealedEvent(row) : wholeEvent(row)
    const { head } = event
    if (head.terminal !== terminal || head.epoch !== here.epoch || head.seq !== here.seq) {
      problems.push({ event: ref, says: 'this event stands in another one’s place' })
    }
    for (const misfit of project(state, event)) problems.push({ event: ref, says: SAID[misfit] })
    return event
  } catch (fault) {
    const says = whyUnreadable(row)
    if (says === null) throw fault
    problems.push({ event: ref, says })
    return null
  }
}

/** Null: its shape is one that this program reads. */
function whyUnreadable(row: Pick<SealedRow, 'content' | 'unsealed'>): string | null {
  try {
    wholeEvent(row)
    return null
  } catch (fault) {
    const isNewer = fault instanceof OperatingError && fault.code === 'from-future'
    return isNewer ? 'a newer Datestamp recorded this event' : 'this event cannot be read'
  }
}
