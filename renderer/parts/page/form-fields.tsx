/**
 * The fields of a form, one below the other, each with its label above and its value in it: typing replaces the value.
 * A choice of few is a numbered column, of many the browser's own list. Each says how it was read and what is wrong.
 */
import { useState, type FormEvent, type ReactNode } from 'react'
import type { Field } from '../../../shared/desk/page.ts'
import { cutMoney } from '../../../shared/desk/pay/read-money.ts'
import { initialText, understood } from '../../../shared/desk/read-field.ts'
import type { FieldUse } from '../../../shared/desk/wedge.ts'
import type { LocalDate } from '../../../shared/kernel/time.ts'
import type { Form } from '../../desk/state.ts'
import { useDates, useMoney, useWords } from '../../desk/use-desk.ts'
import css from '../../styles/form/form.module.css'
import { shown } from '../../text.ts'
import { Keys } from '../frame/keys.tsx'
import { CountField } from './count-field.tsx'
import { useDescribed, Wrong } from './field-wrong.tsx'
import { FolderFinder } from './folder-finder.tsx'
import { fieldElementId } from './page-ids.ts'

/** What a scan may look like in a field of this kind (see shared/desk/wedge.ts). */
const USES: Partial<Readonly<Record<Field['kind'], FieldUse>>> = {
  text: 'text',
  code: 'code',
  'long-text': 'text',
  card: 'text',
  folder: 'text',
  date: 'text',
  'birth-date': 'text',
  pin: 'pin',
  money: 'amount',
  total: 'total',
}
const FIGURES: readonly Field['kind'][] = ['money', 'total', 'number', 'pin']
/** So many options have a digit each. */
const NUMBERED_MAX = 9
/** In a form of more fields than this, every choice is a list of one line. */
const SHORT_FORM_FIELDS_MAX = 5
/** Lines that fit in one column of the smallest screen. */
const COLUMN_LINES_MAX = 7
/** And beside a lone other field, below a band and what is wrong, above the buttons. */
const PAIR_LINES_MAX = 4

type FieldProps = {
  readonly field: Field
  readonly form: Form
  readonly today: LocalDate | null
  readonly isShort: boolean
  /** What it says when the form is drawn: its value, or the text of a draft. */
  readonly text: string
  /** All texts of the draft, for a field of several. */
  readonly texts: Readonly<Record<string, string>>
}

function isNumbered({ options }: Field, isShort: boolean): boolean {
  return isShort && options.length <= NUMBERED_MAX
}

/** Whether a short form with a long choice takes two columns, so that all is in sight. Groups are not cut in two. */
export function isTall(asks: readonly Field[]): boolean {
  const lines_count = asks.reduce((sum, one) => sum + (one.kind === 'choice' ? one.options.length : 2), 0)
  const most = asks.length === 2 ? PAIR_LINES_MAX : COLUMN_LINES_MAX
  return !isGrouped(asks) && asks.length > 1 && asks.length <= SHORT_FORM_FIELDS_MAX && lines_count > most
}

function TypedField({ field, form, today, text: first }: FieldProps): ReactNode {
  const { kind, name } = field
  const [text, setText] = useState(first)
  const words = useWords().page.form
  const dates = useDates()
  const money = useMoney()
  const say = { date: (on: LocalDate): string => (today ? dates.date(on, today) : ''), money, none: words.none }
  const id = fieldElementId(form, field)
  const { invalid, by, box } = useDescribed<HTMLDivElement>(form, field.name, `${id}-hint`)
  const read = today ? understood(field, text, { today, order: dates.order }, say) : ''
  // Its hint is an example of how to type one, and the two of them are wider than the field.
  const hint = kind === 'birth-date' && read !== '' ? '' : field.hint
  const onInput = (event: FormEvent<HTMLInputElement | HTMLTextAreaElement>): void => {
    const target = event.currentTarget
    const cut = kind === 'money' || kind === 'total' ? cutMoney(target.value, kind) : target.value
    if (cut !== target.value) target.value = cut
    setText(cut)
  }
  const shared = {
    id,
    name,
    'data-use': USES[kind],
    defaultValue: first,
    onInput,
    autoComplete: 'off',
    spellCheck: false,
    'aria-invalid': invalid,
    'aria-required': field.is_required || undefined,
    'aria-describedby': by,
  }
  return (
    <div
      {...box}
      className={css['field']}
      data-field={name}
      data-kind={kind}
      data-beside={field.is_beside || undefined}
      data-only-with={field.only_with || undefined}
    >
      <label htmlFor={id}>{shown(field.label)}</label>
      {kind === 'long-text' ? (
        <textarea {...shared} rows={3} />
      ) : (
        <input
          {...shared}
          type={kind === 'pin' ? 'password' : 'text'}
          inputMode={FIGURES.includes(kind) ? 'numeric' : 'text'}
        />
      )}
      <Wrong name={field.name} form={form} />
      <output className={css['hint']} id={`${id}-hint`}>
        {read === '' ? null : <b>{read} </b>}
        {shown(hint)}
      </output>
    </div>
  )
}

/** The browser's own list: letters find an option, and nothing is drawn over the screen before it is opened. */
function ListField({ field, form, text }: FieldProps): ReactNode {
  const id = fieldElementId(form, field)
  const { invalid, by, box } = useDescribed<HTMLDivElement>(form, field.name, `${id}-hint`)
  const isOffered = field.options.some(({ value }) => value === field.value)
  return (
    <div
      {...box}
      className={css['field']}
      data-field={field.name}
      data-kind="list"
      data-only-with={field.only_with || undefined}
    >
      <label htmlFor={id}>{shown(field.label)}</label>
      <select
        id={id}
        name={field.name}
        defaultValue={field.options.some(({ value }) => value === text) ? text : field.value}
        aria-invalid={invalid}
        aria-required={field.is_required || undefined}
        aria-describedby={by}
      >
        {isOffered ? null : <option value={field.value}>{shown('')}</option>}
        {field.options.map((option) => (
          <option key={option.value} value={option.value}>
            {shown(option.label)}
          </option>
        ))}
      </select>
      <Wrong name={field.name} form={form} />
      <p className={css['hint']} id={`${id}-hint`}>
        {shown(field.hint)}
      </p>
    </div>
  )
}

function ChoiceField({ field, form, text }: FieldProps): ReactNode {
  const id = fieldElementId(form, field)
  const { invalid, by, box } = useDescribed<HTMLFieldSetElement>(form, field.name, `${id}-hint`)
  return (
    <fieldset
      {...box}
      className={css['field']}
      data-field={field.name}
      data-kind="choice"
      data-only-with={field.only_with || undefined}
      aria-invalid={invalid}
      aria-describedby={by}
    >
      <legend>{shown(field.label)}</legend>
      <Wrong name={field.name} form={form} />
      <div className={css['options']}>
        {field.options.map((option, at) => (
          <label key={option.value} className={css['option']}>
            <input type="radio" name={id} value={option.value} defaultChecked={option.value === text} />
            <span aria-hidden="true">
              <Keys chord={String(at + 1)} />
            </span>
            <bdi>{shown(option.label)}</bdi>
          </label>
        ))}
      </div>
      <p className={css['hint']} id={`${id}-hint`}>
        {shown(field.hint)}
      </p>
    </fieldset>
  )
}

function TickField({ field, form, text }: FieldProps): ReactNode {
  const id = fieldElementId(form, field)
  const { invalid, by, box } = useDescribed<HTMLDivElement>(form, field.name, `${id}-hint`)
  return (
    <div {...box} className={css['field']} data-field={field.name} data-kind="tick">
      <label className={css['tick']}>
        <input
          type="checkbox"
          name={field.name}
          defaultChecked={text === 'yes'}
          aria-invalid={invalid}
          aria-describedby={by}
        />
        {shown(field.label)}
      </label>
      <Wrong name={field.name} form={form} />
      <p className={css['hint']} id={`${id}-hint`}>
        {shown(field.hint)}
      </p>
    </div>
  )
}

function AnyField(props: FieldProps): ReactNode {
  const { field, isShort } = props
  if (field.kind === 'choice') return isNumbered(field, isShort) ? <ChoiceField {...props} /> : <ListField {...props} />
  if (field.kind === 'tick') return <TickField {...props} />
  if (field.kind === 'count') return <CountField {...props} first={props.texts} />
  if (field.kind === 'folder')
    return (
      <>
        <TypedField {...props} />
        <FolderFinder field_id={fieldElementId(props.form, field)} />
      </>
    )
  return <TypedField {...props} />
}

/** Fields that belong beside each other share a row. */
function rowsOf(asks: readonly Field[]): readonly (readonly Field[])[] {
  const rows: Field[][] = []
  for (const field of asks) {
    const last = rows.at(-1)
    if (field.is_beside && last) last.push(field)
    else rows.push([field])
  }
  return rows
}

/** Whether it is a long form in groups, in which Enter alone is far from sending it. */
export function isGrouped(asks: readonly Field[]): boolean {
  return asks.some(({ group }) => group !== '')
}

function inGroups(asks: readonly Field[]): readonly (readonly Field[])[] {
  const groups: Field[][] = []
  for (const field of asks) {
    const last = groups.at(-1)
    if (field.group === '' && last) last.push(field)
    else groups.push([field])
  }
  return groups
}

type FieldsProps = Pick<FieldProps, 'form' | 'today'> & { readonly texts: Readonly<Record<string, string>> }

function Row({ fields, form, texts, today }: FieldsProps & { readonly fields: readonly Field[] }): ReactNode {
  const { order } = useDates()
  const isShort = form.act.asks.length <= SHORT_FORM_FIELDS_MAX
  return (
    <div className={css['row']}>
      {fields.map((field) => (
        <AnyField
          key={field.name}
          field={field}
          form={form}
          today={today}
          isShort={isShort}
          text={texts[field.name] ?? initialText(field, order)}
          texts={texts}
        />
      ))}
    </div>
  )
}

/** A long form in groups, each with its heading beside it: where the focus is, its heading is marked. */
function Group({ fields, ...rest }: FieldsProps & { readonly fields: readonly Field[] }): ReactNode {
  const [first] = fields
  const id = `form-${rest.form.form_id}-group-${first?.name}`
  return (
    <div className={css['group']} role="group" aria-labelledby={id}>
      <h3 id={id}>{shown(first?.group ?? '')}</h3>
      <Row fields={fields} {...rest} />
    </div>
  )
}

export function FormFields(props: FieldsProps): ReactNode {
  const { asks } = props.form.act
  if (!isGrouped(asks)) return rowsOf(asks).map((row) => <Row key={row[0]?.name} fields={row} {...props} />)
  return inGroups(asks).map((fields) => <Group key={fields[0]?.name} fields={fields} {...props} />)
}
