/** What the undo button says: the act that the key would undo now, or nothing. Asked for with every snapshot. */
import { eventRefText } from '../../../shared/journal/event.ts'
import type { PastAct } from '../../circulation/loans/past-acts.ts'
import { undoableSince } from '../../circulation/loans/undo-act.ts'
import type { Library } from '../../library/library.ts'
import { speechOf } from '../clerk-language.ts'
import type { Desk } from '../desk.ts'
import { offered } from './undo.ts'

/** Found once for each end of the journal, each person at the desk, each patron open or open last, and each minute. */
type Found = { readonly key: string; readonly act: PastAct | null }
const FOUND = new WeakMap<Library, Found>()

function offeredNow(desk: Desk): PastAct | null {
  const { library, session } = desk
  const { journal } = library
  const head = eventRefText({ ...journal.head, terminal: journal.terminal })
  const { staff, patron_id, recent_patron_ids, undo_named } = session
  const minute = Math.floor(library.clock.now() / 60_000)
  const [last = ''] = recent_patron_ids
  const key = [head, staff?.staff_code ?? '', patron_id ?? '', last, undo_named?.ref ?? '', minute].join(' ')
  const known = FOUND.get(library)
  if (known?.key === key) return known.act && known.act.at >= undoableSince(library) ? known.act : null
  const act = offered(desk)
  FOUND.set(library, { key, act })
  return act
}

/** On the page of a tool the key undoes its last step first. */
function isStepOfTool({ session: { page, shelf_tools } }: Desk): boolean {
  if (page?.place === 'cart') return shelf_tools.cart.steps.length > 0
  return page?.place === 'shelf' && shelf_tools.shelf.scanned.length > 0
}

export function undoLabel(desk: Desk): string {
  if (desk.library.here() === null) return ''
  const { screen, outcomes } = speechOf(desk).words
  if (isStepOfTool(desk)) return screen.bottom.undo
  const act = offeredNow(desk)
  return act ? outcomes.undo.offer(act.name) : ''
}
