/**
 * What this desk has put of a patron, from the words beside its entries, so that importing the library's data again
 * does not undo it. Pure.
 */
import type { PatronWords } from '../journal/events/patrons.ts'

type Value = string | number | null

export type PersonHere = {
  readonly fields: Readonly<Record<string, Value | undefined>>
  /** Whether it was said here that e-mail came back, or arrives after all. */
  readonly isBounceTold: boolean
  /** The days on which it was said here that mail came back, without those that were undone by themselves. */
  readonly mail_back_days: readonly string[]
  /** Their home, whole; null: it was never put here. */
  readonly address: PatronWords['address']
  /** The status of each card that was put, by its number. */
  readonly cards: Readonly<Record<string, string>>
}

/** The person after one more entry. */
export function personAfter(known: PersonHere | null, words: PatronWords): PersonHere {
  const { fields, address, addresses, cards } = words
  const statuses = Object.fromEntries(cards.map(({ barcode, status }) => [barcode, status]))
  const home = addresses?.find(({ kind }) => kind === 'home')
  const { street = '', city = '', region = '', postal_code = '' } = home ?? {}
  return {
    fields: { ...known?.fields, ...fields },
    isBounceTold: (known?.isBounceTold ?? false) || words.email_bounced_on !== undefined,
    mail_back_days: mailBackDays(known?.mail_back_days ?? [], words),
    address: home ? { street, city, region, postal_code } : (address ?? known?.address ?? null),
    cards: { ...known?.cards, ...statuses },
  }
}

function mailBackDays(known: readonly string[], { mail_back_on: on, not_mail_back_on: not_on }: PatronWords) {
  const others = known.filter((one) => one !== on && one !== not_on)
  return on === undefined ? others : [...others, on]
}

/** Whether what the desk put still stands, and the file says something else: then the desk's stays. */
export function isKeptHere(put: Value | undefined, stands: Value, says: Value): boolean {
  return put !== undefined && put === stands && says !== stands
}

const STOPPED = ['current', 'former', 'lost']

/** Whether a card is stopped more by one status than by the other: a card that is lost anywhere is lost. */
export function isStoppedMore(one: string, other: string): boolean {
  return STOPPED.indexOf(one) > STOPPED.indexOf(other)
}
