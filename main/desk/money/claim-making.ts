/**
 * Records a claim: "I returned it", or "I never had it". The fine stops, the shelf is to be checked. Over the limit a
 * supervisor must allow it. An item billed as lost can be claimed too: its bill waits until the claim ends.
 */
import {
  decideClaim,
  wrongClaimDay,
  type ClaimDecision,
  type ClaimKind,
} from '../../../shared/circulation/lost/claims.ts'
import { refuse, type Refusal, type RefusalCode } from '../../../shared/refusals/refusals.ts'
import type { LoanStatus } from '../../../shared/journal/events/fields.ts'
import { sealing } from '../../../shared/journal/sealing.ts'
import type { Input } from '../../../shared/ipc/contract.ts'
import { addMonths, localDate, type LocalDate } from '../../../shared/kernel/time.ts'
import { startOfDay, toLocalDate } from '../../../shared/kernel/zone.ts'
import { claimCounts, openClaimOfItem } from '../../store/circulation/claim-rows.ts'
import type { ItemRow, LoanRow } from '../../store/circulation/item-rows.ts'
import type { PatronId } from '../../../shared/kernel/ids.ts'
import { givenOnce } from '../../../shared/desk/approvals.ts'
import { askApproval } from '../approvals/asking.ts'
import { Gathering } from '../../circulation/charges/gathering.ts'
import type { RuledLoan } from '../../library/whose-rule.ts'
import { askedOf, type LoanPatron, type LateItem } from '../../circulation/charges/loan-fine.ts'
import { loanedItem } from './material.ts'
import { recordAndSay } from '../patrons/record-and-say.ts'
import type { Desk } from '../desk.ts'
import type { Command } from '../../library/command.ts'
import { may } from '../../library/grants.ts'
import { approvalSealed, here } from '../../library/here.ts'
import { keepSlip, slipWords } from '../papers/keeping.ts'
import { itemSlipFor } from '../../papers/slips.ts'
import { speechOf, stepsSaid } from '../clerk-language.ts'
import type { Actor } from '../../library/actor.ts'
import type { Library } from '../../library/library.ts'
import { actorOf } from '../desk.ts'

const OVER_LIMIT: readonly RefusalCode[] = ['claims-used', 'claim-too-late']

/** How many claims this patron made in twelve months, and how many are open. */
export function countsOf(
  library: Library,
  patron_id: PatronId,
): { readonly year_count: number; readonly open_count: number } {
  const { branch, today } = here(library)
  const since_ms = startOfDay(addMonths(today, -12), branch.zone)
  return library.db.get(claimCounts, { patron_id, since_ms }) ?? { year_count: 0, open_count: 0 }
}

type Counts = ReturnType<typeof countsOf>

type ClaimAsked = {
  readonly item: LateItem
  readonly loan: RuledLoan & Pick<LoanRow, 'due_at_ms'>
  readonly patron: LoanPatron
  readonly counts: Counts
  readonly claim: ClaimKind
  readonly on: LocalDate
}

/** What a claim would decide. Records nothing. */
export function previewClaim(library: Library, asked: ClaimAsked, overridden: readonly RefusalCode[]): ClaimDecision {
  const { item, loan, patron, counts, claim, on } = asked
  return decideClaim({
    claim,
    now: here(library).now,
    calendar: askedOf(library, loan, item, patron).calendar,
    due_at: loan.due_at_ms,
    out_at: loan.out_at_ms,
    returned_on: claim === 'returned' ? on : null,
    ...counts,
    settings: library.policy().settings,
    overridden,
  })
}

export function makeClaim(desk: Desk, command: Command, input: Input<'claim.make'>): Refusal | null {
  const found = loanedItem(desk.library, input.item_barcode)
  if ('code' in found) return found
  const { item, loan, patron } = found
  if (desk.library.db.get(openClaimOfItem, { item_id: item.item_id })) return refuse('claimed-already')
  const { branch, today } = here(desk.library)
  const on = input.claimed_on === null ? today : localDate(input.claimed_on)
  const wrong = wrongClaimDay(on, toLocalDate(loan.out_at_ms, branch.zone), today)
  if (wrong) return wrong
  const isAllowed = may(desk.library, actorOf(desk), 'claim-over-limit')
  const about = { item, loan, patron, counts: countsOf(desk.library, loan.patron_id) }
  const decision = previewClaim(desk.library, { ...about, claim: input.claim, on }, isAllowed ? OVER_LIMIT : [])
  if (decision.kind === 'refused') {
    const { commandId: _, ...asked } = input
    const title = speechOf(desk).words.outcomes.wish.claim[input.claim](item.title)
    askApproval(desk, { method: 'claim.make', input: asked, grant: 'claim-over-limit', reach: 0 }, title)
    return null
  }
  const speech = speechOf(desk)
  const words = speech.words.outcomes.money.claim
  recordAndSay(desk, command, claimDrafts(actorOf(desk), { item, loan }, input.claim, on, decision), {
    title: item.title,
    item,
    happened: words[input.claim],
    fact: input.claim === 'returned' ? speech.date(on) : '',
    sentences: [
      ...decision.overrode.map((refusal) => speech.refusal(refusal).says),
      ...stepsSaid(desk, decision.steps),
      words.look(decision.year_count_after, desk.library.policy().settings.claims_year_count_max),
      slipWords(desk),
    ],
  })
  keepSlip(
    desk,
    itemSlipFor(desk.library, actorOf(desk), item, input.claim === 'returned' ? 'claims-returned' : 'claims-never-had'),
  )
  return null
}

function claimDrafts(
  actor: Actor,
  { item, loan }: { readonly item: ItemRow; readonly loan: LoanRow },
  claim: ClaimKind,
  on: LocalDate,
  decision: Extract<ClaimDecision, { kind: 'claim' }>,
): Gathering {
  const to = new Gathering()
  const { loan_ref } = loan
  const overridden = decision.overrode.map((refusal) => refusal.code)
  const given = { approved_by: actor.approved?.approved_by ?? '', reason: '' }
  const approval = { overridden, approvals: givenOnce([given]) }
  const made = { claim, item_barcode: item.barcode, loan_ref, claimed_on: on, ...approval }
  to.about(loan.patron_id, sealing('claim-made', made, approvalSealed(approval)))
  to.add({
    kind: 'loan-status-set',
    body: {
      item_barcode: item.barcode,
      loan_ref,
      before: loan.loan_status as LoanStatus,
      loan_status: claim === 'returned' ? 'claimed-returned' : 'claimed-never-had',
      since_ms: decision.claimed_at,
      since_before_ms: loan.status_since_ms,
      status_before: item.status,
      status: item.status,
      reason: 'claim',
    },
  })
  return to
}
