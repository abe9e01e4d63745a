/** Registers, renews, replaces and edits at the desk: asks main/patrons, records, and says what was done. */
import { isRefusal, refuse, type Refusal } from '../../../shared/refusals/refusals.ts'
import type { Input } from '../../../shared/ipc/contract.ts'
import { patronId, type PatronId } from '../../../shared/kernel/ids.ts'
import { cents } from '../../../shared/kernel/money.ts'
import type { LocalDate } from '../../../shared/kernel/time.ts'
import { localDate } from '../../../shared/kernel/time.ts'
import { PATRON_FIELDS, type PatronField } from '../../../shared/kernel/patron-field.ts'
import { must } from '../../../shared/kernel/assert.ts'
import { eventRefText, type DeskEvent } from '../../../shared/journal/event.ts'
import { withRow } from '../../../shared/desk/session/session.ts'
import { went } from '../../../shared/desk/session/session-pages.ts'
import { itemRow, sentences } from '../../../shared/desk/words/words.ts'
import { NEWCOMER } from '../../../shared/patron/new-patron-about.ts'
import { ticked } from '../../../shared/policy/form-rows.ts'
import { record } from '../../library/record.ts'
import type { Command } from '../../library/command.ts'
import { cardsInUse } from '../../patrons/cards-in-use.ts'
import { isMailBackOf } from '../../patrons/check-record.ts'
import type { PutRight } from '../../patrons/cut-back.ts'
import { chosenInEdit, editing } from '../../patrons/edit-patron.ts'
import { withPlace } from '../../patrons/place-of-postal.ts'
import { registering, type Registration } from '../../patrons/register.ts'
import { losing, NOTHING_ASKED, renewing, replacing, type RenewalPlan } from '../../patrons/renew-card.ts'
import { unsettled } from '../../patrons/unsettled.ts'
import { openAccount } from '../acts.ts'
import { speechOf } from '../clerk-language.ts'
import { actorOf, type Desk } from '../desk.ts'
import { mayOnCard, settledOrAsks } from './card-grants.ts'
import { cardAtHead, readCardAgain } from './card-shown.ts'
import { changeRecord } from './change-record.ts'
import { dropRegistrationDraft } from './form-drafts.ts'
import { feeNext, feeSaid, owingNew, owingOf } from './fee-said.ts'
import { openPatron } from './open-patron.ts'
import { recordAndSay } from './record-and-say.ts'
import { withoutRenewalOffer } from './renewal-offer.ts'

type TypedInput = Input<'patron.edit'>['typed']

export function textsOf(typed: TypedInput): Record<PatronField, string> {
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

export function registrationOf({ library }: Desk, input: Input<'patron.register-preview'>): Registration {
  const { typed, category_code, barcode, proofs, family_of: of } = input
  const family_of = of === null ? null : patronId(of)
  const said = { category_code: category_code ?? '', barcode, proof_codes: ticked(proofs), family_of }
  const is_city_typed = (typed.city ?? '').trim() !== ''
  return { typed: withPlace(library, textsOf(typed)), is_city_typed, ...said, ...feeOf(input) }
}

/** A category as the library calls it. */
export function categoryName({ library }: Desk, category_code: string): string {
  const { categories } = library.policy().source
  return categories.find((one) => one.category_code === category_code)?.name ?? category_code
}

export function until(desk: Desk, expires_on: LocalDate | null): string {
  const { words, dateYear } = speechOf(desk)
  const { card } = words.outcomes.patron
  return expires_on === null ? card.no_end : card.until(dateYear(expires_on))
}

/** That a renewed card ends earlier than it does now, and why; nothing where it does not. */
export function shortenedSaid(desk: Desk, { shortened_by, was_on }: RenewalPlan): readonly string[] {
  const { shortened } = speechOf(desk).words.outcomes.patron.card
  return shortened_by === null ? [] : [shortened[shortened_by](until(desk, was_on))]
}

export function registerPatron(desk: Desk, command: Command, input: Input<'patron.register'>): Refusal | null {
  // The family of another than the open account would tell whose it is.
  if (input.family_of !== null && input.family_of !== desk.session.patron_id) return refuse('nobody-open')
  const made = registering(desk.library, {
    ...registrationOf(desk, input),
    another_because: input.another_because,
    is_undated_meant: input.is_undated_meant === true,
  })
  if (isRefusal(made)) return made
  if (!mayOnCard(desk, 'patron.register', input, made.against)) {
    // The row that waits is seen where the form was.
    desk.session = withTypedKept(desk, went(desk.session, null))
    return null
  }
  const { drafts, parties, personal, reached } = made.gathered
  const [first] = record(desk.library, actorOf(desk), command, drafts, { parties, personal, reached })
  dropRegistrationDraft(desk, input)
  const ref = eventRefText(must(first, 'a registration').head)
  const { card } = speechOf(desk).words.outcomes.patron
  const given = `${categoryName(desk, made.category_code)}, ${until(desk, made.expires_on)}`
  const next = feeNext(desk, [{ fee_cents: made.fee_cents, owing: owingNew(desk, made.category_code) }])
  openRegistered(desk, ref, [card.registered, given, ...feeSaid(desk, made.fee_cents), ...next])
  return null
}

/** Nobody may come in time: what was typed is there when the form is opened again. */
function withTypedKept(desk: Desk, session: Desk['session']): Desk['session'] {
  const { band } = session
  if (band === null) return session
  const { typed_kept } = speechOf(desk).words.outcomes.patron.card
  return { ...session, band: { ...band, sentence: sentences(band.sentence, typed_kept) } }
}

/**
 * Opens the account of whom an entry registered; nothing while the reference file does not show them yet.
 * @param news what was done, told with the account
 */
export function openRegistered(desk: Desk, ref: string, news: readonly string[]): void {
  const patron_id = desk.library.journal.partyOf(ref)
  desk.library.countPatrons()
  if (patron_id === null) return
  desk.session = went(desk.session, null)
  openAccount(
    desk,
    patron_id,
    { barcode: cardAtHead(desk, patron_id), status: 'current', is_seen: true },
    false,
    '',
    news,
  )
  desk.session = went(desk.session, NEWCOMER)
}

export function renewCard(desk: Desk, command: Command, input: Omit<Input<'card.renew'>, 'commandId'>): Refusal | null {
  const open = openPatron(desk)
  if (isRefusal(open)) return open
  const { is_address_checked } = input
  const is_undated_meant = input.is_undated_meant === true
  const made = renewing(desk.library, open.patron_id, { is_address_checked, is_undated_meant, ...feeOf(input) })
  if (isRefusal(made)) return made
  const first = settledOrAsks(desk, open.patron_id, 'card.renew', input)
  if (first !== null) return first === 'asked' ? null : first
  if (!mayOnCard(desk, 'card.renew', input)) return null
  const count = made.put_right.length
  const { card } = speechOf(desk).words.outcomes.patron
  const events = recordAndSay(desk, command, made.gathered, {
    title: card.title,
    happened: card.renewed,
    fact: until(desk, made.expires_on),
    sentences: [...feeSaid(desk, made.fee_cents), ...(count > 0 ? [card.put_right(count)] : [])],
    next: feeNext(desk, [{ fee_cents: made.fee_cents, owing: owingOf(desk, open.patron_id) }]),
  })
  desk.session = withoutRenewalOffer(desk.session)
  showPutRight(desk, command, made.put_right, events)
  return null
}

/** By one key of a row: the address is the same, and nothing else is asked. Not after mail came back. */
export function renewAtSameAddress(desk: Desk, command: Command): Refusal | null {
  const { library, session } = desk
  if (session.patron_id !== null && isMailBackOf(library, session.patron_id)) return refuse('address-unchecked')
  const first = session.patron_id === null ? null : unsettled(library, session.patron_id, 'renewals')
  if (first) return first
  return renewCard(desk, command, { is_address_checked: true, ...NOTHING_ASKED })
}

/** The new due dates of loans that are on the screen, or made there: what is read out or printed of them is true. */
export function showPutRight(
  desk: Desk,
  command: Command,
  put_right: readonly PutRight[],
  events: readonly DeskEvent[],
): void {
  const { moment, words } = speechOf(desk)
  const moves = events.filter(({ kind }) => kind === 'due-date-set')
  const { due_date, later } = words.outcomes.loan
  const shown = new Set(desk.session.rows.map(({ row }) => row.barcode))
  for (const [at, { item, due_was, due_at }] of put_right.entries()) {
    if (!shown.has(item.barcode)) continue
    desk.session = withRow(desk.session, {
      ...itemRow(item, desk.library.clock.now()),
      outcome: 'done',
      happened: later,
      fact: moment(due_at),
      notes: [due_date.was(moment(due_was))],
      act: 'account',
      event: eventRefText(must(moves[at], 'the entry of a due date that was put right').head),
      command_id: command.command_id,
      due_at_ms: due_at,
    })
  }
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
  const first = settledOrAsks(desk, open.patron_id, 'card.replace', input)
  if (first !== null) return first === 'asked' ? null : first
  if (!mayOnCard(desk, 'card.replace', input)) return null
  const { card } = speechOf(desk).words.outcomes.patron
  const fee_cents = made.fee?.amount_cents ?? cents(0)
  recordAndSay(desk, command, made.gathered, {
    title: card.title,
    happened: card.replaced[input.reason],
    fact: '',
    sentences: [card.new_card(made.barcode), ...feeSaid(desk, fee_cents)],
    next: feeNext(desk, [{ fee_cents, owing: owingOf(desk, open.patron_id) }]),
  })
  const { card_barcode: before } = desk.session
  // An extra card is beside the one that is shown.
  const shown = cardsInUse(desk.library, open.patron_id).includes(before) ? before : made.barcode
  desk.session = { ...desk.session, card_status: 'current', card_barcode: shown }
  return null
}

export function loseCard(desk: Desk, command: Command, input: Pick<Input<'card.lose'>, 'which'>): Refusal | null {
  const open = openPatron(desk)
  if (isRefusal(open)) return open
  const made = losing(desk.library, open.patron_id, input.which)
  if (isRefusal(made)) return made
  if (!mayOnCard(desk, 'card.lose', input)) return null
  const { card } = speechOf(desk).words.outcomes.patron
  const said = { title: card.title, happened: card.lost, fact: '', sentences: [card.lost_says] }
  recordAndSay(desk, command, made, said)
  readCardAgain(desk)
  return null
}

export function editPatron(desk: Desk, command: Command, input: Input<'patron.edit'>): Refusal | null {
  const { category_code, branch_code = null, name_proof } = input
  const edit = { typed: withPlace(desk.library, textsOf(input.typed)), category_code, branch_code, name_proof }
  const against = (of: PatronId) => chosenInEdit(desk.library, of, edit)
  const asked = { method: 'patron.edit', input, what: 'changed', against } as const
  return changeRecord(desk, command, asked, (of) => editing(desk.library, of, edit))
}
