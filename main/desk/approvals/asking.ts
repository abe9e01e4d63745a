/**
 * Turns a refusal into a question: whether the clerk's own role can override it, a supervisor must, or nobody may.
 * Decides nothing about lending; the grants are data (shared/staff).
 */
import { refuse, type Refusal } from '../../../shared/refusals/refusals.ts'
import {
  choicesOf,
  type AskedCall,
  type LoanWish,
  type Override,
  type Pending,
  type Reach,
} from '../../../shared/desk/pending.ts'
import { withBand, withRow } from '../../../shared/desk/session/session.ts'
import { refusedWords } from '../../../shared/desk/words/words.ts'
import type { Words } from '../../../shared/words/en/en.ts'
import { grantsToOverride, needsReason } from '../../../shared/refusals/overrides.ts'
import type { CommandId } from '../../../shared/kernel/ids.ts'
import type { ItemRow } from '../../store/circulation/item-rows.ts'
import type { Desk } from '../desk.ts'
import { letOffAlone } from '../../library/desk-day.ts'
import { dayCeilingBelow, may, mayAll, roleRefusal } from '../../library/grants.ts'
import { staffOfCode } from '../../library/staff-known.ts'
import { ownCommand } from '../../library/follow.ts'
import { isSetAside } from '../../circulation/holds/lending.ts'
import { speechOf } from '../clerk-language.ts'
import { limitKey, type LimitScope } from '../../../shared/refusals/limit-scope.ts'
import type { Actor } from '../../library/actor.ts'
import type { Library } from '../../library/library.ts'
import { actorOf } from '../desk.ts'

type Ask = {
  readonly item: ItemRow
  readonly refusals: readonly Refusal[]
  readonly act: 'lend' | 'renew'
  readonly overrides: readonly Override[]
  readonly takeBack: boolean
  /** A renewal without the item: it stays one when it is allowed. */
  readonly is_unseen: boolean
  /** The counts of the limits shown before on this row. */
  readonly limits_shown: readonly string[]
  /** What renewing the card by one key costs, as an amount; undefined: one key is not enough. */
  readonly renewal_fee: string | undefined
}

/** What the row of this refused item waits for; null when nobody may answer all of it. */
export function pendingFor(library: Library, actor: Actor, ask: Ask): Pending | null {
  const { item, refusals, overrides } = ask
  const { staff } = actor
  const grants = grantsToOverride(refusals)
  if (grants === null || staff === null || refusals.length === 0) return null
  const codes = [...new Set(refusals.map((refusal) => refusal.code))]
  const item_barcode = item.barcode
  // An item this patron already has is renewed; the renewal itself reports anything in its way.
  if (codes.includes('out-to-same')) {
    return { ask: 'answer', wish: { act: 'renew', item_barcode, overrides: [] }, codes: ['out-to-same'] }
  }
  const takesBack = ask.takeBack || codes.includes('out-to-other')
  const lend: LoanWish['act'] = takesBack ? 'take-back-and-lend' : 'lend'
  const is_kept = codes.includes('hold-waits') && isSetAside(library, item)
  const reached = refusals.filter(({ code }) => code === 'limit-reached')
  const limits = reached.map(({ facts }) => limitKey(facts as LimitScope))
  const limits_shown = [...ask.limits_shown, ...limits]
  const act = ask.act === 'renew' ? 'renew' : lend
  const { is_unseen, renewal_fee } = ask
  const renewal = renewal_fee === undefined ? {} : { renewal_fee }
  const wish: LoanWish = { act, item_barcode, overrides, is_kept, limits_shown, is_unseen, ...renewal }
  return { ask: mayAll(library, staff, grants) ? 'answer' : 'offer', wish, codes }
}

/** What key 1 of a new question does, where the refusal's own way out does not say so. */
export function howToAnswer({ how }: Words['outcomes']['answer'], pending: Pending): string {
  if (pending.ask === 'offer') return how.ask
  if (pending.ask !== 'answer' || !needsReason(pending.codes.map((code) => ({ code })))) return ''
  const { act } = pending.wish
  return act === 'call' || act === 'renew' ? how[act] : how.lend
}

/** Whether a row already asks this of the same call: pressing a key twice asks once. */
function isAskedAlready(desk: Desk, { method, input, grant, reach }: AskedCall): boolean {
  const asked = JSON.stringify([method, input, grant, reach])
  return desk.session.rows.some(({ pending }) => {
    if (!pending || !('wish' in pending) || pending.wish.act !== 'call') return false
    const { wish } = pending
    return JSON.stringify([wish.method, wish.input, wish.grant, wish.reach]) === asked
  })
}

/**
 * Asks for a supervisor's approval of an act beyond this clerk's role: a row says what, and waits. Once approved,
 * `method` is called again with `input`, and `may(desk, grant, reach)` is true while it runs.
 * @param how `command_id` of the command that asked, given where a repeat of it is to find what the approval carried
 *   out; `refusal`: why it waits, where that is not the clerk's role; `is_override`: that is a rule, which may be
 *   overridden, with a reason; `is_own`: by the clerk's own role
 */
export function askApproval(
  desk: Desk,
  wish: AskedCall,
  title: string,
  how: {
    readonly command_id?: CommandId | undefined
    readonly refusal?: Refusal
    readonly is_override?: boolean
    readonly is_own?: boolean
  } = {},
): void {
  const { command_id = ownCommand(desk.library, wish.method).command_id } = how
  const ofRole = roleRefusal(desk.library, actorOf(desk), wish.grant, wish.reach)
  const { refusal = ofRole, is_override = false, is_own = false } = how
  const codes = [is_override ? refusal.code : ofRole.code]
  const pending: Pending = { ask: is_own ? 'answer' : 'offer', wish: { act: 'call', command_id, ...wish }, codes }
  const refusals = [refusal]
  const speech = speechOf(desk)
  const { outcomes } = speech.words
  const said = {
    at: desk.library.clock.now(),
    item: null,
    scanned: title,
    heading: title,
    refusals,
    choices: choicesOf(outcomes, pending),
    pending,
    act: wish.method,
  }
  const { band, row } = refusedWords(speech, { ...said, how: howToAnswer(outcomes.answer, pending) })
  desk.session = withBand(isAskedAlready(desk, wish) ? desk.session : withRow(desk.session, row), band)
}

/** Whether this may be done now. If not, a row asks a supervisor, and the call runs once they approve. */
export function mayOrAsks(desk: Desk, wish: AskedCall, title: string): boolean {
  if (may(desk.library, actorOf(desk), wish.grant, wish.reach)) return true
  askApproval(desk, wish, title)
  return false
}

/** The same for what has a ceiling of the day. @param today what was done of it alone before, and what this adds */
export function mayOfDayOrAsks(
  desk: Desk,
  wish: AskedCall,
  title: string,
  today: { readonly before: number; readonly amount: number },
): boolean {
  const above = dayCeilingBelow(desk.library, actorOf(desk), wish.grant, today)
  const isOfAct = above === null || !may(desk.library, actorOf(desk), wish.grant, wish.reach)
  if (isOfAct) return mayOrAsks(desk, wish, title)
  askApproval(desk, wish, title, { refusal: refuse('above-day-ceiling', above) })
  return false
}

/** As far as a clerk lets things off, alone and together in a day. */
export function mayLetOffOrAsks(desk: Desk, wish: AskedCall, title: string, amount: number): boolean {
  const { staff } = desk.session
  const before = staff === null ? 0 : letOffAlone(desk.library, staff.staff_code)
  return mayOfDayOrAsks(desk, wish, title, { before, amount })
}

/**
 * To charge less than the rules say lets the rest off. Who allows that has seen the charge too, and allows it where
 * their own role does. What the clerk's role lacks for both is asked of one person, once: two who could each approve
 * one of them would be asked in turns.
 * @param charging what the charge by itself takes
 */
export function mayChargeLessOrAsks(
  desk: Desk,
  call: Pick<AskedCall, 'method' | 'input'>,
  title: string,
  { charging, less }: { readonly charging: readonly Reach[]; readonly less: number },
): boolean {
  const { library } = desk
  const actor = actorOf(desk)
  const approver = staffOfCode(library, actor.approved?.approved_by ?? '')
  const isSeen = ({ grant, reach }: Reach): boolean => approver !== null && mayAll(library, approver, [grant], reach)
  const lacking = charging.filter((one) => !may(library, actor, one.grant, one.reach) && !isSeen(one))
  const waiving = { grant: 'waive', reach: less } as const
  const [first, ...others] = lacking
  if (first === undefined) return less === 0 || mayLetOffOrAsks(desk, { ...call, ...waiving }, title, less)
  // What is let off is approved with it, and has the approver in its entry.
  const wish = less === 0 ? { ...call, ...first, also: others } : { ...call, ...waiving, also: lacking }
  askApproval(desk, wish, title, { refusal: roleRefusal(library, actor, first.grant, first.reach) })
  return false
}

/** Who approved what is let off here: empty for the clerk's own role. */
export function letOffBy(desk: Desk): string {
  const { approved } = actorOf(desk)
  return approved?.grant === 'waive' ? approved.approved_by : ''
}

/** Whether a second person has allowed this, whatever one may do alone. If not, a row asks for one, as above. */
export function mayWithAnother(desk: Desk, wish: AskedCall, title: string): boolean {
  if (actorOf(desk).approved?.grant === wish.grant) return mayOrAsks(desk, wish, title)
  // A clerk whose role allows it is told that a second person is needed, not that the role does not allow it.
  const isAllowedByRole = may(desk.library, actorOf(desk), wish.grant, wish.reach)
  askApproval(desk, wish, title, isAllowedByRole ? { refusal: refuse('approver-same') } : {})
  return false
}

/** The grants needed to allow what this row waits for, and how far each. */
export function grantsOf({ wish, codes }: Extract<Pending, { ask: 'approval' }>): readonly Reach[] {
  if (wish.act === 'call') return [{ grant: wish.grant, reach: wish.reach }, ...(wish.also ?? [])]
  return (grantsToOverride(codes.map((code) => ({ code }))) ?? []).map((grant) => ({ grant, reach: 0 }))
}
