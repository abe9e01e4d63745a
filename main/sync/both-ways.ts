/** What goes on while a session lasts: entries up in batches, and rows down page by page. */
import { setTimeout as sleep } from 'node:timers/promises'
import { encodeBatch } from '../../shared/protocol/batch.ts'
import type { ChainEnd, FeedPage } from '../../shared/protocol/central.ts'
import { seal } from '../journal/chain.ts'
import type { Journal } from '../journal/journal.ts'
import { outgoing } from '../journal/sync/outgoing.ts'
import type { OwnCentral } from '../journal/sync/own-central.ts'
import { feedNumber, takePage } from '../journal/sync/take-page.ts'
import type { ReadHandle } from '../store/sql.ts'
import { CentralRefused, nextPage, sendBatch, WAIT_S, type Session } from './call-central.ts'
import { Held } from './sync-state.ts'
import type { Bell } from './waiting.ts'

const EVENTS_MAX = 500
/** What comes within this time goes up together. */
const GATHERED_MS = 20
const BUSY_MS = 200
/** The library's file is being made at central. */
const NO_FILE_MS = 1000

type Way = { readonly read: ReadHandle; readonly session: Session }

type WayUp = Way & {
  readonly central: OwnCentral
  readonly bell: Bell
  readonly onKnown: (known: ChainEnd) => void
}

/** @throws what ends the session */
export async function goUp({ read, session, central, bell, onKnown }: WayUp): Promise<void> {
  const { signal } = session
  let events_max = EVENTS_MAX
  while (!signal.aborted) {
    bell.listen()
    const after = central.acknowledged
    const next = outgoing(read, after, events_max)
    if (next === null) {
      await bell.heard(signal)
      if (!signal.aborted) await sleep(GATHERED_MS)
      continue
    }
    const documents = encodeBatch(next.commands, { head: next.head, seal })
    try {
      const known = await sendBatch(session, after, documents)
      if (signal.aborted) return
      onKnown(known)
      events_max = EVENTS_MAX
    } catch (fault) {
      if (!isOfTheBatch(fault)) throw fault
      // What is refused may be one command: the next try sends half, down to that one.
      if (next.commands.length === 1) throw new Held('entry')
      events_max = Math.max(1, Math.floor(next.commands.length / 2))
    }
  }
}

function isOfTheBatch(fault: unknown): boolean {
  return fault instanceof CentralRefused && ['damaged', 'too-large', 'bad-request'].includes(fault.refused)
}

type WayDown = Way & {
  readonly journal: Journal
  readonly isBusy: () => boolean
  readonly onRows: (page: FeedPage) => void
}

/** @throws what ends the session */
export async function goDown({ read, session, journal, isBusy, onRows }: WayDown): Promise<void> {
  const { signal } = session
  while (!signal.aborted) {
    const from = feedNumber(read)
    const page = await nextPage(session, from, WAIT_S)
    while (!signal.aborted && isBusy()) await sleep(BUSY_MS)
    if (signal.aborted) return
    if (page === null) await sleep(NO_FILE_MS, undefined, { signal })
    else if (page.to > from) {
      takePage(journal, page)
      onRows(page)
    }
  }
}
