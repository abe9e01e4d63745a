/**
 * Keeps what rules went by for a patron before an entry changed it, in its transaction and beside the journal: a loan
 * costs by the category and the branch that its patron had when it was made or renewed, also where the patron's record
 * became another meanwhile, or was another one.
 */
import { patronWords } from '../../../shared/journal/events/patrons.ts'
import type { EventHead } from '../../../shared/journal/event.ts'
import type { PatronId } from '../../../shared/kernel/ids.ts'
import { instant, type Instant } from '../../../shared/kernel/time.ts'
import * as rows from '../../store/patrons/before-rows.ts'
import type { WriteHandle } from '../../store/sql.ts'

type Ruled = { readonly category_code: string; readonly branch_code: string }

const isSame = (one: Ruled, other: Ruled): boolean =>
  one.category_code === other.category_code && one.branch_code === other.branch_code

/** From the beginning. */
const ALWAYS = instant(0)

type Span = { readonly from_ms: Instant; readonly until_ms: Instant }

function put(db: WriteHandle, patron_id: PatronId, { category_code, branch_code }: Ruled, span: Span): void {
  // A merge that is undone in its own millisecond was in force for no loan.
  if (span.until_ms > span.from_ms) db.run(rows.putRuledBefore, { patron_id, ...span, category_code, branch_code })
}

/** @param text the words beside any entry about a patron; empty where it has none */
export function noteRuled(db: WriteHandle, { head }: { readonly head: EventHead }, of: PatronId, text: string): void {
  const words = text === '' ? null : patronWords.safeParse(JSON.parse(text))
  const { category_code, branch_code } = words?.success ? words.data.fields : {}
  const now = db.get(rows.whoNow, { patron_id: of })
  if (!now) return
  const next = { category_code: category_code ?? now.category_code, branch_code: branch_code ?? now.branch_code }
  if (!isSame(now, next)) put(db, of, now, { from_ms: ALWAYS, until_ms: instant(head.at_ms) })
}

/** Before the loans of a record become the kept one's: each costs by what the former record went by. */
export function noteRuledMoved(db: WriteHandle, kept: PatronId, former: PatronId): void {
  for (const { at_ms } of db.all(rows.loanMoments, { patron_id: former })) {
    const [ours, theirs] = [kept, former].map((patron_id) => {
      return db.get(rows.ruledAt, { patron_id, at_ms }) ?? db.get(rows.whoNow, { patron_id })
    })
    if (!ours || !theirs || isSame(ours, theirs)) continue
    put(db, kept, theirs, { from_ms: at_ms, until_ms: instant(at_ms + 1) })
  }
}

type Parted = {
  readonly kept: Ruled & { readonly patron_id: PatronId }
  readonly former: Ruled & { readonly patron_id: PatronId }
  readonly span: Span
}

/** Before two records are two again: what was lent or renewed while they were one goes by what the one went by. */
export function noteRuledParted(db: WriteHandle, { kept, former, span }: Parted): void {
  const one = db.get(rows.whoNow, { patron_id: kept.patron_id })
  if (!one) return
  if (!isSame(one, kept)) put(db, kept.patron_id, one, { ...span, from_ms: ALWAYS })
  if (!isSame(one, former)) put(db, former.patron_id, one, span)
}
