/**
 * Writers of the files about patrons. Two people of the same name are two patrons: only the library's own number and
 * the card tell people apart.
 */
import { nameKey } from '../../../shared/catalog/fold.ts'
import { keysOfAddress, keysOfCard, keysOfPatron, storedKey } from '../../../shared/catalog/patron-keys.ts'
import { must } from '../../../shared/kernel/assert.ts'
import type { PatronId } from '../../../shared/kernel/ids.ts'
import type { LocalDate } from '../../../shared/kernel/time.ts'
import { emailProblem, phoneProblem } from '../../../shared/patron/registration.ts'
import { MAIL_BACK_KIND } from '../../../shared/policy/facts.ts'
import type {
  AddressRow,
  ApartRow,
  BlockRow,
  CardRow,
  NoteRow,
  PatronRow,
  PickupRow,
} from '../../../shared/import/formats-people.ts'
import * as rows from '../../store/import/import-people-rows.ts'
import { dropOtherAddressesOf } from '../../store/import/person-words.ts'
import { addressesOf, dropKey, keyedPatron } from '../../store/patrons/patron-key-rows.ts'
import { bouncedOn, mailBacksOf, putBounce, putMailBack } from '../../store/patrons/came-back-rows.ts'
import { addAlikeKeys } from '../../store/patrons/alike-keys.ts'
import { pairOf, putApart } from '../../store/patrons/apart-rows.ts'
import { addKeys, addNames, dropKeys, keepKeys } from '../../store/patrons/patron-keys.ts'
import { numberTaken } from './number-taken.ts'
import { isFitAgain, ownCardStatus, ownFlags, ownHome, tellHome, withOwnFields } from './own-person.ts'
import type { WriteContext, Writer } from '../write-context.ts'
import { Links } from './write-links.ts'

export function writePatrons(context: WriteContext): Writer<PatronRow> {
  const links = new Links(context)
  return (given, line) => {
    const known = context.patron(given.patron_id)
    const row = known === null ? given : withOwnFields(context, known, given, line)
    const { patron_id: external_id, is_barred, is_active, ...linked } = row
    const { guardian_id, family_id, family_group, ...said } = linked
    const { notice_kind, history_consent_kind, news_consent_kind, consented_on, receipt_kind, ...others } = said
    const { registered_on, registration_checked_on, address_checked_on, home_library_name, ...more } = others
    const { is_large_print, email_bounced_on, name_proof_code, name_changed_on, unfit_on, ...rest } = more
    const fault =
      context.unknownCategory(row.category_code) ??
      context.unknownBranch(row.branch_code) ??
      context.erased(external_id, line) ??
      context.again('patron', external_id, 'patron_id', line)
    if (fault) return fault
    const names = { surname_key: nameKey(row.surname), given_key: nameKey(row.given) }
    const born_on = bornOn(context, row, line)
    const said_flags = { is_barred, is_active }
    const now = known === null ? said_flags : ownFlags(context, known, said_flags, line)
    const flags = { is_barred: Number(now.is_barred), is_active: Number(now.is_active) }
    const patron_id = putFound(context, { ...rest, born_on, ...names, ...flags, external_id })
    // A file that says nothing of it takes back nothing that a patron said at the desk.
    if (notice_kind !== '') context.connection.run(rows.setNotice, { patron_id, notice_kind })
    if (history_consent_kind !== '' || news_consent_kind !== '')
      context.connection.run(rows.setAgreed, { patron_id, history_consent_kind, news_consent_kind, consented_on })
    const checked = { registered_on, registration_checked_on, address_checked_on, home_library_name }
    const large = is_large_print === null ? null : Number(is_large_print)
    const seen = { name_proof_code, name_changed_on, unfit_on }
    context.connection.run(rows.setKept, { patron_id, receipt_kind, is_large_print: large, ...checked, ...seen })
    if (known !== null && isFitAgain(context, known, given, line))
      context.connection.run(rows.clearUnfit, { patron_id })
    bounces(context, { patron_id, line }, rest, email_bounced_on)
    oddContacts(context, given, line)
    links.take({ patron_id, line }, { guardian_id, family_id, family_group })
    return null
  }
}

/** What nobody can be reached by, as a form would tell. */
function oddContacts(context: WriteContext, { email, phone }: PatronRow, line: number): void {
  if (email !== '' && emailProblem(email))
    context.note(line, { column: 'email', value: email, reason: { code: 'odd-email' } })
  if (phone !== '' && phoneProblem(phone))
    context.note(line, { column: 'phone', value: phone, reason: { code: 'odd-phone' } })
}

/** Figures alone beside a state of two letters, not as many as a ZIP code has: a spreadsheet drops the first zero. */
function oddZip(context: WriteContext, { region, postal_code }: AddressRow, line: number): void {
  if (!/^[A-Z]{2}$/i.test(region) || !/^\d[\d -]*$/.test(postal_code) || /^\d{5}(?:[ -]?\d{4})?$/.test(postal_code))
    return
  context.note(line, { column: 'postal_code', value: postal_code, reason: { code: 'odd-zip' } })
}

/**
 * That e-mail came back goes with the address: another address is none that bounced (a trigger of the table), and where
 * this desk changed the address, the file says it of another one.
 */
function bounces(
  context: WriteContext,
  { patron_id, line }: { patron_id: PatronId; line: number },
  { email, branch_code }: Pick<PatronRow, 'email' | 'branch_code'>,
  on: PatronRow['email_bounced_on'],
): void {
  if (on === null || context.connection.get(bouncedOn, { patron_id })?.bounced_on === on) return
  const today = context.todayAt(branch_code)
  const own = context.changes.person(patron_id)
  const reason =
    email === ''
      ? ({ code: 'bounced-without-email' } as const)
      : today !== null && on > today
        ? ({ code: 'bounced-in-future' } as const)
        : own && ('email' in own.fields || own.email_bounced_on !== undefined)
          ? ({ code: 'changed-here' } as const)
          : null
  if (reason === null) context.connection.run(putBounce, { patron_id, bounced_on: on })
  else context.note(line, { column: 'email_bounced_on', value: on, reason })
}

/** Nobody is born tomorrow: such a date is not known, which is told. */
function bornOn(context: WriteContext, { born_on, branch_code }: PatronRow, line: number): LocalDate | null {
  const zone = context.zoneOf(branch_code)
  if (born_on === null || zone === null || !context.isToCome(born_on, zone)) return born_on
  context.note(line, { column: 'born_on', value: born_on, reason: { code: 'born-in-future' } })
  return null
}

type PutRow = Omit<Parameters<typeof rows.putPatron.bind>[0], 'patron_id'>

/** Puts a patron in place, and what they are found by. */
function putFound(context: WriteContext, row: PutRow): PatronId {
  const { connection } = context
  const known = context.patron(row.external_id)
  const patron_id = known ?? context.numbers.of('patron', row.external_id)
  const put = (): unknown => connection.run(rows.putPatron, { ...row, patron_id })
  if (known !== null) {
    keepKeys(connection, known, put)
    return known
  }
  put()
  addKeys(connection, patron_id, keysOfPatron(row))
  addNames(connection, row)
  addAlikeKeys(connection, patron_id, row)
  return patron_id
}

export function writeCards(context: WriteContext): Writer<CardRow> {
  return (row, line) => {
    const patron_id = context.patron(row.patron_id)
    if (patron_id === null) return context.noPatron(row.patron_id)
    const reason = numberTaken(context, row.barcode, 'card')
    if (reason) return { column: 'barcode', value: row.barcode, reason }
    const again = context.again('card', row.barcode, 'barcode', line)
    if (again) return again
    context.countBarcode(row.barcode)
    const status = ownCardStatus(context, patron_id, row, line)
    context.connection.run(rows.putCard, { barcode: row.barcode, patron_id, status })
    const keys = keysOfCard(row.barcode)
    for (const key of keys) context.connection.run(dropKey, { key: storedKey(key) })
    addKeys(context.connection, patron_id, keys)
    return null
  }
}

export function writeAddresses(context: WriteContext): Writer<AddressRow> {
  // A home of this desk over which the file wins: the first row drops it, and the home that replaces it is told later.
  const given_up = new Map<PatronId, NonNullable<ReturnType<typeof ownHome>>>()
  return (row, line) => {
    const patron_id = context.patron(row.patron_id)
    if (patron_id === null) return context.noPatron(row.patron_id)
    const { connection } = context
    const patron = must(connection.get(keyedPatron, { patron_id }), 'the patron of an address')
    const own = given_up.get(patron_id) ?? ownHome(context, patron_id)
    const home = own?.isKept ? own : null
    if (context.isFirst('addresses of', row.patron_id, line)) {
      if (own && !own.isKept) given_up.set(patron_id, own)
      const before = connection.all(addressesOf, { patron_id }).flatMap((one) => keysOfAddress(one, patron))
      connection.run(home ? dropOtherAddressesOf : rows.dropAddressesOf, { patron_id })
      dropKeys(connection, patron_id, before)
      if (home) addKeys(connection, patron_id, keysOfAddress(home, patron))
    }
    if (own && row.kind === 'home') {
      tellHome(context, own, row, line)
      given_up.delete(patron_id)
      if (home) return null
    }
    oddZip(context, row, line)
    const within = row.is_in_city_limits === null ? null : Number(row.is_in_city_limits)
    connection.run(rows.addAddress, { ...row, patron_id, is_in_city_limits: within })
    addKeys(connection, patron_id, keysOfAddress(row, patron))
    return null
  }
}

export function writeNotes(context: WriteContext): Writer<NoteRow> {
  return (row, line) => {
    const patron_id = context.patron(row.patron_id)
    if (patron_id === null) return context.noPatron(row.patron_id)
    if (context.isFirst('notes of', row.patron_id, line)) context.connection.run(rows.dropNotesOf, { patron_id })
    const note_ref = context.refOf('note', [row.patron_id, row.written_on, row.initials, row.text], line)
    if (context.changes.has('note', note_ref))
      return { column: 'patron_id', value: row.patron_id, reason: { code: 'changed-here' } }
    const { connection } = context
    // A file that was written by this desk has its own notes.
    if (connection.get(rows.noteHere, { patron_id, written_on: row.written_on, text: row.text })) return null
    const { is_blocking, is_message, is_suspension, ...rest } = row
    const kinds = {
      is_blocking: Number(is_blocking),
      is_message: Number(is_message),
      is_suspension: Number(is_suspension),
    }
    connection.run(rows.putNote, { ...rest, ...kinds, patron_id, note_ref })
    return null
  }
}

export function writePickups(context: WriteContext): Writer<PickupRow> {
  return ({ patron_id: whose, by_patron_id: by, allowed_on, initials }, line) => {
    const patron_id = context.patron(whose)
    if (patron_id === null) return context.noPatron(whose)
    const by_patron_id = context.patron(by)
    if (by_patron_id === null) return { ...context.noPatron(by), column: 'by_patron_id' }
    if (context.isFirst('pickups of', whose, line)) context.connection.run(rows.dropPickupsOf, { patron_id })
    const pickup_ref = context.refOf('pickup', [whose, by, allowed_on], line)
    if (context.changes.has('pickup', pickup_ref))
      return { column: 'patron_id', value: whose, reason: { code: 'changed-here' } }
    if (context.connection.get(rows.pickupHere, { patron_id, by_patron_id })) return null
    context.connection.run(rows.putPickup, { pickup_ref, patron_id, by_patron_id, allowed_on, initials })
    return null
  }
}

/** The days on which mail came back, as this desk said, that still stand: what an undone merge brought does not. */
function ownMailBacks({ changes, connection }: WriteContext, patron_id: PatronId): readonly LocalDate[] {
  const told = changes.person(patron_id)?.mail_backs_on ?? []
  if (told.length === 0) return []
  return connection.all(mailBacksOf, { patron_id }).flatMap(({ from_on }) => (told.includes(from_on) ? [from_on] : []))
}

/** A pair that is told apart here already stays so, and one that is not named as well. */
export function writeApart(context: WriteContext): Writer<ApartRow> {
  return ({ patron_id: whose, other_patron_id: other }) => {
    const patron_id = context.patron(whose)
    if (patron_id === null) return context.noPatron(whose)
    const other_patron_id = context.patron(other)
    if (other_patron_id === null) return { ...context.noPatron(other), column: 'other_patron_id' }
    context.connection.run(putApart, pairOf(patron_id, other_patron_id))
    return null
  }
}

export function writeBlocks(context: WriteContext): Writer<BlockRow> {
  return (row, line) => {
    const patron_id = context.patron(row.patron_id)
    if (patron_id === null) return context.noPatron(row.patron_id)
    const days = ownMailBacks(context, patron_id)
    if (context.isFirst('blocks of', row.patron_id, line)) {
      context.connection.run(rows.dropBlocksOf, { patron_id })
      for (const from_on of days) context.connection.run(putMailBack, { patron_id, from_on })
    }
    // What this desk said is there already.
    const isSaid = row.kind === MAIL_BACK_KIND && row.note === '' && row.until_on === null
    if (isSaid && row.from_on !== null && days.includes(row.from_on)) return null
    const block_ref = context.refOf('block', [row.patron_id, row.kind, row.from_on, row.until_on, row.note], line)
    context.connection.run(rows.putBlock, { ...row, patron_id, block_ref })
    return null
  }
}
