/**
 * Finding entries of the work log, and counting them. The journal is read from its end, a few hundred entries at a time
 * with a turn between, so that no scan waits; what is recorded meanwhile is added when the page is built. In memory
 * only, for the person who asked. An item is found as long as the log shows its title, and a patron as long as the desk
 * knows whose the entry is, for a role that may see who looked at whose record.
 */
import { setImmediate as nextTurn } from 'node:timers/promises'
import { changed } from '../../../shared/desk/session/session.ts'
import { eventRefText, type DeskEvent } from '../../../shared/journal/event.ts'
import { isLoggedEvent } from '../../../shared/journal/logged.ts'
import { isAfter, type Place } from '../../../shared/journal/place.ts'
import type { PatronId } from '../../../shared/kernel/ids.ts'
import { addDays } from '../../../shared/kernel/time.ts'
import { startOfDay } from '../../../shared/kernel/zone.ts'
import { isWanted, type LogFilter } from '../../../shared/reports/log-filter.ts'
import { deskZone } from '../../library/here.ts'
import type { Library } from '../../library/library.ts'
import { patronOf } from '../approvals/of-another.ts'
import { speechOf } from '../clerk-language.ts'
import { actorOf, type Desk } from '../desk.ts'
import { partsOfUndo, titleShown } from '../staff/work-log.ts'
import type { ReportPorts } from './now.ts'

/** What is asked for; `item_barcode` empty and `patron_id` null: of any item, of any patron. */
export type Wanted = LogFilter & { readonly item_barcode: string; readonly patron_id: PatronId | null }

/** A few milliseconds of reading. */
const READ_EACH = 500
/** So many are read before the answer: a day of a busy desk. */
const READ_FIRST_MAX = 2000

export class LogSearch {
  readonly wanted: Wanted
  readonly #library: Library
  readonly #from_ms: number
  readonly #before_ms: number
  /** By their references, newest first. */
  readonly #found = new Map<string, Place>()
  /** The next place to read before; null: from the end. */
  #next: Place | null = null
  #newest: Place | null = null
  #read_count = 0
  isDone = false
  /** Reading stopped before its end: an entry could not be read. */
  isFailed = false

  constructor(library: Library, wanted: Wanted) {
    const zone = deskZone(library)
    this.wanted = wanted
    this.#library = library
    this.#from_ms = wanted.from_on === null ? -Infinity : startOfDay(wanted.from_on, zone)
    this.#before_ms = wanted.to_on === null ? Infinity : startOfDay(addDays(wanted.to_on, 1), zone)
  }

  /** Newest first. */
  get refs(): readonly string[] {
    return [...this.#found.keys()]
  }

  /** From 0 to 1, by the number of entries there are. */
  get progress(): number {
    return this.isDone ? 1 : Math.min(0.99, this.#read_count / Math.max(1, this.#library.journal.head.seq))
  }

  /** Reads on; true when all is read. */
  step(): boolean {
    const { journal } = this.#library
    const events = this.#next ? journal.before(this.#next, READ_EACH) : journal.newest(READ_EACH)
    this.#newest ??= events[0]?.head ?? { epoch: 0, seq: 0 }
    this.#take(events)
    const last = events.at(-1)
    this.#read_count += events.length
    this.#next = last?.head ?? null
    this.isDone = !last || events.length < READ_EACH || last.head.at_ms < this.#from_ms
    return this.isDone
  }

  /** What was recorded since it began, before what was found. */
  catchUp(): void {
    const { journal } = this.#library
    const fresh: DeskEvent[] = []
    let chunk = journal.newest(READ_EACH)
    for (;;) {
      const newer = chunk.filter(({ head }) => this.#newest === null || isAfter(head, this.#newest))
      fresh.push(...newer)
      const last = chunk.at(-1)
      if (!last || newer.length < chunk.length || chunk.length < READ_EACH) break
      chunk = journal.before(last.head, READ_EACH)
    }
    if (fresh.length === 0) return
    const before = [...this.#found]
    this.#found.clear()
    this.#take(fresh)
    for (const [ref, place] of before) this.#found.set(ref, place)
    this.#newest = fresh[0]?.head ?? this.#newest
  }

  /** An undo is one line; what restores, entry by entry, comes before it in this order, and is taken out again. */
  #take(events: readonly DeskEvent[]): void {
    for (const event of events) {
      if (isLoggedEvent(event) && this.#isWanted(event)) this.#found.set(eventRefText(event.head), event.head)
      if (event.kind === 'act-undone') for (const ref of partsOfUndo([event])) this.#found.delete(ref)
    }
  }

  #isWanted(event: DeskEvent): boolean {
    const { wanted } = this
    const { at_ms } = event.head
    if (at_ms < this.#from_ms || at_ms >= this.#before_ms) return false
    if (!isLoggedEvent(event) || !isWanted(event, wanted)) return false
    if (wanted.patron_id !== null) return patronOf(this.#library, event) === wanted.patron_id
    if (wanted.item_barcode === '') return true
    const isOfItem = 'item_barcode' in event.body && event.body.item_barcode === wanted.item_barcode
    return isOfItem && titleShown(this.#library, event) !== ''
  }
}

type Run = { readonly search: LogSearch; readonly staff: string }

/** In memory only; gone with the desk. */
const searches = new WeakMap<Library, Run>()

/** What the signed-in person looked for last, with all that was recorded since; null: nothing. */
export function logSearchNow(desk: Desk): LogSearch | null {
  const run = searches.get(desk.library)
  if (!run || run.staff !== actorOf(desk).staff?.staff_code) return null
  if (run.search.isDone) run.search.catchUp()
  return run.search
}

/** Reads what can be read at once, and the rest beside the desk. */
export function startLogSearch(desk: Desk, wanted: Wanted, { push, log }: ReportPorts): void {
  const search = new LogSearch(desk.library, wanted)
  searches.set(desk.library, { search, staff: desk.session.staff?.staff_code ?? '' })
  const isCurrent = (): boolean => searches.get(desk.library)?.search === search
  if (readFirst(search)) return
  const says = speechOf(desk).words.pages.staff.log.reading
  const tell = (): void => push({ topic: 'progress', of: 'report', progress: search.progress, says })
  void readRest(search, isCurrent, { tell, log }).then(() => {
    if (!isCurrent()) return
    desk.session = changed(desk.session)
    push({ topic: 'desk-changed', version: desk.session.version })
  })
}

function readFirst(search: LogSearch): boolean {
  for (let read_count = 0; read_count < READ_FIRST_MAX; read_count += READ_EACH) if (search.step()) return true
  return false
}

/** Ends as soon as nobody waits for it any more, or the desk was closed meanwhile. */
async function readRest(
  search: LogSearch,
  isWaited: () => boolean,
  { tell, log }: { readonly tell: () => void; readonly log: ReportPorts['log'] },
): Promise<void> {
  try {
    while (isWaited()) {
      await nextTurn()
      if (!isWaited() || search.step()) return
      tell()
    }
  } catch (fault) {
    // The files were closed or are damaged: the page says that it was not read.
    search.isFailed = true
    log(`work log: ${String(fault)}`)
  }
}

const asked = new WeakMap<Library, LogSearch>()

/** How many there are; null when another question came meanwhile. */
export async function countLog(desk: Desk, wanted: Wanted, log: ReportPorts['log']): Promise<number | null> {
  const search = new LogSearch(desk.library, wanted)
  asked.set(desk.library, search)
  const isWaited = (): boolean => asked.get(desk.library) === search
  if (!readFirst(search)) await readRest(search, isWaited, { tell: () => {}, log })
  return search.isDone && isWaited() ? search.refs.length : null
}
