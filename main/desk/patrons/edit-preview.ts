/** What an edit of the open patron would change, line by line, while it is typed. Records nothing. */
import type { PreviewLine } from '../../../shared/desk/page.ts'
import type { Input } from '../../../shared/ipc/contract.ts'
import { categoryCode } from '../../../shared/kernel/ids.ts'
import { localDate } from '../../../shared/kernel/time.ts'
import { isNameChanged } from '../../../shared/patron/name-proofs.ts'
import type { Typed } from '../../../shared/patron/registration.ts'
import { isRefusal } from '../../../shared/refusals/refusals.ts'
import { readAccount } from '../../circulation/accounts/account.ts'
import { here } from '../../library/here.ts'
import { choiceOf, chosenAgainst, isUnfit } from '../../patrons/card-choice.ts'
import { categoryChange, type CategoryChange } from '../../patrons/category-change.ts'
import { typedOf } from '../../patrons/edit-patron.ts'
import { withPlace } from '../../patrons/place-of-postal.ts'
import { speechOf } from '../clerk-language.ts'
import type { Desk } from '../desk.ts'
import { categoryName, textsOf, until } from './card-acts.ts'
import { againstLines } from './register-preview.ts'
import { openPatron } from './open-patron.ts'

/** What says which card somebody gets. */
const WHICH_CARD = ['street', 'city', 'region', 'postal_code', 'born_on'] as const

export function previewEdit(desk: Desk, input: Input<'patron.edit-preview'>): readonly PreviewLine[] {
  const open = openPatron(desk)
  if (isRefusal(open)) return []
  const before = typedOf(desk.library, open.patron_id)
  if (!before) return []
  const typed = withPlace(desk.library, textsOf(input.typed))
  const { categories } = desk.library.policy().source
  // Blank while another one is being chosen; a script may name one that there is not.
  const chosen = categories.find((one) => one.category_code === input.category_code)
  const category_code = chosen?.category_code ?? before.category_code
  const isOther = category_code !== before.category_code
  const isMoved = WHICH_CARD.some((name) => typed[name].trim() !== before.typed[name])
  const { edit } = speechOf(desk).words.outcomes.patron
  const isAsked = isNameChanged(before.typed, typed) && (input.name_proof ?? '') === ''
  const named: readonly PreviewLine[] = isAsked ? [{ text: edit.name_asks, tone: 'warn' }] : []
  if (!isMoved && !isOther) return named
  const against = isOther ? chosenAgainst(desk.library, typed, category_code) : null
  const expires_on = open.expires_on === null ? null : localDate(open.expires_on)
  const unfit = isUnfit(desk.library, typed, { category_code, expires_on })
  const account = isOther ? readAccount(desk.library, open.patron_id, here(desk.library).today) : null
  const change = account && categoryChange(desk.library, account, categoryCode(category_code))
  return [
    ...named,
    ...(isMoved && !against ? cardLines(desk, typed, category_code) : []),
    ...againstLines(desk, against),
    { text: edit.card_stays(until(desk, expires_on)), tone: unfit ? 'warn' : 'plain' },
    ...(unfit ? [{ text: edit.unfit, tone: 'warn' } as const] : []),
    ...(change ? loanLines(desk, change) : []),
  ]
}

/** Whose resident they are there, and whether the card of the category fits. */
function cardLines(desk: Desk, typed: Typed, category_code: string): readonly PreviewLine[] {
  const { card, edit } = speechOf(desk).words.outcomes.patron
  const { residency, first, offered } = choiceOf(desk.library, typed)
  const isAsked = desk.library.policy().source.residency_rules.length > 0
  if (residency === null && isAsked) return [{ text: `${card.standing_unknown}. ${card.choose}`, tone: 'warn' }]
  const standing = residency ? `${card.standing[residency.standing_kind](residency.home_library_name ?? '')}. ` : ''
  if (offered.some((rule) => rule.category_code === category_code))
    return [{ text: `${standing}${edit.fits}`, tone: 'good' }]
  return first === null
    ? [{ text: `${standing}${card.none_fits}. ${card.choose}`, tone: 'warn' }]
    : [{ text: `${standing}${edit.gives(categoryName(desk, first.category_code))}`, tone: 'warn' }]
}

function loanLines(desk: Desk, change: CategoryChange): readonly PreviewLine[] {
  const { words, short } = speechOf(desk)
  const { edit } = words.outcomes.patron
  const { out_count, not_renewed_count, renewed_count, full_at, stops, lifts } = change
  return [
    ...(out_count > 0 ? [{ text: edit.dues_stay(out_count), tone: 'plain' } as const] : []),
    ...(not_renewed_count > 0 ? [{ text: edit.not_renewed(not_renewed_count), tone: 'warn' } as const] : []),
    ...(renewed_count > 0 ? [{ text: edit.renewed(renewed_count), tone: 'good' } as const] : []),
    ...(full_at === null ? [] : [{ text: edit.full(out_count, full_at), tone: 'warn' } as const]),
    ...stops.map((one) => ({ text: edit.stops(short(one.code)), tone: 'warn' }) as const),
    ...lifts.map((one) => ({ text: edit.lifts(short(one.code)), tone: 'good' }) as const),
  ]
}
