/**
 * The lists of cards to look after: which there are, from which day to which each looks, and how a page of one is
 * named. Pure.
 */
import { addDays, addMonths, localDate, type LocalDate } from '../../kernel/time.ts'
import { OF_AGE_COUNT } from '../guardians.ts'

/** In the order of the page: what a patron would soon run into comes first. */
export const CARD_LISTS = [
  'expiring',
  'expiring-next',
  'unfit',
  'of-age',
  'mail',
  'email',
  'address',
  'registered',
] as const
export type CardList = (typeof CARD_LISTS)[number]

/** What the page is about when it tells how many cards there are. */
export const CARD_REPORT = 'report'

/** Likewise, when it lists records that are likely of one person; with a page number after it. */
export const DUPLICATES = 'duplicates'

/** So many rows are on a page. */
export const LISTED_EACH = 40
/** A list that is longer says so, and shows its first ones: nobody walks through more. */
export const LISTED_MAX = 2000

type Days = { readonly from_on: LocalDate; readonly to_on: LocalDate }

function monthOf(on: LocalDate): Days {
  const from_on = localDate(`${on.slice(0, 8)}01`)
  return { from_on, to_on: addDays(addMonths(from_on, 1), -1) }
}

/** The month in which cards expire. */
export function expiringIn(list: 'expiring' | 'expiring-next', today: LocalDate): Days {
  const month = monthOf(today)
  return list === 'expiring' ? month : monthOf(addDays(month.to_on, 1))
}

/** Born by this day, somebody is of age by the end of this month. */
export function ofAgeBornTo(today: LocalDate): LocalDate {
  return addMonths(monthOf(today).to_on, -12 * OF_AGE_COUNT)
}

/** An address that was last checked by this day is due again. */
export function addressDueBy(today: LocalDate): LocalDate {
  return addMonths(today, -12)
}

export type CardListAbout = {
  /** Null: all lists, with how long each is. */
  readonly list: CardList | null
  /** From 1. */
  readonly page_number: number
}

export function cardListAbout({ list, page_number }: CardListAbout): string {
  if (list === null) return ''
  return page_number === 1 ? list : `${list} ${page_number}`
}

/** What no page is named by is all lists. */
export function readCardListAbout(about: string): CardListAbout {
  const [name = '', number = '1'] = about.split(' ')
  const list = CARD_LISTS.find((one) => one === name)
  const isPage = /^[1-9]\d{0,3}$/.test(number) && Number(number) <= LISTED_MAX / LISTED_EACH
  return list !== undefined && isPage ? { list, page_number: Number(number) } : { list: null, page_number: 1 }
}
