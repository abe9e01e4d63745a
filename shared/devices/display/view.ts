/**
 * What a display shows that faces the patron: an amount, change, due dates, or the library's greeting. Pure. It is read
 * by everybody behind the patron, so it has no name and no title unless the library says so, never a barcode, and
 * nothing of a patron whose account is closed.
 */
import { z } from 'zod'
import { cleanLine } from '../../kernel/clean-text.ts'
import { cents, type Cents } from '../../kernel/money.ts'
import { instant } from '../../kernel/time.ts'
import { languageSchema } from '../../kernel/language.ts'
import type { LibrarySettings } from '../../policy/library-settings.ts'
import type { Speech } from '../../words/speech.ts'

const TITLES_MAX = 12
const TEXT_LENGTH_MAX = 200

const text = z.string().max(TEXT_LENGTH_MAX)

/** One line: "Change" and "$7.50", or words alone. `short`: the value where there is room for twenty letters in all. */
const lineSchema = z.strictObject({ label: text, value: text, short: text, is_large: z.boolean() })

export const patronViewSchema = z.strictObject({
  scene: z.enum(['closed', 'welcome', 'out', 'pay', 'paid', 'paid-back']),
  language: languageSchema,
  library_name: text,
  lines: z.array(lineSchema).max(10),
  /** What was checked out, newest first, where the library shows titles. */
  titles: z.array(text).max(TITLES_MAX),
  /** TRAINING, at a practice desk; empty at a desk at work. */
  mark: text,
})
export type PatronView = z.infer<typeof patronViewSchema>
type Line = PatronView['lines'][number]

export type DisplayFacts = {
  /** A staff member is signed in, and the desk is not locked. */
  readonly is_open: boolean
  readonly is_practice: boolean
  readonly library_name: string
  readonly settings: Pick<LibrarySettings, 'display_shows' | 'display_welcome_lines' | 'display_closed_lines'>
  /** Of the open account; empty: none is open. */
  readonly name: string
  /** What is to be paid, while a payment is put together; null: none is. */
  readonly due_cents: Cents | null
  /** The money that the newest act took or gave; null: it did neither. */
  readonly settled: Settled | null
  /** What was checked out or renewed for the open account since it was opened, newest first. */
  readonly out: readonly Out[]
}

type Out = { readonly title: string; readonly due_at_ms: number; readonly is_renewed: boolean }

export type Settled =
  | { readonly kind: 'paid'; readonly given_cents: Cents; readonly change_cents: Cents }
  | { readonly kind: 'paid-back'; readonly amount_cents: Cents }

const cut = (given: string): string => cleanLine(given).slice(0, TEXT_LENGTH_MAX).toWellFormed()
const line = (label: string, value: string, more: Partial<Line> = {}): Line => ({
  label: cut(label),
  value: cut(value),
  short: cut(value),
  is_large: false,
  ...more,
})
const said = (lines: readonly string[]): Line[] => lines.map((one) => line(one, ''))

/** @param speech in the patron's language, or the library's where no account is open */
export function patronView(facts: DisplayFacts, language: PatronView['language'], speech: Speech): PatronView {
  const { is_practice, library_name, settings } = facts
  const { display } = speech.words.screen
  const isTitled = settings.display_shows !== 'amounts'
  const [scene, lines] = sceneOf(facts, speech)
  return {
    scene,
    language,
    library_name: cut(library_name),
    lines,
    titles: scene === 'out' && isTitled ? facts.out.slice(0, TITLES_MAX).map(({ title }) => cut(title)) : [],
    mark: is_practice ? display.training : '',
  }
}

function sceneOf(facts: DisplayFacts, speech: Speech): readonly [PatronView['scene'], Line[]] {
  const { is_open, settings, due_cents, settled, out, library_name } = facts
  const { display } = speech.words.screen
  if (!is_open) {
    const own = settings.display_closed_lines
    return ['closed', said(own.length > 0 ? own : [library_name, display.closed])]
  }
  if (due_cents !== null && due_cents > 0)
    return ['pay', [line(display.due_amount, speech.money(due_cents), { is_large: true })]]
  if (settled !== null) return [settled.kind, settledLines(settled, speech)]
  if (out.length > 0) return ['out', outLines(out, speech)]
  const own = settings.display_welcome_lines
  const isNamed = settings.display_shows === 'titles-and-name' && facts.name !== ''
  const greeting = isNamed ? display.welcome_name(facts.name) : display.welcome
  return ['welcome', said(own.length > 0 && !isNamed ? own : [library_name, greeting])]
}

function settledLines(settled: Settled, { words, money }: Speech): Line[] {
  const { display } = words.screen
  if (settled.kind === 'paid-back') return [line(display.paid_back, money(settled.amount_cents), { is_large: true })]
  const { given_cents, change_cents } = settled
  const paid = cents(given_cents - change_cents)
  if (change_cents === 0) return [line(display.paid, money(paid), { is_large: true }), ...said([display.thanks])]
  return [
    line(display.paid, money(paid)),
    line(display.given, money(given_cents)),
    line(display.change, money(change_cents), { is_large: true }),
  ]
}

function outLines(out: DisplayFacts['out'], { words, moment }: Speech): Line[] {
  const { display } = words.screen
  const renewed_count = out.filter((one) => one.is_renewed).length
  const lent_count = out.length - renewed_count
  const counted = (label: string, count: number): Line[] =>
    count === 0 ? [] : [line(label, String(count), { is_large: true })]
  const dues = out.map(({ due_at_ms }) => due_at_ms)
  const [first, last] = [moment(instant(Math.min(...dues))), moment(instant(Math.max(...dues)))]
  const due = first === last ? line(display.due, first) : line(display.due, display.due_range(first, last))
  const short = first === last ? first : display.due_from(first)
  return [
    ...counted(display.renewed, renewed_count),
    ...counted(display.checked_out, lent_count),
    { ...due, short: cut(short) },
  ]
}
