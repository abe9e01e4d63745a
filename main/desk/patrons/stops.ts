/**
 * What blocks the open account from borrowing, shown when it opens and beside it: the same decision as for lending, so
 * that the desk never says one thing and does another. Blocks nothing itself.
 */
import { patronEligibility, sortRefusals } from '../../../shared/circulation/decision.ts'
import { refusalEntry, type Refusal, type RefusalCode } from '../../../shared/refusals/refusals.ts'
import type { OutcomeClass } from '../../../shared/desk/screen.ts'
import { grantsToOverride } from '../../../shared/refusals/overrides.ts'
import { patronFacts, type Account } from '../../circulation/accounts/account.ts'
import type { Desk } from '../desk.ts'
import { mayAll } from '../../library/grants.ts'
import { here } from '../../library/here.ts'
import { speechOf } from '../clerk-language.ts'
import { MAIL_BACK_KIND, type BlockFacts } from '../../../shared/policy/facts.ts'
import type { Speech } from '../../../shared/words/speech.ts'
import type { Library } from '../../library/library.ts'

/** What is said of a block of the library's data: its note, or else its kind. */
export function blockText({ words }: Speech, { kind, note }: Pick<BlockFacts, 'kind' | 'note'>): string {
  return note || (kind === MAIL_BACK_KIND ? words.panel.mail_back : kind)
}

/** Every refusal about this patron as of now, the most important first; also alerts. */
export function eligibilityOf(library: Library, account: Account): readonly Refusal[] {
  const { now, today } = here(library)
  const { refusals, alerts } = sortRefusals(patronEligibility(patronFacts(account, now), today), [])
  return [...refusals, ...alerts]
}

/**
 * How the account opens: its class and its words. DECIDE where this clerk may override, STOP where they may not; an
 * override in this patron's session is not repeated.
 * @param told what the clerk is told already
 */
export function openingWords(
  desk: Desk,
  account: Account,
  told: readonly RefusalCode[] = [],
): { readonly outcome: OutcomeClass; readonly words: readonly string[] } {
  const { now, today } = here(desk.library)
  const overridden = [...desk.session.overrides.map((one) => one.code), ...told]
  const { refusals } = sortRefusals(patronEligibility(patronFacts(account, now), today), overridden)
  const [first, ...others] = refusals
  if (!first) return { outcome: 'done', words: [] }
  const speech = speechOf(desk)
  const { says, way_out } = speech.refusal(first)
  const all = [says, ...others.map((refusal) => speech.refusal(refusal).says)]
  const grants = grantsToOverride(refusals)
  const { staff } = desk.session
  if (grants === null || staff === null) return { outcome: 'stop', words: [...all, way_out] }
  const isOwn = mayAll(desk.library, staff, grants)
  const { own, ask } = speech.words.outcomes.loan.open
  const isQuestion = isOwn && !refusals.some(({ code }) => refusalEntry(code).is_never_asked)
  const isFetched = isOwn && refusalEntry(first.code).calls_supervisor === true
  const words = [...all, isFetched ? '' : way_out, isOwn ? own : ask]
  return { outcome: isQuestion ? 'decide' : 'stop', words }
}

/** A closed account is shown, and not open: what blocks it says so. */
export function openingSaid({ words }: Speech, { row }: Account, isSame: boolean): string {
  const { already, now } = words.outcomes.loan.open
  return row.is_active !== 1 ? '' : isSame ? already : now
}
