/**
 * A new patron: one form, in the order of the library's rules, and what it would give while it is filled in. A card
 * that is scanned while it is open becomes theirs, whatever field is being typed in. Must never make anything by
 * itself.
 */
import type { PageView } from '../../../../shared/desk/page.ts'
import { codeInName } from '../../../../shared/policy/form-rows.ts'
import { withBand } from '../../../../shared/desk/session/session.ts'
import { went } from '../../../../shared/desk/session/session-pages.ts'
import { plainBand } from '../../../../shared/desk/words/words.ts'
import { ANOTHER_REASONS, PATRON_FIELDS, type PatronField } from '../../../../shared/kernel/patron-field.ts'
import { isFewLeft } from '../../../../shared/patron/card-numbers.ts'
import { newPatronAbout, readNewPatronAbout } from '../../../../shared/patron/new-patron-about.ts'
import type { Typed } from '../../../../shared/patron/registration.ts'
import type { Speech } from '../../../../shared/words/speech.ts'
import { may } from '../../../library/grants.ts'
import { cardNumberFor, ownCardsLeft } from '../../../patrons/card-choice.ts'
import { typedOf } from '../../../patrons/edit-patron.ts'
import { organizationCategories } from '../../../library/organizations.ts'
import { isRefusal } from '../../../../shared/refusals/refusals.ts'
import { actorOf, type Desk } from '../../desk.ts'
import { speechOf } from '../../clerk-language.ts'
import type { ScanTaker } from '../kinds.ts'
import { act, callOf, field, goTo, page } from '../make.ts'
import { typedFields } from './patron-form.ts'

const NOTHING = Object.fromEntries(PATRON_FIELDS.map((name) => [name, null])) as Record<PatronField, null>
const KNOWN = { typed: NOTHING, proofs: {}, household_count: null, basis_cents: null, home_expires_on: null }

/** What a family has in common: all but the name and the birth date. The guardian comes by the link. */
function carried({
  surname,
  postal_code,
  city,
  region,
  street,
  phone,
  email,
  language,
  notice_kind,
}: Typed): Partial<Typed> {
  return { surname, postal_code, city, region, street, phone, email, language, notice_kind }
}

const told = ({ says, way_out }: { readonly says: string; readonly way_out: string }): string => `${says} ${way_out}`

/** That the desk's own numbers run low, while there is time to ask for more. */
function fewLeft({ library }: Desk, { words }: Speech): readonly string[] {
  const left_count = ownCardsLeft(library)
  // That there are none is what the form says of the card.
  return isFewLeft(left_count) && left_count !== null && left_count > 0
    ? [words.pages.patrons.form.few_left(left_count)]
    : []
}

/** Above the form, which covers all but the head of the page. */
function leadOf(desk: Desk, speech: Speech, barcode: string, about_form: string): string {
  const { form } = speech.words.pages.patrons
  const number = cardNumberFor(desk.library, barcode)
  const card = isRefusal(number) ? told(speech.refusal(number)) : form.lead(number.barcode)
  const second = may(desk.library, actorOf(desk), 'register-patron') ? '' : form.second_person
  return [card, about_form, second, ...fewLeft(desk, speech)].filter((part) => part !== '').join(' ')
}

function organizationForm({ words }: Speech, barcode: string) {
  const about = newPatronAbout({ family_of: null, barcode, is_organization: true })
  return goTo({ place: 'patron-new', about }, words.pages.patrons.form.organization.heading, 'O')
}

/** @param about the card that was scanned for them; empty: none yet */
export function patronNewPage(desk: Desk, about: string): PageView | null {
  const speech = speechOf(desk)
  const { form, family } = speech.words.pages.patrons
  const { proof_kinds } = desk.library.policy().source
  const { family_of, barcode, is_organization = false } = readNewPatronAbout(about)
  const organizations = organizationCategories(desk.library)
  const offered = is_organization ? organizations : desk.library.policy().source.categories
  const [first] = offered
  const category_code = is_organization && first ? first.category_code : ''
  // Of the open account alone: another's address would be shown without a view being recorded.
  const kin = family_of === null || family_of !== desk.session.patron_id ? null : typedOf(desk.library, family_of)
  const kinds = proof_kinds.filter((kind) => kind.is_active && kind.shows_kind !== 'name')
  const proofs = Object.fromEntries(kinds.map((kind) => [codeInName(kind.proof_code), false]))
  const isNone = is_organization && first === undefined
  const about_form = isNone ? form.organization.none : kin === null ? '' : family.lead
  return page(desk.library, {
    ref: { place: 'patron-new', about },
    heading: is_organization ? form.organization.heading : form.heading,
    lead: leadOf(desk, speech, barcode, about_form),
    sections: [],
    acts: is_organization || organizations.length === 0 ? [] : [organizationForm(speech, barcode)],
    enter: act({
      key: 'N',
      label: form.register,
      call: callOf('patron.register', { ...KNOWN, barcode, family_of, category_code, another_because: '' }),
      preview: callOf('patron.register-preview', { ...KNOWN, proofs, barcode, family_of, category_code }),
      asks: [
        ...typedFields(desk.library, speech, category_code, kin === null ? {} : carried(kin.typed)),
        ...kinds.map((kind, at) =>
          field(`proofs.${codeInName(kind.proof_code)}` as const, kind.name, 'tick', {
            group: at === 0 ? form.groups.proofs : '',
          }),
        ),
        field('category_code', form.category, 'choice', {
          group: form.groups.card,
          hint: form.category_hint,
          only_with: 'category_code',
          value: category_code,
          options: offered.map((one) => ({ value: one.category_code, label: one.name })),
        }),
        field('household_count', form.household, 'number', { only_with: 'household_count' }),
        field('basis_cents', form.basis, 'money', { only_with: 'basis_cents' }),
        field('home_expires_on', form.home_expires, 'date', {
          only_with: 'home_expires_on',
          hint: form.home_expires_hint(speech.typed_day),
        }),
        // Asked for by the refusal alone; Enter passes it over.
        field('another_because', form.another, 'choice', {
          only_with: 'another_because',
          options: ANOTHER_REASONS.map((value) => ({ value, label: form.another_whys[value] })),
        }),
      ],
    }),
  })
}

/** Enough digits for the number of a card. */
const NUMBER = /^\d{6,}$/

/** A card that can be given is the card of this form; one of another library or desk is told; others are not. */
export const takeNewCard: ScanTaker = (desk, _command, { barcode, item, isCard }, ref) => {
  const number = cardNumberFor(desk.library, barcode)
  if (item || isCard || !NUMBER.test(barcode)) return false
  if (isRefusal(number)) {
    const { says, way_out } = speechOf(desk).refusal(number)
    desk.session = withBand(desk.session, plainBand('stop', says, way_out))
    return true
  }
  const read = readNewPatronAbout(ref.about)
  desk.session = went(desk.session, { ...ref, about: newPatronAbout({ ...read, barcode }) })
  return true
}
