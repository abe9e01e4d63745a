/** Sets the PIN that a patron chose, or takes it away: asks the rules, makes the entry. Records nothing itself. */
import type { PatronId } from '../../shared/kernel/ids.ts'
import { patronPinFault } from '../../shared/patron/patron-pin.ts'
import { refuse, type Refusal } from '../../shared/refusals/refusals.ts'
import { Gathering } from '../circulation/charges/gathering.ts'
import { here } from '../library/here.ts'
import type { Library } from '../library/library.ts'
import { hashPin } from '../library/pin.ts'
import { pinSetOn } from '../store/patrons/record-rows.ts'
import { personById } from '../store/patrons/person-rows.ts'
import { cardsOfPatron } from '../store/privacy/page-rows.ts'
import { NOTHING, wordsText } from './words-text.ts'

export type TypedTwice = { readonly pin: string; readonly pin_again: string }

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')

export function settingPin(library: Library, patron_id: PatronId, { pin, pin_again }: TypedTwice): Gathering | Refusal {
  const person = library.db.get(personById, { patron_id })
  if (!person) return refuse('patron-gone')
  if (pin !== pin_again) return refuse('pins-differ')
  const card_barcodes = library.db.all(cardsOfPatron, { patron_id }).map(({ barcode }) => barcode)
  const { patron_pin_digits_count } = library.policy().settings
  const fault = patronPinFault(
    pin,
    { card_barcodes, phone: person.phone, born_on: person.born_on },
    patron_pin_digits_count,
  )
  if (fault?.reason === 'short') return refuse('patron-pin-short', { digits: fault.digits })
  if (fault) return refuse('patron-pin-easy')
  const { salt, hash } = hashPin(pin, library.random, library.pinCost())
  const made = { pin_salt: hex(salt), pin_hash: hex(hash), set_on: here(library).today }
  const gathered = new Gathering()
  gathered.about(
    patron_id,
    { kind: 'patron-pin-set', body: {} },
    wordsText({ ...NOTHING, also: [{ put: 'pin', pin: made }] }),
  )
  return gathered
}

export function clearingPin(library: Library, patron_id: PatronId): Gathering | Refusal {
  if (!library.db.get(pinSetOn, { patron_id })) return refuse('patron-pin-none')
  const gathered = new Gathering()
  gathered.about(
    patron_id,
    { kind: 'patron-pin-cleared', body: {} },
    wordsText({ ...NOTHING, also: [{ put: 'pin', pin: null }] }),
  )
  return gathered
}
