/**
 * The shape of a "no" of the desk: all that the program asks of one but its words, which shared/words has in each
 * language. The entries are in the files beside, their order in refusals.ts.
 */
import type { Cents } from '../kernel/money.ts'
import type { Instant, LocalDate } from '../kernel/time.ts'
import type { Grant } from '../staff/permissions.ts'

/** `impossible`: nothing at the desk makes it right now. `decide`: a person answers. `alert`: said, never stops. */
export type RefusalClass = 'impossible' | 'decide' | 'alert'

/** What a fact is, and so how it is said; `maybe`: empty where there is none; a list: what its words choose between. */
export type FactKind = 'money' | 'date' | 'moment' | `maybe-${'date' | 'moment'}` | 'count' | 'text' | readonly string[]

export type RefusalEntry = {
  readonly class: RefusalClass
  /** What it takes to answer it; null: nobody may, or an alert needs nobody. */
  readonly grant: Grant | null
  /**
   * `patron`: about the person, not the thing. Overridden once, it holds for the items that follow in this patron's
   * session, and an alert among them is told once.
   */
  readonly level: 'patron' | 'act'
  readonly facts: Readonly<Record<string, FactKind>>
  /** A role's "no", besides those that a second person may answer: the work log keeps it. */
  readonly is_of_role?: true
  /** The patron panel has a notice of its own for it, with more to it than the refusal says. */
  readonly has_own_notice?: true
  /** Never a question at the desk, whoever may answer it, but a reason to fetch somebody or to ask for ID. */
  readonly is_never_asked?: true
  /** It is in the clerk's hand, whatever these statuses say: told, and set right by lending it. */
  readonly found_statuses?: readonly string[]
}

type ValueOf<Kind extends FactKind> = Kind extends 'money'
  ? Cents
  : Kind extends 'date'
    ? LocalDate
    : Kind extends 'moment'
      ? Instant
      : Kind extends 'maybe-date'
        ? LocalDate | null
        : Kind extends 'maybe-moment'
          ? Instant | null
          : Kind extends 'count'
            ? number
            : Kind extends readonly (infer Each)[]
              ? Each
              : string

/** What is known of a refusal, raw: in any language, at any time. */
export type FactsOf<Kinds extends RefusalEntry['facts']> = { readonly [Name in keyof Kinds]: ValueOf<Kinds[Name]> }

export const STOP = { class: 'impossible', grant: null, level: 'act', facts: {} } as const
export const QUESTION = { class: 'decide', grant: 'answer-at-desk', level: 'act', facts: {} } as const
export const ALERT = { class: 'alert', grant: null, level: 'act', facts: {} } as const
