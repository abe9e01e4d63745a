/**
 * Who a patron is, and what the words beside an entry put of it: one fold for the reference file, for the check of the
 * journal and for an import. Pure.
 */
import { putOf, type PatronPut, type PatronWords } from '../journal/events/patrons.ts'
import { unreachable } from '../kernel/assert.ts'
import { addressesWith, mainAddress, type KeptAddress } from './address-text.ts'

type Fields = PatronWords['fields']
type CardStatus = PatronWords['cards'][number]['status']

export type PatronRecord = {
  /** Everything is known. Otherwise only what entries have put is here, and what was there before is not. */
  readonly is_whole: boolean
  readonly fields: Fields
  readonly addresses: readonly KeptAddress[]
  /** By their numbers. */
  readonly cards: Readonly<Record<string, CardStatus>>
  /** The records of other people whom they resemble. */
  readonly apart: readonly number[]
  /** Null: their e-mail address is not known to bounce; undefined: nothing was put of it. */
  readonly email_bounced_on: string | null | undefined
  readonly mail_backs_on: readonly string[]
  /** Null: they have none; undefined: nothing was put of it. */
  readonly pin: Extract<PatronPut, { put: 'pin' }>['pin'] | undefined
}

/** Somebody of whom nothing was put yet. */
export const UNTOLD: PatronRecord = {
  is_whole: false,
  fields: {},
  addresses: [],
  cards: {},
  apart: [],
  email_bounced_on: undefined,
  mail_backs_on: [],
  pin: undefined,
}

/** What tells who somebody is, blank: so is what no form asked of a newcomer, and all of it once they are erased. */
export const BLANK_FIELDS = {
  surname: '',
  given: '',
  preferred_given: '',
  born_on: null,
  expires_on: null,
  email: '',
  phone: '',
  guardian: '',
  guardian_patron_id: null,
  language: '',
  address_checked_on: null,
  home_library_name: '',
  registration_checked_on: null,
  notice_kind: '',
  history_consent_kind: '',
  news_consent_kind: '',
  consented_on: null,
  name_proof_code: '',
  name_changed_on: null,
  family_patron_id: null,
  unfit_on: null,
} as const satisfies Required<Omit<Fields, 'category_code' | 'branch_code' | 'is_active'>>

/** Somebody whom an entry registers: what it does not put is blank. */
export const NEWCOMER: PatronRecord = {
  ...UNTOLD,
  is_whole: true,
  fields: { ...BLANK_FIELDS, is_active: 1 },
  email_bounced_on: null,
  pin: null,
}

/** The record after one more entry. */
export function applyPatron(known: PatronRecord, words: PatronWords): PatronRecord {
  const { address } = words
  const cards = words.cards.map(({ barcode, status }) => [barcode, status] as const)
  const after = {
    ...known,
    fields: { ...known.fields, ...words.fields },
    addresses: address ? addressesWith(known.addresses, address) : known.addresses,
    cards: { ...known.cards, ...Object.fromEntries(cards) },
    email_bounced_on: bouncedAfter(known, words.fields.email),
  }
  return words.also.reduce(applyPut, after)
}

function applyPut(known: PatronRecord, put: PatronPut): PatronRecord {
  switch (put.put) {
    case 'addresses':
      return { ...known, addresses: put.addresses }
    case 'cards-gone': {
      const left = Object.entries(known.cards).filter(([barcode]) => !put.barcodes.includes(barcode))
      return { ...known, cards: Object.fromEntries(left) }
    }
    case 'distinct':
      return { ...known, apart: within(known.apart, put.distinct_patron_id) }
    case 'not-distinct':
      return { ...known, apart: without(known.apart, put.distinct_patron_id) }
    case 'bounced':
      return { ...known, email_bounced_on: put.on }
    case 'mail-back':
      return { ...known, mail_backs_on: within(known.mail_backs_on, put.on) }
    case 'not-mail-back':
      return { ...known, mail_backs_on: without(known.mail_backs_on, put.on) }
    case 'pin':
      return { ...known, pin: put.pin }
    case 'another':
    case 'merged':
      return known
    default:
      return unreachable(put)
  }
}

function without<One>(all: readonly One[], gone: One): readonly One[] {
  return all.filter((one) => one !== gone)
}

/** In their order, each once. */
function within<One extends number | string>(all: readonly One[], one: One): readonly One[] {
  return [...without(all, one), one].toSorted((a, b) => (a < b ? -1 : 1))
}

/** Another address is not known to bounce. */
function bouncedAfter({ fields, email_bounced_on }: PatronRecord, email: string | undefined) {
  if (email === undefined || email === fields.email) return email_bounced_on
  return fields.email === undefined ? undefined : null
}

function addressesPut({ addresses }: PatronRecord): PatronPut {
  return { put: 'addresses', addresses: [...addresses] }
}

/** What an undoing puts: all that these words change of the record, as it is before them. */
export function inverseOf(known: PatronRecord, words: PatronWords): PatronWords {
  const names = Object.keys(words.fields) as (keyof Fields)[]
  const cards = Object.entries(known.cards).map(([barcode, status]) => ({ barcode, status }))
  const isCardsChanged = words.cards.length > 0 || putOf(words, 'cards-gone') !== undefined
  const barcodes = words.cards.map(({ barcode }) => barcode).filter((barcode) => !Object.hasOwn(known.cards, barcode))
  const bounced = { put: 'bounced', on: known.email_bounced_on ?? null } as const
  return {
    v: 1,
    fields: Object.fromEntries(names.map((name) => [name, known.fields[name]])),
    address: null,
    cards: isCardsChanged ? cards : [],
    proof_codes: [],
    registered_on: null,
    also: [
      ...(words.address ? [addressesPut(known)] : []),
      ...(barcodes.length > 0 ? [{ put: 'cards-gone', barcodes } as const] : []),
      ...(words.fields.email === undefined ? [] : [bounced]),
      ...words.also.flatMap((put) => inversePut(known, put)),
    ],
  }
}

/** Nothing where it changes nothing: of two on one day the first one is not taken back with the second. */
function inversePut(known: PatronRecord, put: PatronPut): PatronPut[] {
  switch (put.put) {
    case 'addresses':
      return [addressesPut(known)]
    case 'distinct':
      return known.apart.includes(put.distinct_patron_id) ? [] : [{ ...put, put: 'not-distinct' }]
    case 'not-distinct':
      return known.apart.includes(put.distinct_patron_id) ? [{ ...put, put: 'distinct' }] : []
    case 'bounced':
      return [{ put: 'bounced', on: known.email_bounced_on ?? null }]
    case 'mail-back':
      return known.mail_backs_on.includes(put.on) ? [] : [{ ...put, put: 'not-mail-back' }]
    case 'not-mail-back':
      return known.mail_backs_on.includes(put.on) ? [{ ...put, put: 'mail-back' }] : []
    case 'pin':
      return [{ put: 'pin', pin: known.pin ?? null }]
    case 'cards-gone':
    case 'another':
    case 'merged':
      return []
    default:
      return unreachable(put)
  }
}

/** Whether the record still has what an entry put. @param before what its undoing would put */
export function isAsPut(now: PatronRecord, put: PatronWords, before: PatronWords): boolean {
  const fields = Object.keys(put.fields) as (keyof Fields)[]
  if (fields.some((name) => now.fields[name] !== put.fields[name])) return false
  const lived = putOf(before, 'addresses')?.addresses ?? []
  if (put.address && !isSameAddresses(now.addresses, addressesWith(lived, put.address))) return false
  if (put.cards.length === 0) return true
  const after = new Map([...before.cards, ...put.cards].map(({ barcode, status }) => [barcode, status]))
  const cards = Object.entries(now.cards)
  return cards.length === after.size && cards.every(([barcode, status]) => after.get(barcode) === status)
}

export function isSameAddresses(one: readonly KeptAddress[], other: readonly KeptAddress[]): boolean {
  return one.length === other.length && one.every((address, at) => isSameAddress(address, other[at]))
}

function isSameAddress(one: KeptAddress, other: KeptAddress | undefined): boolean {
  return other !== undefined && (Object.keys(one) as (keyof KeptAddress)[]).every((name) => one[name] === other[name])
}

/** Where they live, as entries have put it; null: none has. */
export function homePut({ addresses }: PatronRecord): PatronWords['address'] {
  const home = addresses.find(({ kind }) => kind === 'home')
  if (!home) return null
  const { street, city, region, postal_code } = home
  return { street, city, region, postal_code }
}

/** Of two records that became one: what is known of it. What went over with the former one, the words do not say. */
export function mergedRecord(kept: PatronRecord, words: PatronWords): PatronRecord {
  const after = applyPatron(kept, words)
  const main = words.address ? mainAddress(after.addresses) : undefined
  // An account that is open under one of them stays open.
  const { is_active: _open, ...fields } = after.fields
  return {
    ...after,
    is_whole: false,
    fields,
    addresses: main ? [main] : [],
    email_bounced_on: putOf(words, 'bounced')?.on,
  }
}

/** Whether what the desk put still stands, and the file says something else: then the desk's stays. */
export function isKeptHere(put: unknown, stands: unknown, says: unknown): boolean {
  return put !== undefined && put === stands && says !== stands
}

const STOPPED = ['current', 'former', 'lost']

/** Whether a card is stopped more by one status than by the other: a card that is lost anywhere is lost. */
export function isStoppedMore(one: string, other: string): boolean {
  return STOPPED.indexOf(one) > STOPPED.indexOf(other)
}

/** What of a record is another than was told of it, by its name; null: nothing. Links to others are not looked at. */
export function unlikeTold(told: PatronRecord, shown: PatronRecord): string | null {
  const fields = Object.keys(told.fields) as (keyof Fields)[]
  const field = fields.find((name) => !isLink(name) && isOther(told.fields[name], shown.fields[name]))
  if (field !== undefined) return field
  const [home, lives] = [mainAddress(told.addresses), mainAddress(shown.addresses)]
  if (home && (lives === undefined || !isSameAddress({ ...home, is_in_city_limits: lives.is_in_city_limits }, lives)))
    return 'address'
  if (Object.entries(told.cards).some(([barcode, status]) => isOther(status, shown.cards[barcode]))) return 'cards'
  if (isOther(told.email_bounced_on, shown.email_bounced_on)) return 'email_bounced_on'
  if (told.mail_backs_on.some((on) => !shown.mail_backs_on.includes(on))) return 'mail_back_on'
  if (isOther(told.pin?.pin_hash, shown.pin?.pin_hash) || (told.pin === null && shown.pin)) return 'pin'
  if (told.apart.some((other) => !shown.apart.includes(other))) return 'apart'
  if (!told.is_whole) return null
  if (told.addresses.length !== shown.addresses.length) return 'addresses'
  return Object.keys(told.cards).length === Object.keys(shown.cards).length ? null : 'cards'
}

const isLink = (name: keyof Fields): boolean => name === 'guardian_patron_id' || name === 'family_patron_id'

/** Of what was not told nothing can be another. */
function isOther(told: unknown, shown: unknown): boolean {
  return told !== undefined && told !== shown
}
