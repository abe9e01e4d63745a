/**
 * The money side of a return: the fine, and what becomes of charges when something billed as lost, or claimed, is back.
 * Gives entries to be recorded with the check-in, and the reasons; records nothing itself. A return is never
 * refused for money's sake.
 */
import { foundClaim } from '../../../shared/circulation/lost/claims.ts'
import type { Fine } from '../../../shared/circulation/fines/fine.ts'
import { cents, type Cents } from '../../../shared/kernel/money.ts'
import { openClaimOfItem } from '../../store/circulation/claim-rows.ts'
import { patronById } from '../../store/patrons/patron-rows.ts'
import { wordToLetOff } from '../../library/grants.ts'
import type { Actor } from '../../library/actor.ts'
import { Gathering, type Gathered } from './gathering.ts'
import { fineIsLess, foundAgain } from './found-again.ts'
import { fineDays } from './fine-days.ts'
import { chargeLetOff } from './let-off.ts'
import { outageLetOff } from './outage-fines.ts'
import { chargedForLateness, chargesAbout } from './charge-reading.ts'
import { fineBasis, fineOf, finePeriod, isClaimed, isTelling } from './loan-fine.ts'
import type { AtReturn, Question, Returning, ReturnAsk, Told } from './return-facts.ts'
import type { Library } from '../../library/library.ts'

const NOTHING: Omit<AtReturn, keyof Gathered> = { fine: null, told: [], question: null }

/** The entries to record after the check-in, in the same command. */
export function chargesAtReturn(library: Library, ask: ReturnAsk, word: Actor): AtReturn {
  const gathering = new Gathering()
  const { loan } = ask
  if (loan === null) return { ...gatheredOf(gathering), ...NOTHING }
  const patron = library.db.get(patronById, { patron_id: loan.patron_id })
  if (!patron) return { ...NOTHING, told: [{ code: 'last-patron-gone' }], ...gatheredOf(gathering) }
  if (isClaimed(loan.loan_status) && ask.said.found === null && !ask.is_given_up) {
    return { ...NOTHING, question: claimQuestion(loan.loan_status), ...gatheredOf(gathering) }
  }
  const was_right = isClaimed(loan.loan_status) && endClaim(library, gathering, { ...ask, loan })
  const amnesty = ask.is_amnesty ? letOffBy(library, { ...ask, loan, patron }, word) : null
  const is_amnesty = amnesty !== null
  const answered_by = word.approved?.grant === 'waive' ? word.approved.approved_by : ''
  const outages = outageLetOff(library, { item: ask.item, loan, patron }, ask.undated_at)
  const declarer = outages?.staff ?? ''
  const let_off_by = {
    amnesty: amnesty ?? answered_by,
    backdated: word.allowed.dated_by,
    'claim-found': answered_by,
    outage: declarer === word.staff?.staff_code ? '' : declarer,
  }
  const returning: Returning = { ...ask, loan, patron, was_right, is_amnesty, outages, let_off_by }
  const about = isClaimed(loan.loan_status) ? claimTold(returning) : []
  // After what is charged: outcome first.
  const too_much: readonly Told[] = ask.is_amnesty && !is_amnesty ? [{ code: 'not-let-off' }] : []
  if (ask.is_given_up) return { ...NOTHING, told: about, ...gatheredOf(gathering) }
  if (isBilled(library, returning)) {
    const said = was_right ? ({ ...ask.said, charge: 'waive' } as const) : ask.said
    const found = foundAgain(library, gathering, { ...returning, said })
    // Until it is answered no money moves, and the claim stays as it is.
    if (found.question) return { ...found, ...gatheredOf(new Gathering()) }
    return { ...found, told: [...about, ...found.told, ...too_much], ...gatheredOf(gathering) }
  }
  const { fine, told } = lateReturn(library, gathering, { ...returning, is_amnesty: is_amnesty || was_right })
  return { ...NOTHING, fine, told: was_right ? about : [...about, ...told, ...too_much], ...gatheredOf(gathering) }
}

function claimQuestion(loan_status: string): Question {
  return { about: 'claim', claim: loan_status === 'claimed-returned' ? 'returned' : 'never-had' }
}

/** On whose word the fine is let off; null: it is more than this role, or the approver's, may waive. */
function letOffBy(
  library: Library,
  { item, loan, patron, back_at }: Pick<Returning, 'item' | 'loan' | 'patron' | 'back_at'>,
  word: Actor,
): string | null {
  return wordToLetOff(library, word, fineOf(library, { loan, item, patron }, { until_at: back_at }).amount_cents)
}

/** Billed as lost, also where it was claimed after that. */
function isBilled(library: Library, { item, loan }: Returning): boolean {
  if (loan.loan_status === 'lost') return true
  if (!isClaimed(loan.loan_status)) return false
  return chargesAbout(library, loan, item.item_id).some(
    ({ row, state }) => row.kind === 'lost' && state.worth_cents > 0,
  )
}

function claimTold({ is_given_up = false, was_right }: Returning): readonly Told[] {
  if (is_given_up) return [{ code: 'claim-given-up' }]
  return was_right ? [{ code: 'claim-was-right' }] : []
}

function gatheredOf({ drafts, parties, personal }: Gathering): Gathered {
  return { drafts, parties, personal }
}

/** Ends the claim. True when the patron was right and the library cancels the fine then. */
function endClaim(
  library: Library,
  gathering: Gathering,
  returning: Omit<Returning, 'patron' | 'was_right' | 'outages' | 'let_off_by'>,
): boolean {
  const { item, loan, said, is_given_up = false } = returning
  const claim = library.db.get(openClaimOfItem, { item_id: item.item_id })
  const found = foundClaim(said.found ?? 'brought', library.policy().settings)
  if (claim?.loan_ref === loan.loan_ref) {
    const ended = found.is_claim_counted ? 'found' : 'found-on-shelf'
    const reason = is_given_up ? 'given-up' : ended
    gathering.add({ kind: 'claim-ended', body: { claim_ref: claim.claim_ref, reason } })
  }
  return !is_given_up && found.is_fine_waived
}

type Late = Pick<AtReturn, 'told'> & { readonly fine: Fine }

function lateReturn(library: Library, gathering: Gathering, returning: Returning): Late {
  const { item, loan, patron, back_at, is_amnesty } = returning
  const fine = fineOf(library, { loan, item, patron }, { until_at: back_at, is_amnesty })
  if (Math.max(back_at, returning.undated_at) <= loan.due_at_ms) return { fine, told: [] }
  const { is_fine_charged_at_check_in } = library.policy().settings
  const already = chargedForLateness(library, loan, item.item_id)
  if (is_fine_charged_at_check_in) chargeLetOff(library, gathering, returning, already)
  if (back_at <= loan.due_at_ms) return { fine, told: [] }
  const days = fineDays(library, gathering, returning, fine)
  if (!is_fine_charged_at_check_in) return { fine, told: days }
  if (fine.amount_cents < already) fineIsLess(library, gathering, returning)
  const amount_cents = cents(Math.max(0, fine.amount_cents - already))
  if (amount_cents === 0) return { fine, told: [...whyNoFine(fine, already), ...days] }
  gathering.charge({
    patron_id: loan.patron_id,
    kind: 'overdue',
    amount_cents,
    item_barcode: item.barcode,
    loan_ref: loan.loan_ref,
    period: finePeriod(loan, back_at),
    basis: fineBasis(fine, already),
    is_telling: isTelling(library, loan, fine.rule),
  })
  return { fine, told: [{ code: 'fine-charged', amount_cents }, ...days] }
}

/** Why nothing is charged though it is late. */
function whyNoFine(fine: Fine, already: Cents): readonly Told[] {
  if (already > 0 && already <= fine.amount_cents) return [{ code: 'fine-charged-before' }]
  const reason = fine.steps.at(-1)
  return reason === undefined || fine.rule?.amount_cents === 0 ? [] : [{ code: 'no-fine' }, reason]
}
