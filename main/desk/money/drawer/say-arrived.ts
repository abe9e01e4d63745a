/** Says what arrived of money that waited: a bag at the bank, a card batch at the processor. */
import type { DeskEvent } from '../../../../shared/journal/event.ts'
import { cents } from '../../../../shared/kernel/money.ts'
import type { Command } from '../../../library/command.ts'
import { speechOf } from '../../clerk-language.ts'
import type { Desk } from '../../desk.ts'
import { differenceWords, offWords } from './differences-said.ts'
import { sayCash } from './say-cash.ts'

/** What arrived of the money that waited, and what that is more or less than was expected. */
export function sayArrived(
  desk: Desk,
  command: Command,
  events: readonly DeskEvent[],
  { notes = [], ...said }: { readonly title: string; readonly happened: string; readonly notes?: readonly string[] },
  [arrived_cents, expected_cents]: readonly [arrived: number, expected: number],
): null {
  const by = cents(arrived_cents - expected_cents)
  const fact = { label: said.happened, text: speechOf(desk).money(cents(arrived_cents)) }
  const sentences = [...differenceWords(desk, by), ...notes]
  sayCash(desk, command, events, { ...said, fact, sentences, off: offWords(desk, by) })
  return null
}
