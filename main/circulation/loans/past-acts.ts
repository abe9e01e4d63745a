/**
 * The acts of this desk as the journal has them: what was recorded together, newest first, and what of it was undone.
 * Reads; changes nothing.
 */
import { eventRefText, parseEvent, type DeskEvent } from '../../../shared/journal/event.ts'
import { nameOfAct, undoClassOf, type ActName } from '../../../shared/journal/undo-acts.ts'
import { instant, type Instant } from '../../../shared/kernel/time.ts'
import { readListed } from '../../store/journal/journal-rows.ts'
import type { Journal } from '../../journal/journal.ts'
import type { Library } from '../../library/library.ts'

/** What is undone as one. */
export type PastAct = {
  /** Its first entry: what an undo names. */
  readonly ref: string
  readonly events: readonly DeskEvent[]
  /** All that its command recorded: more than its events where that renewed several loans. */
  readonly together: readonly DeskEvent[]
  /** `final`: no undo reaches it. */
  readonly kind: 'act' | 'final'
  readonly name: ActName
  readonly staff_code: string
  readonly at: Instant
}

/** How many entries are read at a time, and at most. */
const FIRST_PAGE = 8
const PAGE = 100
const LOOKED_AT_MAX = 2000
const UNDONE_MAX = 500

/** Of many renewals by one command each is an act of its own. */
function partOf(events: readonly DeskEvent[], asked: DeskEvent): readonly DeskEvent[] {
  const renewals = events.filter((event) => event.kind === 'loan-renewed')
  if (renewals.length === 0) return events
  const before = renewals.findLast((one) => one.head.seq <= asked.head.seq) ?? renewals[0]
  return before ? [before] : events
}

/** @param asked any entry of it */
function actOf(together: readonly DeskEvent[], asked: DeskEvent): PastAct | null {
  const events = partOf(together, asked)
  const [first] = events
  const kind = undoClassOf(events)
  // What the desk does by itself is nobody's to undo.
  if (!first || kind === 'passing' || first.head.staff === '') return null
  const { head } = first
  const name = nameOfAct(events)
  return { ref: eventRefText(head), events, together, kind, name, staff_code: head.staff, at: instant(head.at_ms) }
}

/** Finds the act that an entry belongs to, by the entry; null when it is of none, or not of this journal. */
export type ActFinder = (ref: string) => PastAct | null

/**
 * For a walk over many entries. What one command recorded is read once, not again for each of its entries: an outage
 * that moves thousands of due dates is one command.
 */
export function actFinder({ journal }: Pick<Library, 'journal'>): ActFinder {
  let together: ReadonlyMap<string, DeskEvent> = new Map()
  let whole: PastAct | null | undefined
  return (ref) => {
    if (!together.has(ref)) {
      const events = journal.together(ref)
      together = new Map(events.map((event) => [eventRefText(event.head), event]))
      const [first] = events
      const isOne = first && !events.some(({ kind }) => kind === 'loan-renewed')
      whole = isOne ? actOf(events, first) : undefined
    }
    const asked = together.get(ref)
    if (!asked || whole === null) return null
    return whole ?? actOf([...together.values()], asked)
  }
}

/** The act that this entry belongs to; null when it is of none, or not of this journal. */
export function actAt(library: Library, ref: string): PastAct | null {
  return actFinder(library)(ref)
}

/** The acts since then, newest first, also those that were undone. */
export function* actsSince({ journal }: Library, since: Instant): Generator<PastAct> {
  let place = { epoch: journal.head.epoch, seq: journal.head.seq + 1 }
  const newest = newestAct(journal)
  if (newest && newest.at >= since) yield newest
  let told = newest?.ref ?? ''
  const actOfEntry = actFinder({ journal })
  for (let looked_count = 0, page = FIRST_PAGE; looked_count < LOOKED_AT_MAX; looked_count += page, page = PAGE) {
    const events = journal.before(place, page)
    for (const event of events) {
      if (event.head.at_ms < since) return
      place = event.head
      const act = actOfEntry(eventRefText(event.head))
      if (act === null || act.ref === told) continue
      told = act.ref
      yield act
    }
    if (events.length < page) return
  }
}

/** The act that was recorded last since the start: known without asking the file. */
export function newestAct({ lastRecorded: newest }: Journal): PastAct | null {
  const last = newest.at(-1)
  return last ? actOf(newest, last) : null
}

type Undone = { readonly head: string; readonly refs: ReadonlyMap<string, DeskEvent> }
const UNDONE = new WeakMap<Journal, Undone>()

/** The acts that these entries undo, each with the entry that says so. */
function undoneIn(events: readonly DeskEvent[]): readonly (readonly [string, DeskEvent])[] {
  return events.flatMap((event) => (event.kind === 'act-undone' ? [[event.body.of, event] as const] : []))
}

/** What was undone at this desk lately, by what it names: read once, and followed from then on. */
function undoneActs({ db, journal }: Library): Undone['refs'] {
  const head = eventRefText({ ...journal.head, terminal: journal.terminal })
  const known = UNDONE.get(journal)
  if (known?.head === head) return known.refs
  const [first] = journal.lastRecorded
  const isNext = known && first && eventRefText({ ...first.head, seq: first.head.seq - 1 }) === known.head
  const refs = isNext
    ? new Map([...known.refs, ...undoneIn(journal.lastRecorded)])
    : new Map(
        undoneIn(db.all(readListed, { kind: 'act-undone', limit: UNDONE_MAX }).map((row) => parseEvent(row.content))),
      )
  UNDONE.set(journal, { head, refs })
  return refs
}

/** The entry that undid it; null: it was not undone. */
export function undoneBy(library: Library, { ref }: Pick<PastAct, 'ref'>): DeskEvent | null {
  return undoneActs(library).get(ref) ?? null
}

/** What an entry is about: a loan, a charge, a claim, a hold, a note, each by its first entry. */
function subjectsOf(event: DeskEvent): readonly string[] {
  const { body } = event
  const named = ['loan_ref', 'charge_ref', 'claim_ref', 'hold_ref', 'note_ref'].flatMap((name) => {
    const ref: unknown = Reflect.get(body, name)
    return typeof ref === 'string' ? [ref] : []
  })
  return [eventRefText(event.head), ...named]
}

type Lately = { readonly head: string; readonly since: Instant; readonly acts: ReadonlyMap<string, PastAct> }
const LATELY = new WeakMap<Library, Lately>()

/** The newest act on each loan, charge, claim, hold or note since then, that was not undone; by what it is about. */
export function newestActs(library: Library, since: Instant): Lately['acts'] {
  const { journal } = library
  const head = eventRefText({ ...journal.head, terminal: journal.terminal })
  const known = LATELY.get(library)
  if (known?.head === head && known.since <= since) return known.acts
  const acts = new Map<string, PastAct>()
  for (const act of actsSince(library, since)) {
    if (undoneBy(library, act)) continue
    // A renewal's fine is undone with it.
    const events = act.name === 'renewal' ? act.together.filter((one) => isWith(act, one)) : act.events
    for (const ref of events.flatMap(subjectsOf)) if (!acts.has(ref)) acts.set(ref, act)
  }
  LATELY.set(library, { head, since, acts })
  return acts
}

function isWith({ events: [renewed] }: PastAct, event: DeskEvent): boolean {
  if (renewed?.kind !== 'loan-renewed') return false
  return 'loan_ref' in event.body && event.body.loan_ref === renewed.body.loan_ref
}
