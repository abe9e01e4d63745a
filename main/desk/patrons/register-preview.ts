/** What registering would give as the form stands, line by line, and who may be a patron already. Records nothing. */
import type { PreviewLine } from '../../../shared/desk/page.ts'
import type { Input } from '../../../shared/ipc/contract.ts'
import type { AlikeShown } from '../../../shared/ipc/method.ts'
import type { ResidencyRule } from '../../../shared/policy/card-facts.ts'
import type { ChosenFault } from '../../../shared/patron/cards.ts'
import { isRefusal } from '../../../shared/refusals/refusals.ts'
import type { Words } from '../../../shared/words/en/en.ts'
import { mayOwn } from '../../library/grants.ts'
import { bornOf, choiceOf, hasAddress } from '../../patrons/card-choice.ts'
import {
  cardOver,
  familyGuardian,
  identityOf,
  planOf,
  type Planned,
  type Registration,
} from '../../patrons/register.ts'
import { isTownTelling } from '../../patrons/place-of-postal.ts'
import { personName } from '../../search/search-patrons.ts'
import { patronById } from '../../store/patrons/patron-rows.ts'
import { speechOf } from '../clerk-language.ts'
import { actorOf, type Desk } from '../desk.ts'
import { alikeShown } from './alike-shown.ts'
import { categoryName, registrationOf, textsOf, until } from './card-acts.ts'

type CardWords = Words['outcomes']['patron']['card']
type Asked = Input<'patron.register-preview'>

/** The town that was filled in by the ZIP code, or that nobody knows it. */
function placeLines(
  { library }: Desk,
  filled: Registration['typed'],
  { typed }: Asked,
  { no_place, place_shared }: CardWords,
): readonly PreviewLine[] {
  const { city, region, postal_code } = filled
  if (postal_code.trim() === '' || (typed.city ?? '') !== '') return []
  if (city === '') return [{ text: no_place, tone: 'warn' }]
  const place = [city, region].filter((part) => part !== '').join(', ')
  return isTownTelling(library, filled)
    ? [{ text: place_shared(place), tone: 'warn' }]
    : [{ text: place, tone: 'plain' }]
}

/** Whose resident they are; nothing before an address is typed, and where the library does not ask. */
function standingLines(
  { library }: Desk,
  { typed, category_code }: Registration,
  residency: ResidencyRule | null,
  card: CardWords,
): readonly PreviewLine[] {
  if (residency)
    return [{ text: card.standing[residency.standing_kind](residency.home_library_name ?? ''), tone: 'plain' }]
  if (library.policy().source.residency_rules.length === 0 || !hasAddress(typed)) return []
  if (category_code !== '') return [{ text: card.standing_unknown, tone: 'quiet' }]
  return [{ text: `${card.standing_unknown}. ${card.choose}`, tone: 'warn' }]
}

/** Why there is no card yet: what would say which one is still blank, or a person has to choose. */
function chooseLines(
  { typed }: Registration,
  residency: ResidencyRule | null,
  card: CardWords,
): readonly PreviewLine[] {
  if (!hasAddress(typed) || bornOf(typed.born_on) === null) return [{ text: card.still_open, tone: 'quiet' }]
  // Said with the address already.
  return residency ? [{ text: `${card.none_fits}. ${card.choose}`, tone: 'warn' }] : []
}

/** That the rules do not give the chosen category, and that a second person has to approve it. */
export function againstLines(desk: Desk, against: ChosenFault | null): readonly PreviewLine[] {
  if (against === null) return []
  const { words } = speechOf(desk)
  const text = words.outcomes.patron.card.against[against]
  const mayChoose = mayOwn(desk.library, actorOf(desk), 'choose-category')
  return [{ text: mayChoose ? text : `${text}. ${words.pages.patrons.form.second_person}`, tone: 'warn' }]
}

function planLines(desk: Desk, planned: Planned, { home_expires_on }: Registration): readonly PreviewLine[] {
  const { words, money, refusal } = speechOf(desk)
  const { card } = words.outcomes.patron
  const { missing, fee, category_code, terms, expires_on, is_household_paid, against } = planned
  const over = cardOver(desk.library, expires_on)
  const isHomeAsked = terms.is_capped_at_home_card && home_expires_on === null
  const { identity_count, address_count } = missing
  return [
    over
      ? { text: refusal(over).says, tone: 'stop' }
      : { text: `${categoryName(desk, category_code)}, ${until(desk, expires_on)}`, tone: against ? 'warn' : 'good' },
    ...againstLines(desk, against),
    ...(isHomeAsked ? [{ text: card.home_asks, tone: 'warn' } as const] : []),
    ...('asks' in fee
      ? [{ text: card.fee_asks[fee.asks], tone: 'warn' } as const]
      : fee.fee_cents > 0
        ? [{ text: card.costs(money(fee.fee_cents)), tone: 'plain' } as const]
        : []),
    ...(is_household_paid ? [{ text: card.household_paid, tone: 'plain' } as const] : []),
    ...(identity_count + address_count > 0
      ? [{ text: card.missing(identity_count, address_count), tone: 'warn' } as const]
      : []),
  ]
}

/** Who answers for them, or whose family they are, where they are registered from an account. */
function kinLines(desk: Desk, asked: Registration, planned: Planned | null): readonly PreviewLine[] {
  const { library } = desk
  if (asked.family_of === null || bornOf(asked.typed.born_on) === null) return []
  const { words, refusal } = speechOf(desk)
  const { card } = words.outcomes.patron
  const guardian = familyGuardian(library, asked, planned)
  if (guardian !== null && isRefusal(guardian)) return [{ text: refusal(guardian).says, tone: 'warn' }]
  if (guardian !== null) return [{ text: card.guardian(guardian.name), tone: 'plain' }]
  const member = library.db.get(patronById, { patron_id: asked.family_of })
  const typed = asked.typed.guardian.trim()
  return [
    ...(typed === '' ? [] : [{ text: card.guardian(typed), tone: 'plain' } as const]),
    ...(member === null ? [] : [{ text: card.family(personName(member)), tone: 'plain' } as const]),
  ]
}

/** Who may be a patron already, by what is typed so far. */
export function alikeTo(desk: Desk, input: Asked): readonly AlikeShown[] {
  return alikeShown(desk, identityOf(textsOf(input.typed)))
}

/** What registering would give, line by line. */
export function previewRegistration(desk: Desk, input: Asked): readonly PreviewLine[] {
  const { family_of, ...said } = registrationOf(desk, input)
  // The family of another than the open account would tell whose it is.
  const asked = { ...said, family_of: family_of === desk.session.patron_id ? family_of : null }
  const { card } = speechOf(desk).words.outcomes.patron
  const { residency } = choiceOf(desk.library, asked.typed)
  const planned = planOf(desk.library, asked)
  return [
    ...standingLines(desk, asked, residency, card),
    ...placeLines(desk, asked.typed, input, card),
    ...(planned ? planLines(desk, planned, asked) : chooseLines(asked, residency, card)),
    ...kinLines(desk, asked, planned),
  ]
}
