/** What each way of paying differs by in a close, once all of it is counted. */
import type { BandDraft } from '../../../../shared/desk/session/drafts.ts'
import { cents, type Cents } from '../../../../shared/kernel/money.ts'
import { OTHER_TENDERS } from '../../../../shared/ledger/drawer-acts.ts'
import type { Tender } from '../../../../shared/cash/report-facts.ts'
import type { Looked } from '../../../cash/closing/look.ts'
import { speechOf } from '../../clerk-language.ts'
import type { Desk } from '../../desk.ts'

/** Each way of paying: what should be there, what is, and by how much that differs. */
export function byTender({ expected, counted, by, unread_cents }: Looked) {
  const isUnread = unread_cents !== 0
  return [
    { of: 'cash', should: cents(expected.cash_cents), is: cents(counted.cash_cents), off: by.cash, isUnread: false },
    {
      of: 'check',
      should: cents(expected.checks_cents),
      is: cents(counted.checks_cents),
      off: by.check,
      isUnread: false,
    },
    { of: 'card', should: cents(expected.card_cents), is: cents(counted.card_cents), off: by.card, isUnread },
  ] as const
}

/** "Cash: $104.48 expected, $104.23 counted, $0.25 short." for each that differs. */
export function differencesSaid(desk: Desk, looked: Looked): readonly string[] {
  const { words, money } = speechOf(desk)
  const { close, tender } = words.pages.drawer
  return byTender(looked)
    .filter(({ off, isUnread }) => off !== 0 || isUnread)
    .map(({ of, should, is, off, isUnread }) =>
      isUnread
        ? close.unread(money(should))
        : close.off(tender[of], money(should), money(is), money(cents(Math.abs(off))), off > 0),
    )
}

const TENDERS = ['cash', ...OTHER_TENDERS] as const

type Off = readonly [of: Tender, by: Cents]

/** What differs, the largest first. */
function largestFirst(by: Partial<Readonly<Record<Tender, Cents>>>): readonly Off[] {
  const all = TENDERS.map((of): Off => [of, by[of] ?? cents(0)])
  return all.filter(([, amount]) => amount !== 0).toSorted(([, one], [, other]) => Math.abs(other) - Math.abs(one))
}

/** The largest difference, which the band shows as its figure, named where others differ too; null: there is none. */
export function largestOff(desk: Desk, by: Partial<Readonly<Record<Tender, Cents>>>): BandDraft['fact'] {
  const { words, money } = speechOf(desk)
  const [largest, ...others] = largestFirst(by)
  if (largest === undefined) return null
  const [of, amount] = largest
  const { is_over, is_short, is_off_in } = words.outcomes.cash_close
  const alone = amount > 0 ? is_over : is_short
  const label = others.length === 0 ? alone : is_off_in(words.pages.drawer.tender[of], amount > 0)
  return { label, text: money(cents(Math.abs(amount))) }
}

/** "Card $0.25 short" for each that differs beside the largest. */
export function othersOff(desk: Desk, by: Readonly<Record<Tender, Cents>>): readonly string[] {
  const { words, money } = speechOf(desk)
  return largestFirst(by)
    .slice(1)
    .map(([of, amount]) =>
      words.outcomes.cash_close.off_in(words.pages.drawer.tender[of], money(cents(Math.abs(amount))), amount > 0),
    )
}

/** What is over or short; nothing where none is. */
export const offWords = (desk: Desk, by: Cents): readonly string[] => (by === 0 ? [] : differenceWords(desk, by))

export function differenceWords(desk: Desk, by: Cents): readonly string[] {
  const { words, money } = speechOf(desk)
  const { agrees, over, short } = words.outcomes.cash_close
  if (by === 0) return [agrees]
  return [by > 0 ? over(money(by)) : short(money(cents(-by)))]
}
