/**
 * Makes pages from as few words as possible: acts whose call and fields are checked against the contract, tables,
 * facts. Must never read the store: a builder does, and hands in what is to be said.
 */
import type {
  Act,
  Call,
  Cell,
  Column,
  Field,
  PageRef,
  PageRow,
  PageView,
  Section,
  Tone,
} from '../../../shared/desk/page.ts'
import type { Step } from '../../../shared/desk/pictures.ts'
import type { Input, MethodName } from '../../../shared/ipc/contract.ts'
import { assert } from '../../../shared/kernel/assert.ts'
import type { Cents } from '../../../shared/kernel/money.ts'
import type { Actor } from '../../library/actor.ts'
import { here } from '../../library/here.ts'
import type { Library } from '../../library/library.ts'
import type { Speech } from '../../../shared/words/speech.ts'

/** A method with the part of its input that the page knows; the screen mints the commandId. */
export type CallOf<Name extends MethodName> = Call & { readonly method: Name }

export function callOf<Name extends MethodName>(
  method: Name,
  input: Partial<Omit<Input<Name>, 'commandId'>>,
): CallOf<Name> {
  return { method, input }
}

/** What of this method's input may be asked: a property, or one inside a property ("values.fine_cents"). */
type AskedName<Name extends MethodName> =
  Exclude<keyof Input<Name> & string, 'commandId'> | `${Exclude<keyof Input<Name> & string, 'commandId'>}.${string}`

type ActDraft<Name extends MethodName> = {
  /** One letter, or none. */
  readonly key?: string
  readonly label: string
  /** What sends its form, where the label names the form. */
  readonly send?: string
  readonly call: CallOf<Name>
  readonly asks?: readonly (Field & { readonly name: AskedName<Name> })[]
  readonly says?: string
  readonly preview?: Call | null
  readonly is_grave?: boolean
  /** `more`: never in sight before "More" is opened. Otherwise the first acts of a place are in sight. */
  readonly weight?: Act['weight']
}

export function act<Name extends MethodName>(draft: ActDraft<Name>): Act {
  const { key = '', label, call, asks = [], says = '', preview = null, is_grave = false, weight = 'main' } = draft
  const sent = draft.send === undefined ? {} : { send: draft.send }
  for (const { name, only_with } of asks) {
    // A misspelled one would let the field be asked whatever the other one says.
    const [other = ''] = only_with.split('=')
    assert(other === '' || asks.some((one) => one.name === other), `${name} goes with a field of its form: ${other}`)
  }
  return {
    act_id: `${call.method} ${label}`,
    key,
    label,
    ...sent,
    call,
    asks: [...asks],
    says,
    preview,
    is_grave,
    weight,
  }
}

/** An act that goes to a page. */
export function goTo(page: PageRef, label: string, key = ''): Act {
  return act({ key, label, call: callOf('desk.go', { page }) })
}

/** Acts that are under "More" wherever they are. */
export function underMore(acts: readonly Act[]): readonly Act[] {
  return acts.map((one) => ({ ...one, weight: 'more' as const }))
}

type FieldOptions = Partial<
  Pick<Field, 'value' | 'is_required' | 'hint' | 'options' | 'is_beside' | 'only_with' | 'group'>
>

const NOT_SAID = { value: '', is_required: false, hint: '', options: [], is_beside: false, only_with: '', group: '' }

/** Something to fill in. `value` is in the field when the form opens; a field left blank is sent as nothing. */
export function field<Name extends string>(
  name: Name,
  label: string,
  kind: Field['kind'],
  options: FieldOptions = {},
): Field & { readonly name: Name } {
  return { name, label, kind, ...NOT_SAID, ...options }
}

/** The PIN of the person at the desk, typed for this act alone. */
type OwnPinField = Field & { readonly name: 'own_pin' }

export function ownPinField({ words }: Speech): OwnPinField {
  return field('own_pin', words.pages.own_pin, 'pin', { is_required: true })
}

/** The same where this person signs off a difference alone. @param signed_by empty: nobody has to sign */
export function ownSignOffField(speech: Speech, { staff }: Actor, signed_by: string | null): readonly OwnPinField[] {
  return staff !== null && signed_by === staff.staff_code ? [ownPinField(speech)] : []
}

export function cell(text: string, tone: Tone = 'plain'): Cell {
  return { text, tone, is_number: false }
}

/** A count or a barcode: set in figures of one width, at the end of its column. */
export function figure(value: number | string, tone: Tone = 'plain'): Cell {
  return { text: String(value), tone, is_number: true }
}

export function amount({ money }: Speech, value: Cents, tone: Tone = 'plain'): Cell {
  return figure(money(value), tone)
}

type RowDraft = Pick<PageRow, 'row_id' | 'cells'> & Partial<Omit<PageRow, 'row_id' | 'cells'>>

export function row(draft: RowDraft): PageRow {
  const { row_id, cells, tone = 'plain', notes = [], details = [], acts = [], enter = null } = draft
  return { row_id, cells, tone, notes, details, acts, enter }
}

/** A column of figures. */
export function figures(label: string): Column {
  return { label, is_number: true }
}

type TableDraft = {
  readonly section_id: string
  readonly heading: string
  readonly columns: readonly (string | Column)[]
  readonly rows: readonly PageRow[]
  /** Shown when there are no rows: a sentence, with what to press. */
  readonly empty: string
  /** Drawn under that sentence when there are no rows: how the first one comes about. */
  readonly empty_steps?: readonly Step[]
}

export function table({ section_id, heading, columns, rows, empty, empty_steps = [] }: TableDraft): Section {
  if (rows.length === 0 && empty_steps.length > 0) return steps(section_id, heading, empty, empty_steps)
  const labelled = columns.map((one) => (typeof one === 'string' ? { label: one, is_number: false } : one))
  return { kind: 'table', section_id, heading, columns: labelled, rows: [...rows], empty }
}

/** How to begin, where there is nothing yet. */
export function steps(section_id: string, heading: string, says: string, all: readonly Step[]): Section {
  return { kind: 'steps', section_id, heading, says, steps: [...all] }
}

/** Facts with nothing to say are left out. */
export function facts(
  section_id: string,
  heading: string,
  pairs: readonly (readonly [label: string, text: string, tone?: Tone])[],
): Section {
  const said = pairs.filter(([, text]) => text !== '').map(([label, text, tone = 'plain']) => ({ label, text, tone }))
  return { kind: 'facts', section_id, heading, facts: said }
}

export function text(section_id: string, heading: string, lines: readonly string[]): Section {
  return { kind: 'text', section_id, heading, lines: [...lines] }
}

type PageDraft = Pick<PageView, 'ref' | 'heading'> & {
  readonly lead?: string
  readonly sections: readonly Section[]
  readonly aside?: readonly string[]
  readonly acts?: readonly Act[]
  readonly enter?: Act | null
  readonly line_hint?: string
  readonly titles_go_to?: PageView['titles_go_to']
  readonly unfound_goes_to?: PageView['unfound_goes_to']
  readonly steps_back?: readonly Act[]
  readonly turns?: PageView['turns']
  readonly news?: number
}

const NO_TURNS: PageView['turns'] = { before: null, next: null }

export function page(library: Library, draft: PageDraft): PageView {
  const { ref, heading, lead = '', sections, aside = [], acts = [], enter = null } = draft
  const { line_hint = '', titles_go_to = null, unfound_goes_to = null, turns = NO_TURNS } = draft
  const steps_back = (draft.steps_back ?? []).map((one) => one.act_id)
  const { today } = here(library)
  const line = { line_hint, titles_go_to, unfound_goes_to, steps_back }
  const shown = { sections: [...sections], aside: [...aside], acts: [...acts], enter }
  const news = draft.news === undefined ? {} : { news: draft.news }
  return { ref, heading, lead, ...shown, ...news, ...line, turns, today, drafts: [] }
}
