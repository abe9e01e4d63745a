/** What each way of paying differs by in a close, once all of it is counted. */
import type { OutcomeClass } from '../../../../shared/desk/screen.ts'
import { cents, type Cents } from '../../../../shared/kernel/money.ts'
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

/** What is over or short is no plain "done". */
export function outcomeOff(by: number): OutcomeClass {
  return by === 0 ? 'done' : 'decide'
}

/** "$0.25 short" for each that differs; nothing where none does. */
export function differencesAlone(desk: Desk, by: readonly Cents[]): readonly string[] {
  const { words, money } = speechOf(desk)
  const { over, short } = words.outcomes.cash_close
  return by
    .filter((amount) => amount !== 0)
    .map((amount) => (amount > 0 ? over(money(amount)) : short(money(cents(-amount)))))
}

export function differenceWords(desk: Desk, by: Cents): readonly string[] {
  return by === 0 ? [speechOf(desk).words.outcomes.cash_close.agrees] : differencesAlone(desk, [by])
}
