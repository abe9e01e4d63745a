/**
 * What each language must say of a refusal. Whole sentences, as functions of what is known where there is something to
 * fill in; a key by the act it does, `{key:account}`, since each desk has its own keys.
 */
import type { FactKind, RefusalEntry } from '../refusals/entry.ts'

/** A fact as the words get it: a count as a number, so that a plural can agree; a choice as it is; else as text. */
type SaidAs<Kind extends FactKind> = Kind extends 'count'
  ? number
  : Kind extends readonly (infer Each)[]
    ? Each
    : string

type SaidFacts<Kinds extends RefusalEntry['facts']> = { readonly [Name in keyof Kinds]: SaidAs<Kinds[Name]> }

type Sentence<Kinds extends RefusalEntry['facts']> = string | ((facts: SaidFacts<Kinds>) => string)

export type RefusalWords<Kinds extends RefusalEntry['facts']> = {
  /** Two or three words, for the table. */
  readonly short: string
  /** What is wrong. */
  readonly says: Sentence<Kinds>
  /** What to do now: never sends a patron away without a next step. */
  readonly way_out: Sentence<Kinds>
}

export type WordsFor<Entries extends Readonly<Record<string, RefusalEntry>>> = {
  readonly [Code in keyof Entries]: RefusalWords<Entries[Code]['facts']>
}
