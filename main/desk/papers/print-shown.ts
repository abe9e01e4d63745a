/**
 * Prints the paper that is on the screen, on the receipt printer of this desk. A receipt, a refund or a Z that is
 * printed once more is an entry of the journal; of other papers the jobs know how often they were asked for.
 */
import { withBand } from '../../../shared/desk/session/session.ts'
import { besideNow, type KeptPaper } from '../../../shared/desk/papers.ts'
import type { PageView } from '../../../shared/desk/page.ts'
import { silentBand } from '../../../shared/desk/words/words.ts'
import { isRefusal, refuse, type Refusal } from '../../../shared/refusals/refusals.ts'
import type { ReceiptDocument } from '../../../shared/receipt/document.ts'
import { isCopied, recordCopy } from '../../cash/closing/deposits.ts'
import type { Command } from '../../library/command.ts'
import { speechOf } from '../clerk-language.ts'
import { actorOf, type Desk } from '../desk.ts'
import { pageNow } from '../places.ts'
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
  } else queuePapers(desk, shown)
  paperHanded(desk)
  const { heading } = speechOf(desk).words.outcomes.devices.printing
  desk.session = withBand(desk.session, silentBand(heading, sentSaid(desk, printer)))
  return null
}

/** `copy_of`: the entry whose paper is printed once more, as an entry of its own; null: no such paper. */
type Shown = Queued & { readonly copy_of: string | null }

function shownNow(desk: Desk): Shown | null {
  const page = pageNow(desk)
  if (page === null) return besideShown(desk)
  const documents = page.sections.flatMap((one) => (one.kind === 'paper' ? [one.document] : []))
  // The recovery key is on no roll of receipts, and in no job.
  if (documents.length === 0 || page.ref.place === 'recovery-key') return null
  if (page.ref.place === 'drawer') return drawerShown(desk, page, documents)
  const { about } = page.ref
  const kept = page.ref.place === 'receipt' ? paperOf(desk, about) : null
  return { documents, tells: kept?.tells ?? [], is_list: about.startsWith('list '), copy_of: null }
}

/** A Z and its slip follow the session; an X and an empty sheet are made fresh. What the page is about names both. */
function drawerShown(desk: Desk, { ref }: PageView, documents: readonly ReceiptDocument[]): Shown {
  const [part = '', of = ''] = ref.about.split(' ')
  if (part === 'paper' && isCopied(desk.library, of)) return { documents, tells: [of], copy_of: of }
  const isFresh = part === 'x' || part === 'sheet'
  return { documents, tells: isFresh ? [] : [of], is_list: isFresh, copy_of: null }
}

function besideShown({ session: { papers, patron_id, rows } }: Desk): Shown | null {
  const beside: KeptPaper | null = patron_id === null ? besideNow(papers, rows[0]?.row.row_id ?? '') : null
  return beside && { documents: beside.documents, tells: beside.tells, copy_of: null }
}
