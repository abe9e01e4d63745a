/** The pieces of a count of cash as they are typed: how many of each denomination, and what they come to. Pure. */
import { cents, type Cents } from '../../kernel/money.ts'
import type { Field } from '../page.ts'

type Denomination = Field['options'][number]

/** The name under which the text of one denomination is found: "pieces.2000" for 20-dollar bills. */
export function pieceName({ name }: Field, { value }: Denomination): string {
  return `${name}.${value}`
}

const PIECES = /^\d{1,4}$/

/** How many pieces were typed; an empty field is none of them. Null when it is no whole number up to 9,999. */
export function readPieces(text: string): number | null {
  const typed = text.trim()
  return typed === '' ? 0 : PIECES.test(typed) ? Number(typed) : null
}

/** The amount of the pieces that can be read. */
export function countedCents(field: Field, texts: Readonly<Record<string, string>>): Cents {
  const of = (option: Denomination): number =>
    Number(option.value) * (readPieces(texts[pieceName(field, option)] ?? '') ?? 0)
  return cents(field.options.reduce((sum, option) => sum + of(option), 0))
}
