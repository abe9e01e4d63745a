/**
 * What applies to every scan until it is turned off: how returns are dated, whether fines are charged, whether holds
 * are captured; for check-out, a longer loan. Always shown as a banner. Pure; a modifier never outlives its purpose.
 */
import { z } from 'zod'
import { outsideDate } from '../kernel/outside-date.ts'
import type { LocalDate } from '../kernel/time.ts'
import { sayDate } from '../kernel/say-date.ts'

export const modifiersSchema = z.strictObject({
  /** A cart from the book drop: backdated to the last closing, nothing is asked. */
  is_book_drop: z.boolean(),
  /** The day returns count as back; null is now. Never in the future. */
  back_on: outsideDate.nullable(),
  /** No fine is charged. */
  is_amnesty: z.boolean(),
  /** Holds are not captured and nothing goes in transit: the item goes to the shelf here. */
  is_holds_off: z.boolean(),
  /** Check-out only: the rule's longer loan, for this patron. */
  is_special_loan: z.boolean(),
})
export type Modifiers = Readonly<z.infer<typeof modifiersSchema>>

export const NO_MODIFIERS: Modifiers = {
  is_book_drop: false,
  back_on: null,
  is_amnesty: false,
  is_holds_off: false,
  is_special_loan: false,
}

/**
 * The banner's words, one part each; empty when nothing is modified.
 * @param closed when the doors last closed, in words: what a book drop is dated to; empty when it counts as now
 */
export function modifierWords(modifiers: Modifiers, today: LocalDate | null, closed: string): readonly string[] {
  const { is_book_drop, back_on, is_amnesty, is_holds_off, is_special_loan } = modifiers
  const dated = back_on !== null && today !== null ? sayDate(back_on as LocalDate, today) : (back_on ?? '')
  return [
    is_book_drop
      ? closed === '' || back_on !== null
        ? 'Book drop'
        : `Book drop: counted as back at closing, ${closed}`
      : '',
    back_on === null ? '' : `Counted as back on ${dated}`,
    is_amnesty ? 'No fines are charged' : '',
    is_holds_off ? 'Holds are not caught, nothing is sent' : '',
    is_special_loan ? 'Longer loan for this person' : '',
  ].filter((part) => part !== '')
}
