/**
 * The shape of a refusal: all that the program needs of one except its words, which shared/words has in each language.
 * The entries are in the files beside it, their order in refusals.ts.
 */
import type { Cents } from '../kernel/money.ts'
import type { Instant, LocalDate } from '../kernel/time.ts'
import type { Grant } from '../staff/permissions.ts'

/** `impossible`: nothing at the desk allows it right now. `decide`: a person answers. `alert`: shown, never stops. */
export type RefusalClass = 'impossible' | 'decide' | 'alert'

/** What a fact is, and so how it is written; `maybe`: may be empty; a list: what its words choose between. */
export type FactKind =
  | 'money'
  | 'date'
  | 'moment'
  | `maybe-${'date' | 'moment'}`
  | 'count'
  | 'text'
  /** A finding about the rules, or what is wrong with a value: each a code and facts of its own. */
  | 'finding'
  | 'problem'
  | readonly string[]

/** A code and facts, which have words of their own. */
export type Coded = { readonly code: string }

export type RefusalEntry = {
  readonly class: RefusalClass
  /** The grant that overrides it; null: nobody may, or an alert needs nobody. */
  readonly grant: Grant | null
  /**
   * `patron`: about the patron, not the item. One override applies to the items that follow in this patron's session,
   * and an alert is shown once.
   */
  readonly level: 'patron' | 'act'
  readonly facts: Readonly<Record<string, FactKind>>
  /** A role's refusal, besides those that a supervisor can override, or an attempt: the work log keeps it. */
  readonly is_of_role?: true
  /** The patron panel has its own notice for it, with more detail than the refusal. */
  readonly has_own_notice?: true
  /** Never a question at the desk, whoever may answer it, but a reason to fetch a supervisor or to ask for ID. */
  readonly is_never_asked?: true
  /** Nothing is wrong, there is only nothing to do. */
  readonly is_quiet?: true
  /** Its way out is to fetch a supervisor: not said to a person whose own role may override it. */
  readonly calls_supervisor?: true
  /** The item is in the clerk's hand, whatever these statuses say: reported, and corrected by lending it. */
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
            : Kind extends 'finding' | 'problem'
              ? Coded
              : Kind extends readonly (infer Each)[]
                ? Each
                : string

/** The raw facts of a refusal: for any language, at any time. */
export type FactsOf<Kinds extends RefusalEntry['facts']> = { readonly [Name in keyof Kinds]: ValueOf<Kinds[Name]> }

export const STOP = { class: 'impossible', grant: null, level: 'act', facts: {} } as const
export const QUESTION = { class: 'decide', grant: 'answer-at-desk', level: 'act', facts: {} } as const
export const ALERT = { class: 'alert', grant: null, level: 'act', facts: {} } as const
/** Answers a key that has nothing to act on. Nothing is wrong: the screen says so in one line, without a sound. */
export const NOTHING_TO_DO = { ...STOP, is_quiet: true } as const
