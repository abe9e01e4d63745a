/**
 * The papers of one session: what was made since this patron or cart began, and the one of whoever was finished last,
 * so that it can be had again. Pure, and small enough to go with the session to a new process. Must never outlive the
 * member of staff who is signed in.
 */
import type { RefusalCode } from '../refusals/refusals.ts'
import { asCopy, type ReceiptDocument } from '../receipt/document.ts'

export type KeptPaper = {
  readonly paper_id: string
  readonly at_ms: number
  /** One act may need more than one: what was lent and what was renewed. */
  readonly documents: readonly ReceiptDocument[]
  /** The row it goes with, as a slip does; empty when it tells of more than one. */
  readonly row_id: string
  /** Of whoever is finished: it stays when the next one comes. */
  readonly is_finished: boolean
  /** It was put before the clerk: from then on it is a copy. */
  readonly is_given: boolean
  /** It lies beside the work. */
  readonly is_beside: boolean
}

export type Papers = {
  /** Newest first. */
  readonly kept: readonly KeptPaper[]
  readonly made_count: number
  /** Loans of the open patron that could not be renewed, and why: a receipt tells of them too. */
  readonly not_renewed: readonly NotRenewed[]
  /** What the open patron had and was taken back just before their account opened, oldest first. */
  readonly brought: readonly Brought[]
}

/** A check-in that a receipt tells of. Whose loan it ended is read from the journal as long as that is kept. */
export type Brought = { readonly title: string; readonly barcode: string; readonly event: string }

export type NotRenewed = { readonly item_barcode: string; readonly code: RefusalCode }

export const NO_PAPERS: Papers = { kept: [], made_count: 0, not_renewed: [], brought: [] }

/** Slips of a long cart: the newest can be had again. */
const KEPT_MAX = 20
const NOT_RENEWED_MAX = 200

/** The receipt of whoever has left lies there this long: time to hand it over, not to be read by the next. */
export const BESIDE_MS = 60_000

export type PaperDraft = Pick<KeptPaper, 'at_ms' | 'documents'> &
  Partial<Pick<KeptPaper, 'row_id' | 'is_finished' | 'is_given' | 'is_beside'>>

/** Keeps a new paper. What is laid beside the work takes the place of what lay there; a finished one of all others. */
export function withPaper(papers: Papers, draft: PaperDraft): Papers {
  const made_count = papers.made_count + 1
  const { at_ms, documents, row_id = '', is_finished = false, is_given = true, is_beside = false } = draft
  const made = { paper_id: `p${made_count}`, at_ms, documents, row_id, is_finished, is_given, is_beside }
  const before = is_finished ? [] : papers.kept.map((one) => ({ ...one, is_beside: false }))
  return { ...papers, made_count, kept: [made, ...before].slice(0, KEPT_MAX) }
}

/** Something else is looked at: what lay beside the work is put away, and can be had again. */
export function nothingBeside(papers: Papers): Papers {
  if (!papers.kept.some((one) => one.is_beside)) return papers
  return { ...papers, kept: papers.kept.map((one) => ({ ...one, is_beside: false })) }
}

/** The last paper of whoever is open, or of anybody while nobody is; null when there is none. */
export function lastPaper({ kept }: Papers, isPatronOpen: boolean): KeptPaper | null {
  return kept.find((one) => !isPatronOpen || !one.is_finished) ?? null
}

/** This patron or this cart is gone from the desk. Only what was finished stays, put away. */
export function papersPutAway(papers: Papers): Papers {
  const kept = papers.kept.filter((one) => one.is_finished).map((one) => ({ ...one, is_beside: false }))
  return { ...papers, kept, not_renewed: [], brought: [] }
}

/** Remembers what could not be renewed; a second answer for the same loan takes the place of the first. */
export function withNotRenewed(papers: Papers, more: readonly NotRenewed[]): Papers {
  const again = new Set(more.map((one) => one.item_barcode))
  const others = papers.not_renewed.filter((one) => !again.has(one.item_barcode))
  return { ...papers, not_renewed: [...others, ...more].slice(-NOT_RENEWED_MAX) }
}

export function paperGiven(papers: Papers, paper_id: string): Papers {
  return { ...papers, kept: papers.kept.map((one) => (one.paper_id === paper_id ? { ...one, is_given: true } : one)) }
}

/** The computer was asked to print it: whatever comes of it from then on is a copy, where it lies too. */
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
 * Papers made now, of which some were put before the clerk already: those are copies with the date of the first. What
 * has changed since is another paper and no copy.
 * @param given papers of this patron or cart that were seen, newest first
 * @param madeAt the same papers as they would have been made at another moment, in the same order
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

/** The one that has all of these and nothing else; null when there is none. */
export function paperWith(kept: readonly KeptPaper[], documents: readonly ReceiptDocument[]): KeptPaper | null {
  const isWhole = (paper: KeptPaper): boolean =>
    paper.documents.length === documents.length && documents.every((one, at) => isSame(one, paper.documents[at]))
  return kept.find(isWhole) ?? null
}

/** A slip of an act that was undone is no paper any more. */
export function withoutSlip(papers: Papers, row_id: string): Papers {
  return { ...papers, kept: papers.kept.filter((one) => one.row_id !== row_id) }
}

/**
 * What lies beside the work now: a slip as long as its row is the newest, a receipt until anything is scanned; null
 * when nothing does.
 */
export function besideNow(papers: Papers, newest_row_id: string): KeptPaper | null {
  return papers.kept.find((one) => one.is_beside && one.row_id === newest_row_id) ?? null
}

/** The receipt of somebody who has left is put away after a while. The same papers when nothing lay too long. */
export function withoutLong(papers: Papers, now_ms: number): Papers {
  const isLong = (one: KeptPaper): boolean => one.is_beside && one.is_finished && now_ms - one.at_ms >= BESIDE_MS
  if (!papers.kept.some(isLong)) return papers
  return { ...papers, kept: papers.kept.map((one) => (isLong(one) ? { ...one, is_beside: false } : one)) }
}
