/** Registers, renews, replaces and edits at the desk: asks main/patrons, records, and says what was done. */
import { isRefusal, refuse, type Refusal } from '../../../shared/refusals/refusals.ts'
import type { PreviewLine } from '../../../shared/desk/page.ts'
import type { Input } from '../../../shared/ipc/contract.ts'
import type { AlikeShown } from '../../../shared/ipc/methods-card.ts'
import { patronId } from '../../../shared/kernel/ids.ts'
import { cents, type Cents } from '../../../shared/kernel/money.ts'
import type { LocalDate } from '../../../shared/kernel/time.ts'
import { localDate } from '../../../shared/kernel/time.ts'
import { PATRON_FIELDS, type PatronField } from '../../../shared/kernel/patron-field.ts'
import type { Words } from '../../../shared/words/en/en.ts'
import { must } from '../../../shared/kernel/assert.ts'
import { eventRefText } from '../../../shared/journal/event.ts'
import { went } from '../../../shared/desk/session/session-pages.ts'
import { ticked } from '../../../shared/policy/form-rows.ts'
import { record } from '../../library/record.ts'
import type { Command } from '../../library/command.ts'
import { editing } from '../../patrons/edit-patron.ts'
import { withPlace } from '../../patrons/place-of-postal.ts'
import { identityOf, planOf, registering, type Registration } from '../../patrons/register.ts'
import { losing, renewing, replacing } from '../../patrons/renew-card.ts'
import { openAccount } from '../acts.ts'
import { speechOf } from '../clerk-language.ts'
import { actorOf, type Desk } from '../desk.ts'
import { alikeShown } from './alike-shown.ts'
import { openPatron } from './open-patron.ts'
import { recordAndSay, saidOfRecord } from './record-and-say.ts'

type TypedInput = Input<'patron.edit'>['typed']

function textsOf(typed: TypedInput): Record<PatronField, string> {
  return Object.fromEntries(PATRON_FIELDS.map((field) => [field, typed[field] ?? ''])) as Record<PatronField, string>
}

function feeOf(input: Pick<Input<'card.renew'>, 'household_count' | 'basis_cents' | 'home_expires_on'>) {
  const { household_count, basis_cents, home_expires_on } = input
  return {
    household_count,
    basis_cents: basis_cents === null ? null : cents(basis_cents),
    home_expires_on: home_expires_on === null ? null : localDate(home_expires_on),
  }
}

function registrationOf({ library }: Desk, input: Input<'patron.register-preview'>): Registration {
  const { typed, category_code, barcode, proofs, family_of: of } = input
  const family_of = of === null ? null : patronId(of)
  const said = { category_code: category_code ?? '', barcode, proof_codes: ticked(proofs), family_of }
  return { typed: withPlace(library, textsOf(typed)), ...said, ...feeOf(input) }
}

function until(desk: Desk, expires_on: LocalDate | null): string {
  const { words, date } = speechOf(desk)
  const { card } = words.outcomes.patron
  return expires_on === null ? card.no_end : card.until(date(expires_on))
}

function feeSaid(desk: Desk, fee_cents: Cents): readonly string[] {
  const { words, money } = speechOf(desk)
  return fee_cents === 0 ? [] : [words.outcomes.patron.card.fee(money(fee_cents))]
}

export function registerPatron(desk: Desk, command: Command, input: Input<'patron.register'>): Refusal | null {
  // The family of another than the open account would tell whose it is.
  if (input.family_of !== null && input.family_of !== desk.session.patron_id) return refuse('nobody-open')
  const made = registering(desk.library, { ...registrationOf(desk, input), another_because: input.another_because })
  if (isRefusal(made)) return made
  const { drafts, parties, personal, reached } = made.gathered
  const [first] = record(desk.library, actorOf(desk), command, drafts, { parties, personal, reached })
  const ref = eventRefText(must(first, 'a registration').head)
  openRegistered(desk, ref)
  return null
}

/** Opens the account of whom an entry registered; nothing while the reference file does not show them yet. */
export function openRegistered(desk: Desk, ref: string): void {
  const patron_id = desk.library.journal.partyOf(ref)
  desk.library.countPatrons()
  if (patron_id === null) return
  desk.session = went(desk.session, null)
  openAccount(desk, patron_id, 'current', desk.session.patron_id !== null)
}

export function renewCard(desk: Desk, command: Command, input: Omit<Input<'card.renew'>, 'commandId'>): Refusal | null {
  const open = openPatron(desk)
  if (isRefusal(open)) return open
  const { is_address_checked } = input
  const made = renewing(desk.library, open.patron_id, { is_address_checked, ...feeOf(input) })
  if (isRefusal(made)) return made
  const { put_right_count: count } = made
  const { card } = speechOf(desk).words.outcomes.patron
  recordAndSay(desk, command, made.gathered, {
    title: card.title,
    happened: card.renewed,
    fact: until(desk, made.expires_on),
    sentences: [...feeSaid(desk, made.fee_cents), ...(count > 0 ? [card.put_right(count)] : [])],
    is_final: true,
  })
  return null
}

export function replaceCard(
  desk: Desk,
  command: Command,
  input: Omit<Input<'card.replace'>, 'commandId'>,
): Refusal | null {
  const open = openPatron(desk)
  if (isRefusal(open)) return open
  const made = replacing(desk.library, open.patron_id, input)
  if (isRefusal(made)) return made
  const { card } = speechOf(desk).words.outcomes.patron
  recordAndSay(desk, command, made.gathered, {
    title: card.title,
    happened: card.replaced[input.why],
    fact: made.barcode,
    sentences: feeSaid(desk, made.fee?.amount_cents ?? cents(0)),
    is_final: true,
  })
  desk.session = { ...desk.session, card_status: 'current' }
  return null
}

export function loseCard(desk: Desk, command: Command): Refusal | null {
  const open = openPatron(desk)
  if (isRefusal(open)) return open
  const made = losing(desk.library, open.patron_id)
  if (isRefusal(made)) return made
  const { card } = speechOf(desk).words.outcomes.patron
  const said = { title: card.title, happened: card.lost, fact: '', sentences: [card.lost_says], is_final: true }
  recordAndSay(desk, command, made, said)
  return null
}

export function editPatron(desk: Desk, command: Command, input: Input<'patron.edit'>): Refusal | null {
  const open = openPatron(desk)
  if (isRefusal(open)) return open
  const made = editing(desk.library, open.patron_id, {
    typed: textsOf(input.typed),
    category_code: input.category_code,
  })
  return saidOfRecord(desk, command, made, 'changed')
}

type CardWords = Words['outcomes']['patron']['card']

/** The town that was filled in by the ZIP code, or that nobody knows it. */
function placeLines(
  { city, region, postal_code }: Registration['typed'],
  { typed }: Input<'patron.register-preview'>,
  { no_place }: CardWords,
): readonly PreviewLine[] {
  if (postal_code.trim() === '' || (typed.city ?? '') !== '') return []
  if (city === '') return [{ text: no_place, tone: 'warn' }]
  return [{ text: [city, region].filter((part) => part !== '').join(', '), tone: 'plain' }]
}

/** Who may be a patron already, by what is typed so far. */
export function alikeTo(desk: Desk, input: Input<'patron.register-preview'>): readonly AlikeShown[] {
  return alikeShown(desk, identityOf(textsOf(input.typed)))
}

/** What registering would give, line by line. */
export function previewRegistration(desk: Desk, input: Input<'patron.register-preview'>): readonly PreviewLine[] {
  const asked = registrationOf(desk, input)
  const planned = planOf(desk.library, asked)
  const { words, money } = speechOf(desk)
  const { card } = words.outcomes.patron
  if (!planned) return [{ text: card.choose, tone: 'warn' }]
  const { residency, missing, fee, category_code } = planned
  const { categories } = desk.library.policy().source
  const category = categories.find((one) => one.category_code === category_code)?.name ?? category_code
  const standing = residency && card.standing[residency.standing_kind](residency.home_library_name ?? '')
  const { identity_count, address_count } = missing
  return [
    standing === null ? { text: card.standing_unknown, tone: 'quiet' } : { text: standing, tone: 'plain' },
    ...placeLines(asked.typed, input, card),
    { text: `${category}, ${until(desk, planned.expires_on)}`, tone: 'good' },
    ...('asks' in fee
      ? [{ text: card.fee_asks[fee.asks], tone: 'warn' } as const]
      : fee.fee_cents > 0
        ? [{ text: card.fee(money(fee.fee_cents)), tone: 'plain' } as const]
        : []),
    ...(identity_count + address_count > 0
      ? [{ text: card.missing(identity_count, address_count), tone: 'warn' } as const]
      : []),
  ]
}
