/**
 * The desk's words for each outcome: the band, the row, the sentence for a voice. English.
 * Pure; must never decide anything, and never names one patron to another.
 */
import { refusalEntry, refusalWords, type Refusal, type RefusalCode } from '../refusals/refusals.ts'
import type { Instant } from '../kernel/time.ts'
import type { OutcomeClass } from './screen.ts'
import { asSentence } from './sentence.ts'
import type { BandDraft, RowDraft } from './session.ts'

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

export const CLASS_WORD: Readonly<Record<OutcomeClass, string>> = {
  done: 'DONE',
  route: 'PUT IT THERE',
  decide: 'DECIDE',
  stop: 'STOP',
}

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
  /** For a voice: "15 December". */
  readonly due_spoken: string
  readonly due_at_ms: number
  /** Why this date; the first step names the rule. */
  readonly steps: readonly string[]
  readonly alerts: readonly Refusal[]
  readonly event: string
  readonly count_text?: string
}

/** Lent. The sentence says the loan and every move of the date, not the rule's code. */
export function lentWords(said: DueSaid): Said {
  const { item, at, due_text, due_at_ms, event } = said
  const reasons = said.steps.slice(1).map(capital)
  const alerts = said.alerts.map((alert) => sentences(...Object.values(refusalWords(alert))))
  const sentence = sentences('DONE', ...reasons, ...alerts)
  const spoken = sentences('Done', item.title, `Due ${said.due_spoken}`, said.count_text ?? '')
  return {
    band: { outcome: 'done', heading: item.title, sentence, fact: { label: 'due', text: due_text }, spoken },
    row: {
      ...itemRow(item, at),
      outcome: 'done',
      happened: 'Out',
      fact: due_text,
      notes: [...reasons, ...alerts].map((text) => sentences(text)),
      act: 'out',
      event,
      due_at_ms,
    },
  }
}

export function renewedWords(said: DueSaid): Said {
  const made = lentWords(said)
  return {
    band: { ...made.band, sentence: made.band.sentence.replace('DONE.', 'DONE. Renewed.') },
    row: { ...made.row, act: 'renew', happened: 'Renewed' },
  }
}

/** Two or three words for the table; the whole sentence stands under the row. */
const SHORT_WORDS: Partial<Readonly<Record<RefusalCode, string>>> = {
  'barcode-unknown': 'Unknown',
  'patron-unknown': 'Unknown card',
  'item-unknown': 'Unknown item',
  'isbn-unknown': 'No such title',
  'barcode-is-both': 'Card or item?',
  'rows-undecided': 'Decide first',
  'not-signed-in': 'Sign in first',
  'desk-locked': 'Not taken: locked',
  'not-permitted': 'Not your role',
  'patron-barred': 'Do not serve',
  'patron-expired': 'Card expired',
  'patron-blocked': 'Blocked',
  'patron-inactive': 'Account closed',
  'card-lost': 'Card lost',
  'card-replaced': 'Former card',
  'owes-too-much': 'Owes too much',
  'family-owes-too-much': 'Family owes',
  'guarantees-owe-too-much': 'Owes for others',
  'overdue-too-many': 'Too many late',
  'overdue-too-long': 'Late too long',
  suspended: 'Suspended',
  'lost-too-many': 'Too many lost',
  'claims-too-many': 'Too many claims',
  'item-not-for-loan': 'Not for loan',
  'item-withdrawn': 'Withdrawn',
  'item-lost': 'Marked lost',
  'item-damaged': 'Damaged',
  'limit-reached': 'Limit reached',
  'out-to-other': 'Out to another',
  'out-to-same': 'Already out',
  'lender-waits': 'Due at its lender',
  'hold-waits': 'On hold',
  'not-out': 'Not out',
  'renewal-withdrawn': 'Withdrawn',
  'renewals-used': 'No more renewals',
  'unseen-renewals-used': 'Not seen too long',
  'renewal-hold-waits': 'Somebody waits',
  'renewal-no-gain': 'No later date',
  'hold-twice': 'On hold already',
  'hold-has-it': 'They have it',
  'holds-too-many': 'Too many holds',
  'hold-not-holdable': 'Not for loan',
  'hold-no-copies': 'No copies',
  'hold-on-shelf': 'It is in',
}

/** Two or three words for one "no". */
export function shortWords(code: RefusalCode): string {
  return SHORT_WORDS[code] ?? 'Stopped'
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
export function refusedWords(said: RefusedSaid): Said {
  const { at, item, refusals, scanned, how = '' } = said
  const [first] = refusals
  if (!first) throw new TypeError('a refusal has a reason')
  const isAnswerable = (said.choices ?? []).length > 0
  const outcome: OutcomeClass = isAnswerable ? 'decide' : 'stop'
  const words = refusalWords(first)
  const others = refusals.slice(1).map((refusal) => refusalWords(refusal).says)
  const heading = item?.title ?? said.heading ?? words.says
  const says = heading === words.says ? '' : words.says
  const { kind } = refusalEntry(first.code)
  const nothing = kind === 'alert' ? '' : 'Nothing recorded'
  // The way out of a question names its keys; `how` names those that hold for this clerk.
  const way_out = kind === 'decide' && how !== '' ? how : sentences(words.way_out, how)
  return {
    band: {
      outcome,
      heading,
      sentence: sentences(CLASS_WORD[outcome], says, nothing, way_out),
      fact: null,
      spoken: sentences(outcome === 'stop' ? 'Stop' : 'Decide', item?.title ?? '', words.says, way_out),
    },
    row: {
      at,
      title: item?.title ?? scanned,
      author: item?.author ?? '',
      barcode: item?.barcode ?? scanned,
      call_number: item?.call_number ?? '',
      outcome,
      happened: shortWords(first.code),
      notes: [words.says, ...others],
      choices: said.choices ?? [],
      pending: said.pending ?? null,
      refused: said.act === undefined ? null : { act: said.act, codes: refusals.map((one) => one.code) },
    },
  }
}

/** Said as an account opens after its returns: they have a receipt of their own. Empty when nothing was theirs. */
export function broughtWords(count: number): string {
  if (count === 0) return ''
  return `${count === 1 ? '1 of the returns was' : `${count} of the returns were`} theirs: Ctrl+P shows the receipt`
}

/** A plain outcome that is about no item: an account opened, a name to the voice, a cart begun. */
export function plainBand(outcome: OutcomeClass, heading: string, ...parts: readonly string[]): BandDraft {
  const sentence = sentences(CLASS_WORD[outcome], ...parts)
  const word = outcome === 'done' ? 'Done' : capital(CLASS_WORD[outcome].toLowerCase())
  return { outcome, heading, sentence, fact: null, spoken: sentences(word, heading, ...parts) }
}
