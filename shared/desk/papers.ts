/**
 * The papers of one session: those made since this patron or cart began, and that of the last finished patron, so that
 * it can be shown again. Pure, and small enough to travel with the session to a new process. Must never outlive the
 * signed-in staff member: the next one would see a patron's titles.
 */
import type { PatronId } from '../kernel/ids.ts'
import type { RefusalCode } from '../refusals/refusals.ts'
import { asCopy, type ReceiptDocument } from '../receipt/document.ts'
import type { PaperItem } from '../receipt/paper-facts.ts'
import { saidUndone } from '../receipt/undone.ts'

/** The letter that voids a receipt in its row. */
export const VOID_KEY = 'V'

export type KeptPaper = {
  readonly paper_id: string
  readonly at_ms: number
  /** One act may need several: what was checked out and what was renewed. */
  readonly documents: readonly ReceiptDocument[]
  /** The row it goes with, as a slip does; empty when it covers several. */
  readonly row_id: string
  /** The entries of the acts that it tells of. */
  readonly tells: readonly string[]
  /** Of the finished patron: it stays when the next one comes. */
  readonly is_finished: boolean
  /** Of a finished patron: who that is, so that it is theirs again when they come back; null: nobody. */
  readonly patron_id: PatronId | null
  /** It was shown to the clerk: from then on it is a copy. */
  readonly is_given: boolean
  /** It is shown beside the work. */
  readonly is_beside: boolean
}

export type Papers = {
  /** Newest first. */
  readonly kept: readonly KeptPaper[]
  readonly made_count: number
  /** Loans of the open patron that could not be renewed, and why: the receipt lists them too. */
  readonly not_renewed: readonly NotRenewed[]
  /** What was checked in from the open patron just before their account opened, oldest first. */
  readonly brought: readonly Brought[]
}

/** A check-in on a receipt. Whose loan it ended is read from the journal as long as that is kept. */
export type Brought = { readonly title: string; readonly barcode: string; readonly event: string }

export type NotRenewed = { readonly item_barcode: string; readonly code: RefusalCode }

export const NO_PAPERS: Papers = { kept: [], made_count: 0, not_renewed: [], brought: [] }

/** The most papers kept, so that a long cart's newest slips can be shown again. */
const KEPT_MAX = 20
const NOT_RENEWED_MAX = 200

/**
 * How long the receipt of a patron who left is shown: time to hand it over, too short for the next patron to read it.
 */
export const BESIDE_MS = 60_000

export type PaperDraft = Pick<KeptPaper, 'at_ms' | 'documents'> &
  Partial<Pick<KeptPaper, 'row_id' | 'tells' | 'is_finished' | 'patron_id' | 'is_given' | 'is_beside'>>

/**
 * Keeps a new paper. One shown beside the work replaces the former one there; a finished patron's replaces all others.
 */
export function withPaper(papers: Papers, draft: PaperDraft): Papers {
  const made_count = papers.made_count + 1
  const { at_ms, documents, row_id = '', tells = [], is_finished = false, patron_id = null } = draft
  const { is_given = true, is_beside = false } = draft
  const seen = { is_finished, patron_id, is_given, is_beside }
  const made = { paper_id: `p${made_count}`, at_ms, documents, row_id, tells, ...seen }
  const before = is_finished ? [] : papers.kept.map((one) => ({ ...one, is_beside: false }))
  return { ...papers, made_count, kept: [made, ...before].slice(0, KEPT_MAX) }
}

/** Something else is viewed: what was beside the work is put away, and can be shown again. */
export function nothingBeside(papers: Papers): Papers {
  if (!papers.kept.some((one) => one.is_beside)) return papers
  return { ...papers, kept: papers.kept.map((one) => ({ ...one, is_beside: false })) }
}

/** Whether it is of another patron than the open one, who left. */
export function isOfLeft({ is_finished, patron_id }: KeptPaper, open: PatronId | null): boolean {
  return is_finished && (open === null || patron_id !== open)
}

/** Of somebody who finished; once they are back, of a visit before this one. */
export function isOfEarlierVisit({ is_finished, patron_id }: KeptPaper): boolean {
  return is_finished && patron_id !== null
}

/** The last paper of the open patron, or of anyone with no patron open; null when there is none. */
export function lastPaper({ kept }: Papers, open: PatronId | null): KeptPaper | null {
  return kept.find((one) => open === null || !isOfLeft(one, open)) ?? null
}

/** This patron or cart left the desk. Only the finished one's paper stays, put away. */
export function papersPutAway(papers: Papers): Papers {
  const kept = papers.kept.filter((one) => one.is_finished).map((one) => ({ ...one, is_beside: false }))
  return { ...papers, kept, not_renewed: [], brought: [] }
}

/** Remembers refused renewals; a second answer for the same loan replaces the first. */
export function withNotRenewed(papers: Papers, more: readonly NotRenewed[]): Papers {
  const again = new Set(more.map((one) => one.item_barcode))
  const others = papers.not_renewed.filter((one) => !again.has(one.item_barcode))
  return { ...papers, not_renewed: [...others, ...more].slice(-NOT_RENEWED_MAX) }
}

export function paperGiven(papers: Papers, paper_id: string): Papers {
  return { ...papers, kept: papers.kept.map((one) => (one.paper_id === paper_id ? { ...one, is_given: true } : one)) }
}

/** The print dialog was opened for it: from then on it is a copy, also where it is shown. */
export function paperPrinted(papers: Papers, paper_id: string): Papers {
  const kept = papers.kept.map((one) =>
    one.paper_id === paper_id ? { ...one, documents: one.documents.map(asCopy) } : one,
  )
  return { ...papers, kept }
}

function isSame(one: ReceiptDocument, other: ReceiptDocument | undefined): boolean {
  return other !== undefined && JSON.stringify(asCopy(one)) === JSON.stringify(asCopy(other))
}

/**
 * Papers made now, some of which were shown to the clerk before: those are copies with the date of the first. One that
 * changed since is a different paper and no copy.
 * @param given papers of this patron or cart that were seen, newest first
 * @param madeAt the same papers as of another moment, in the same order
 */
export function withCopies(
  fresh: readonly ReceiptDocument[],
  given: readonly KeptPaper[],
  madeAt: (at_ms: number) => readonly ReceiptDocument[],
): readonly ReceiptDocument[] {
  return given.reduce((documents, paper) => {
    const then = madeAt(paper.at_ms)
    return documents.map((now, at) => {
      const first = paper.documents.find((one) => isSame(one, then[at]))
      return first ? asCopy(first) : now
    })
  }, fresh)
}

/** The one with exactly these documents; null when there is none. */
export function paperWith(kept: readonly KeptPaper[], documents: readonly ReceiptDocument[]): KeptPaper | null {
  const isWhole = (paper: KeptPaper): boolean =>
    paper.documents.length === documents.length && documents.every((one, at) => isSame(one, paper.documents[at]))
  return kept.find(isWhole) ?? null
}

/**
 * An act was undone: its slip goes, a receipt that tells of it says so from then on, and none that is made later does.
 * @param refs the entries of the act
 */
export function papersAfterUndo(papers: Papers, refs: ReadonlySet<string>, item: PaperItem): Papers {
  const kept = papers.kept.flatMap((one) => {
    if (!one.tells.some((ref) => refs.has(ref))) return [one]
    return one.row_id === '' ? [{ ...one, documents: one.documents.map((each) => saidUndone(each, item)) }] : []
  })
  return { ...papers, kept, brought: papers.brought.filter((one) => !refs.has(one.event)) }
}

/** Without the slips of these entries, which are taken back: what is not printed yet never is. */
export function withoutSlips(papers: Papers, refs: ReadonlySet<string>): Papers {
  return { ...papers, kept: papers.kept.filter((one) => one.row_id === '' || !one.tells.some((ref) => refs.has(ref))) }
}

/**
 * What is shown beside the work now: a slip as long as its row is the newest, a receipt until the next scan; null when
 * nothing is.
 */
export function besideNow(papers: Papers, newest_row_id: string): KeptPaper | null {
  return papers.kept.find((one) => one.is_beside && one.row_id === newest_row_id) ?? null
}

/** Puts away the receipt of a patron who left after a while. The same papers when there is none. */
export function withoutLong(papers: Papers, now_ms: number): Papers {
  const isLong = (one: KeptPaper): boolean => one.is_beside && one.is_finished && now_ms - one.at_ms >= BESIDE_MS
  if (!papers.kept.some(isLong)) return papers
  return { ...papers, kept: papers.kept.map((one) => (isLong(one) ? { ...one, is_beside: false } : one)) }
}
