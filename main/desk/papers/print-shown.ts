/**
 * Prints the paper that is on the screen, on the receipt printer of this desk. A receipt, a refund or a Z that is
 * printed once more is an entry of the journal; of other papers the jobs know how often they were asked for.
 */
import { changed, withBand } from '../../../shared/desk/session/session.ts'
import { besideNow, type KeptPaper } from '../../../shared/desk/papers.ts'
import type { PageView } from '../../../shared/desk/page.ts'
import { silentBand } from '../../../shared/desk/words/words.ts'
import { isRefusal, refuse, type Refusal } from '../../../shared/refusals/refusals.ts'
import type { ReceiptDocument } from '../../../shared/receipt/document.ts'
import { asCopyNumber } from '../../../shared/receipt/marks.ts'
import { eventRefText } from '../../../shared/journal/event.ts'
import { isCopied, nextCopy, recordCopies, recordCopy } from '../../cash/report/copies.ts'
import { sessionEventsOf } from '../../cash/report/session-events.ts'
import { lastSessionOf } from '../../cash/sessions.ts'
import { wasPaperQueued } from '../../journal/queue-jobs.ts'
import type { Command } from '../../library/command.ts'
import type { Library } from '../../library/library.ts'
import { speechOf } from '../clerk-language.ts'
import { actorOf, type Desk } from '../desk.ts'
import { pageNow } from '../places.ts'
import { copiesIn, zCopy } from './dialog-copies.ts'
import { paperHanded, paperOf } from './keeping.ts'
import { printerHere, queuePapers, receiptJob, sentSaid, type Queued } from './queueing.ts'

export function printShown(desk: Desk, command: Command): Refusal | null {
  const printer = printerHere(desk)
  if (printer === null) return refuse('no-receipt-printer')
  const shown = shownNow(desk)
  if (shown === null) return refuse('paper-none')
  if (shown.copy_of !== null) {
    const jobs = shown.documents.map((document) => receiptJob(printer, document))
    const recorded = recordCopy(desk.library, actorOf(desk), command, shown.copy_of, jobs)
    if (isRefusal(recorded)) return recorded
  } else queuePapers(desk, [shown])
  paperHanded(desk)
  const { heading } = speechOf(desk).words.outcomes.devices.printing
  desk.session = withBand(desk.session, silentBand(heading, sentSaid(desk, printer)))
  return null
}

/**
 * The system's dialog was opened for what is on the screen. What it prints once more of a receipt, a refund or a Z is
 * an entry, and the screen says the next number then. A page without paper, as a Z is for who may not see it, prints
 * none.
 */
export function handShown(desk: Desk, command: Command): null {
  const { library, session } = desk
  const page = pageNow(desk)
  if (page !== null && documentsOn(page).length === 0) return null
  const kept = page === null ? besideKept(desk) : page.ref.place === 'receipt' ? paperOf(desk, page.ref.about) : null
  const [part = '', of = ''] = page?.ref.place === 'drawer' ? page.ref.about.split(' ') : []
  const ofZ = part === 'z' ? zCopy(desk, of) : null
  if (kept !== null) recordCopies(library, actorOf(desk), command, copiesIn(desk, kept))
  else if (part === 'paper' && isCopied(library, of)) recordCopy(library, actorOf(desk), command, of)
  else if (ofZ !== null) recordCopies(library, actorOf(desk), command, [ofZ])
  else if (part === 'z' && session.closing !== null)
    desk.session = changed({ ...session, closing: { ...session.closing, is_z_handed: true } })
  paperHanded(desk)
  return null
}

/** `copy_of`: the entry whose paper is printed once more, as an entry of its own; null: no such paper. */
type Shown = Queued & { readonly copy_of: string | null }

/** The papers that a page shows. */
export function documentsOn({ sections }: PageView): readonly ReceiptDocument[] {
  return sections.flatMap((one) => (one.kind === 'paper' ? [one.document] : []))
}

function shownNow(desk: Desk): Shown | null {
  const page = pageNow(desk)
  if (page === null) return besideShown(desk)
  const documents = documentsOn(page)
  // The recovery key is on no roll of receipts, and in no job.
  if (documents.length === 0 || page.ref.place === 'recovery-key') return null
  if (page.ref.place === 'drawer') return drawerShown(desk, page, documents)
  const { about } = page.ref
  const kept = page.ref.place === 'receipt' ? paperOf(desk, about) : null
  return { documents, tells: kept?.tells ?? [], is_list: about.startsWith('list '), copy_of: null }
}

/** A Z and its slip follow the close; an X and an empty sheet are made fresh. What the page is about names both. */
function drawerShown(desk: Desk, { ref }: PageView, documents: readonly ReceiptDocument[]): Shown {
  const { library } = desk
  const [part = '', of = ''] = ref.about.split(' ')
  if (part === 'z') return closeShown(library, of, documents)
  if (part === 'paper') return { documents, tells: [of], copy_of: isCopied(library, of) ? of : null }
  // An X follows the opening of its session, so that it is never taken for the Z of another that was just closed.
  const opened = part === 'x' ? lastSessionOf(library, of) : null
  return { documents, tells: opened ? [opened.session_ref] : [], is_list: true, copy_of: null }
}

/** The first print of a Z is the Z. Every other is an entry, and says which copy it is. */
function closeShown(library: Library, session_ref: string, documents: readonly ReceiptDocument[]): Shown {
  const [closed] = sessionEventsOf(library, session_ref, 'drawer-closed')
  const closed_ref = closed ? eventRefText(closed.head) : session_ref
  const copy_number = nextCopy(library, session_ref, closed_ref)
  const isFirst = copy_number === 1 && !wasPaperQueued(library.db, closed_ref, 'drawer-report')
  if (isFirst) return { documents, tells: [closed_ref], copy_of: null }
  const copies = documents.map((document) => asCopyNumber(document, copy_number))
  return { documents: copies, tells: [closed_ref], copy_of: closed_ref }
}

function besideKept({ session: { papers, patron_id, rows } }: Desk): KeptPaper | null {
  return patron_id === null ? besideNow(papers, rows[0]?.row.row_id ?? '') : null
}

function besideShown(desk: Desk): Shown | null {
  const beside = besideKept(desk)
  return beside && { documents: beside.documents, tells: beside.tells, copy_of: null }
}
