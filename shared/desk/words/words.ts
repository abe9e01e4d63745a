/**
 * How each outcome is shown: the band, the row, the sentence for a voice. Its words: shared/words, outcomes.
 * Pure; must never decide anything, and never names one patron to another.
 */
import { refusalEntry, type Refusal } from '../../refusals/refusals.ts'
import type { Instant } from '../../kernel/time.ts'
import type { Speech } from '../../words/speech.ts'
import type { Step } from '../../words/steps.ts'
import type { OutcomeClass } from '../screen.ts'
import { asSentence } from '../../words/sentence.ts'
import type { BandDraft, RowDraft } from '../session/drafts.ts'

/** What of an item is said: never who has it. */
export type ItemWords = {
  readonly title: string
  readonly author: string
  readonly barcode: string
  readonly call_number: string
  readonly location: string
}

/** Both ways of showing one outcome. */
export type Said = { readonly band: BandDraft; readonly row: RowDraft }

/** Joins sentences, each ended by one full stop. */
export function sentences(...parts: readonly string[]): string {
  return parts
    .map(asSentence)
    .filter((part) => part !== '')
    .join(' ')
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

export function itemRow(
  item: ItemWords,
  at: Instant,
): Pick<RowDraft, 'at' | 'title' | 'author' | 'barcode' | 'call_number'> {
  const { title, author, barcode, call_number } = item
  return { at, title, author, barcode, call_number }
}

type DueSaid = {
  readonly item: ItemWords
  readonly at: Instant
  readonly due_text: string
  /** For a voice: "December 15". */
  readonly due_spoken: string
  readonly due_at_ms: number
  /** Why this date. */
  readonly steps: readonly Step[]
  readonly costs: readonly Step[]
  readonly alerts: readonly Refusal[]
  readonly event: string
  readonly count_text?: string
}

/** Lent. The sentence says the loan and every move of the date, not the rule's code. */
export function lentWords(speech: Speech, said: DueSaid): Said {
  return dueWords(speech, said, '')
}

/** "21-day loan": of a first loan the day that it counts from is today. */
function periodOf({ words }: Speech, step: Step): string | null {
  if (step.code !== 'days-from' || step.is_from_due || step.renewal_number > 0) return null
  return words.outcomes.loan.period(step.period_count, step.unit)
}

function dueWords(speech: Speech, said: DueSaid, did: string): Said {
  const { item, at, due_text, due_at_ms, event } = said
  const reasons = [...said.steps, ...said.costs].map((step) => capital(periodOf(speech, step) ?? speech.step(step)))
  const alerts = said.alerts.map((alert) => sentences(...Object.values(speech.refusal(alert))))
  const sentence = sentences(did, ...reasons, ...alerts)
  const { loan } = speech.words.outcomes
  const spoken = sentences(item.title, loan.due_spoken(said.due_spoken), said.count_text ?? '')
  return {
    band: { outcome: 'done', heading: item.title, sentence, fact: { label: loan.due, text: due_text }, spoken },
    row: {
      ...itemRow(item, at),
      outcome: 'done',
      happened: loan.out,
      fact: due_text,
      notes: [...reasons, ...alerts].map((text) => sentences(text)),
      act: 'out',
      event,
      due_at_ms,
    },
  }
}

export function renewedWords(speech: Speech, said: DueSaid): Said {
  const { renewed } = speech.words.outcomes.loan
  const { band, row } = dueWords(speech, said, renewed)
  return { band, row: { ...row, act: 'renew', happened: renewed } }
}

type RefusedSaid = {
  readonly at: Instant
  /** The item, when there is one; else what was scanned. */
  readonly item: ItemWords | null
  readonly scanned: string
  /** What it was about, when it was about no item: "Waive $5.00". */
  readonly heading?: string
  readonly refusals: readonly Refusal[]
  readonly choices: RowDraft['choices']
  readonly pending: RowDraft['pending']
  /** What was asked, as the work log calls it. */
  readonly act?: string
  /** What the row's key does, when the way out does not say it. */
  readonly how?: string
}

/** Refused: the first reason large, the others as notes. `decide` when a person may answer it here. */
export function refusedWords(speech: Speech, said: RefusedSaid): Said {
  const { at, item, refusals, scanned, how = '' } = said
  const [first] = refusals
  if (!first) throw new TypeError('a refusal has a reason')
  const isAnswerable = (said.choices ?? []).length > 0
  const outcome: OutcomeClass = isAnswerable ? 'decide' : 'stop'
  const words = speech.refusal(first)
  const others = refusals.slice(1).map((refusal) => speech.refusal(refusal).says)
  const heading = item?.title ?? said.heading ?? words.says
  const says = heading === words.says ? '' : words.says
  const { class: kind, calls_supervisor = false } = refusalEntry(first.code)
  const nothing = kind === 'alert' ? '' : speech.words.outcomes.loan.nothing_recorded
  // The way out of a question names its keys; `how` names those that hold for this clerk.
  const isOwn = said.pending?.ask === 'answer'
  const isHowAll = how !== '' && (kind === 'decide' || (calls_supervisor && isOwn))
  const way_out = isHowAll ? how : sentences(words.way_out, how)
  return {
    band: {
      outcome,
      heading,
      sentence: sentences(says, nothing, way_out),
      fact: null,
      spoken: sentences(item?.title ?? '', words.says, way_out),
    },
    row: {
      at,
      title: item?.title ?? scanned,
      author: item?.author ?? '',
      barcode: item?.barcode ?? scanned,
      call_number: item?.call_number ?? '',
      outcome,
      happened: speech.short(first.code),
      is_unchanged: first.code === 'renewal-no-gain',
      notes: [words.says, ...others],
      choices: said.choices ?? [],
      pending: said.pending ?? null,
      refused: said.act === undefined ? null : { act: said.act, codes: refusals.map((one) => one.code) },
    },
  }
}

/** What a scan showed without changing anything: an account, an item. One line, with the sound of its scan. */
export function quietBand(heading: string, ...parts: readonly string[]): BandDraft {
  return { ...plainBand('done', heading, ...parts), weight: 'quiet' }
}

/** What happened without a scan, and neither to an item nor to money: a page, a greeting, a setting. */
export function silentBand(heading: string, ...parts: readonly string[]): BandDraft {
  return { ...plainBand('done', heading, ...parts), weight: 'silent' }
}

/** A plain outcome that is about no item: an account opened, a name to the voice, a cart begun. */
export function plainBand(outcome: OutcomeClass, heading: string, ...parts: readonly string[]): BandDraft {
  return { outcome, heading, sentence: sentences(...parts), fact: null, spoken: sentences(heading, ...parts) }
}
