/**
 * Makes the papers of the session and keeps them: the receipt of a patron who leaves, a slip at capture, paper on
 * request, a reprint. Records nothing, and never says that a paper was printed: the screen shows it, and a person opens
 * the print dialog.
 */
import type { Input } from '../../../shared/ipc/contract.ts'
import { refuse, type Refusal } from '../../../shared/refusals/refusals.ts'
import {
  besideNow,
  lastPaper,
  paperGiven,
  paperPrinted,
  paperWith,
  withCopies,
  withNotRenewed,
  withPaper,
  type Brought,
  type KeptPaper,
  type NotRenewed,
  type PaperDraft,
} from '../../../shared/desk/papers.ts'
import { changed } from '../../../shared/desk/session/session.ts'
import { went } from '../../../shared/desk/session/session-pages.ts'
import { asCopy, type ReceiptDocument } from '../../../shared/receipt/document.ts'
import {
  finishLabel,
  finishReceipt,
  RECEIPT_PREFERENCE,
  type FinishAsk,
  type FinishKey,
} from '../../../shared/receipt/preference.ts'
import { instant, type Instant } from '../../../shared/kernel/time.ts'
import { readAccount } from '../../circulation/accounts/account.ts'
import { speechOf } from '../clerk-language.ts'
import type { Desk } from '../desk.ts'
import { here } from '../../library/here.ts'
import { cardAtHead } from '../patrons/card-shown.ts'
import { openPatron } from '../patrons/open-patron.ts'
import { readerOf } from '../../papers/facts-for-paper.ts'
import { broughtNow, receiptsNow, toldOf } from './receipts.ts'
import { statementOf } from './account-statement.ts'
import { registrationOf } from './registration.ts'
import { welcomeOf } from './welcome.ts'
import { numbered } from './dialog-copies.ts'
import { moneyLeft } from './money-left.ts'
import { printerHere, type Queued } from './queueing.ts'

/** What Finish needs to know about the open patron; null with no patron open and no receipt of money to print. */
function finishAsk(desk: Desk): Omit<FinishAsk, 'key'> | null {
  const { patron_id, tally, papers } = desk.session
  const hasMoney = moneyLeft(desk).length > 0
  if (patron_id === null)
    return hasMoney ? { preference: RECEIPT_PREFERENCE, has_acts: true, has_email: false, is_mail_ready: false } : null
  const { acts } = tally
  const hasDone = acts.out + acts.renew + acts.in > 0 || papers.not_renewed.length > 0
  const has_acts = hasDone || hasMoney || broughtNow(desk).length > 0
  // A standalone desk has no way to send e-mail.
  if (!has_acts)
    return { preference: { choice: 'print', large: false }, has_acts, has_email: false, is_mail_ready: false }
  const { preference, has_email } = readerOf(desk.library, patron_id)
  return { preference, has_acts, has_email, is_mail_ready: false }
}

/** The label of the Finish key; null with no patron open and no receipt of money to print. */
export function finishWords(desk: Desk): string | null {
  const ask = finishAsk(desk)
  return ask && finishLabel(speechOf(desk).words.screen.bottom.finish, ask, printerHere(desk) !== null)
}

/** What was made for this patron or cart and shown to the clerk. */
function givenHere({ session: { papers } }: Desk): readonly KeptPaper[] {
  return papers.kept.filter((one) => one.is_given && !one.is_finished && one.row_id === '')
}

/** A paper seen before in this session is made as a copy, whichever key asks. */
function madeNow(desk: Desk, madeAt: (at: Instant) => readonly ReceiptDocument[]): readonly ReceiptDocument[] {
  return withCopies(madeAt(desk.library.clock.now()), givenHere(desk), (at_ms) => madeAt(instant(at_ms)))
}

/** The receipt of a patron who leaves, whether they want it, and what of it each entry of money has. */
type Leaving = PaperDraft & { readonly is_wanted: boolean; readonly queued: readonly Queued[] }

/**
 * The receipt of the open patron, who leaves now, by their preference, with what they paid or got back. Read before the
 * desk is cleared; kept after it.
 * An unwanted one is kept too, for F9. Null when nothing was done, or no patron is open.
 * @param isSeen whether the screen has room for it: not when the next patron is open already
 */
export function receiptOfLeaving(desk: Desk, key: FinishKey, isSeen: boolean): Leaving | null {
  const ask = finishAsk(desk)
  const done = ask?.has_acts ? madeNow(desk, (at) => receiptsNow(desk, at)) : []
  const money = moneyLeft(desk).toReversed()
  const documents = [...done, ...money.flatMap((one) => one.documents)]
  if (!ask || documents.length === 0) return null
  const tells = toldOf(desk)
  const isWanted = finishReceipt({ ...ask, key }).kind === 'print'
  const isShown = isWanted && isSeen
  return {
    at_ms: desk.library.clock.now(),
    documents,
    tells: [...tells, ...money.flatMap((one) => one.tells)],
    is_finished: true,
    patron_id: desk.session.patron_id,
    is_given: isShown,
    is_beside: isShown,
    is_wanted: isWanted,
    queued: [{ documents: done, tells }, ...money],
  }
}

export function keepPaper(desk: Desk, draft: PaperDraft | null): void {
  if (draft) desk.session = changed({ ...desk.session, papers: withPaper(desk.session.papers, draft) })
}

/**
 * The slip of the newest row: it is shown beside the work until the next row, or waits for F9 when an account is open.
 * @param isPrinted the printer has it: it lies nowhere, and is a copy from now on
 */
export function keepSlip(desk: Desk, document: ReceiptDocument | null, isPrinted = false): void {
  const [newest] = desk.session.rows
  if (document && newest) {
    const {
      row: { row_id },
      event,
    } = newest
    const is_given = isPrinted || desk.session.patron_id === null
    const kept = { row_id, tells: [event], is_given, is_beside: !isPrinted }
    const documents = [isPrinted ? asCopy(document) : document]
    keepPaper(desk, { at_ms: desk.library.clock.now(), documents, ...kept })
  }
}

/** Where to find the slip just made: an open account keeps its place beside the work. */
export function slipWords(desk: Desk): string {
  const { slip, slip_beside } = speechOf(desk).words.outcomes.money
  return desk.session.patron_id === null ? slip_beside : slip
}

/** What Enter does with the receipt of the payment or refund that was just recorded, or where it is. */
export function moneySlipWords(desk: Desk): string {
  const { patron_id, mode } = desk.session
  const { receipt_how, receipt_printed, receipt_shown } = speechOf(desk).words.pages.pay
  const said = printerHere(desk) === null ? receipt_shown : receipt_printed
  if (patron_id === null) return printerHere(desk) === null || mode !== 'out' ? slipWords(desk) : said
  return readerOf(desk.library, patron_id).preference.choice === 'none' ? receipt_how : said
}

/** Refused renewals are on the receipt with their reason. */
export function keepNotRenewed(desk: Desk, more: readonly NotRenewed[]): void {
  if (more.length === 0) return
  desk.session = changed({ ...desk.session, papers: withNotRenewed(desk.session.papers, more) })
}

/** What the newly opened patron had brought back before: it goes on their receipt, and on no one else's. */
export function keepBrought(desk: Desk, brought: readonly Brought[]): void {
  if (brought.length > 0) desk.session = changed({ ...desk.session, papers: { ...desk.session.papers, brought } })
}

/** Paper now: of what was done so far, or the whole account. It is shown, and the session goes on. */
export function makePaper(desk: Desk, what: Input<'paper.make'>['what']): Refusal | null {
  const { patron_id } = desk.session
  const open = openPatron(desk)
  if (what !== 'now' && 'code' in open) return open
  const account = patron_id === null ? null : readAccount(desk.library, patron_id, here(desk.library).today)
  if (what === 'now') return showMade(desk, (at) => receiptsNow(desk, at), toldOf(desk))
  if (account && what === 'registration') return showMade(desk, (at) => registrationOf(desk.library, account, at))
  if (account && what === 'welcome') {
    const card_barcode = cardAtHead(desk, account.row.patron_id)
    return showMade(desk, (at) => welcomeOf(desk.library, account, card_barcode, at))
  }
  return showMade(desk, (at) => (account ? [statementOf(desk.library, account, at)] : []))
}

/**
 * Shows what is made now, or as a copy what was shown before.
 * @param madeAt the same as of another moment
 * @param tells the entries of the acts that it tells of
 */
export function showMade(
  desk: Desk,
  madeAt: (at: Instant) => readonly ReceiptDocument[],
  tells: readonly string[] = [],
): Refusal | null {
  const documents = madeNow(desk, madeAt)
  if (documents.length === 0) return refuse('paper-none')
  const before = paperWith(givenHere(desk), documents)
  if (before) return paperAgain(desk, before.paper_id)
  keepPaper(desk, { at_ms: desk.library.clock.now(), documents, tells })
  show(desk, desk.session.papers.kept[0]?.paper_id ?? '')
  return null
}

function show(desk: Desk, about: string): void {
  desk.session = went(desk.session, { place: 'receipt', about })
}

const COPY = ' copy'
/** `about` of a page that offers papers and shows none. */
export const OFFERED = 'offered'

/**
 * Shows a paper again, marked as a copy if it was seen before.
 * @param paper_id empty for the last one: the open patron's, or anyone's with no patron open
 */
export function paperAgain(desk: Desk, paper_id: string): Refusal | null {
  const { papers, patron_id } = desk.session
  const last = lastPaper(papers, patron_id)
  const paper = paper_id === '' ? last : papers.kept.find((one) => one.paper_id === paper_id)
  if (!paper && (paper_id !== '' || papers.kept.length === 0)) return refuse('paper-none')
  // None is this patron's: other patrons' papers are offered, and shown only on request.
  if (!paper) {
    show(desk, OFFERED)
    return null
  }
  desk.session = { ...desk.session, papers: paperGiven(papers, paper.paper_id) }
  show(desk, paper.is_given ? `${paper.paper_id}${COPY}` : paper.paper_id)
  return null
}

/** The print dialog was opened for what is on the screen: from then on that is a copy. */
export function paperHanded(desk: Desk): void {
  const { session } = desk
  const { page, papers, patron_id } = session
  if (page?.place === 'receipt') {
    const isFirst = paperOf(desk, page.about) !== null && !page.about.endsWith(COPY)
    if (isFirst) show(desk, `${page.about}${COPY}`)
    return
  }
  const beside = patron_id === null ? besideNow(papers, newestRow(desk)) : null
  if (beside) desk.session = changed({ ...session, papers: paperPrinted(papers, beside.paper_id) })
}

/** The kept paper of a page, with its documents as shown; null when it is gone. */
export function paperOf(desk: Desk, about: string): KeptPaper | null {
  const isCopy = about.endsWith(COPY)
  const paper_id = isCopy ? about.slice(0, -COPY.length) : about
  const paper = desk.session.papers.kept.find((one) => one.paper_id === paper_id)
  if (!paper) return null
  return isCopy ? { ...paper, documents: paper.documents.map(asCopy) } : paper
}

/** What is shown beside the work, when nothing else has its place. */
export function papersBeside(desk: Desk): readonly ReceiptDocument[] {
  const { papers, patron_id, page } = desk.session
  if (patron_id !== null || page?.place === 'receipt') return []
  const beside = besideNow(papers, newestRow(desk))
  return beside === null ? [] : numbered(desk, beside).documents
}

/** Empty before anything was scanned. */
function newestRow({ session }: Desk): string {
  return session.rows[0]?.row.row_id ?? ''
}
