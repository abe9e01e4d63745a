/**
 * Counts cash: pieces of each denomination and what they come to; the sum is in the foot of the form. Enter goes from
 * one to the next. What is expected is not said here, so a count is blind unless its form has a preview.
 */
import { useState, type FormEvent, type ReactNode } from 'react'
import type { Field } from '../../../shared/desk/page.ts'
import { countedCents, pieceName } from '../../../shared/desk/pay/pieces.ts'
import type { Form } from '../../desk/state.ts'
import { useMoney, useWords } from '../../desk/use-desk.ts'
import { TAKEN_BACK } from '../../fields/field.ts'
import css from '../../styles/form/count.module.css'
import fields_css from '../../styles/form/form.module.css'
import { shown } from '../../text.ts'
import { FieldAlert, Wrong } from './field-wrong.tsx'
import { fieldElementId } from './page-ids.ts'

const PIECES_DIGITS_MAX = 4

type Texts = Readonly<Record<string, string>>
type Props = {
  readonly field: Field
  readonly form: Form
  /** As it is drawn: empty, or a draft. */ readonly first: Texts
}

type PieceProps = Props & {
  readonly name: string
  readonly option: Field['options'][number]
  /** As they are now. */
  readonly texts: Texts
  readonly onInput: (event: FormEvent<HTMLInputElement>) => void
}

/** How many there are of one piece. @param field with this one piece only */
function Piece({ field, form, first, name, option, texts, onInput }: PieceProps): ReactNode {
  const money = useMoney()
  const id = fieldElementId(form, field)
  return (
    <div className={css['pieces']} data-field={name} data-kind="count">
      <label htmlFor={`${id}-${option.value}`}>{shown(option.label)}</label>
      <input
        id={`${id}-${option.value}`}
        name={name}
        type="text"
        inputMode="numeric"
        autoComplete="off"
        data-use="amount"
        defaultValue={first[name] ?? ''}
        onInput={onInput}
        aria-invalid={form.fault_of === name || undefined}
      />
      <output className="number">{money(countedCents(field, texts))}</output>
    </div>
  )
}

/** What was counted of the form comes to: in its foot, where it is in sight from every piece. */
export function CountSum({ asks, texts }: { readonly asks: readonly Field[]; readonly texts: Texts }): ReactNode {
  const words = useWords().page.form
  const money = useMoney()
  const field = asks.find(({ kind }) => kind === 'count')
  if (field === undefined) return null
  return (
    <p className={css['sum']} role="status" data-part="sum">
      <span>{asks.length === 1 ? words.total : shown(field.label)}</span>{' '}
      <b className="number">{money(countedCents(field, texts))}</b>
    </p>
  )
}

export function CountField({ field, form, first }: Props): ReactNode {
  const [texts, setTexts] = useState<Texts>(first)
  /** The piece where something else than its count was typed, until another one is counted. */
  const [cut, setCut] = useState('')
  const words = useWords().page.form
  const id = fieldElementId(form, field)
  const cutOption = field.options.find((option) => pieceName(field, option) === cut)
  const onInput = (event: FormEvent<HTMLInputElement>): void => {
    const { name, value } = event.currentTarget
    const digits = value.replace(/\D/g, '').slice(0, PIECES_DIGITS_MAX)
    // A scanner typed there, and what it typed was taken back: nothing was left out.
    const isTakenBack = event.nativeEvent instanceof InputEvent && event.nativeEvent.inputType === TAKEN_BACK
    if (isTakenBack) setCut('')
    else if (digits !== value) {
      event.currentTarget.value = digits
      setCut(name)
    } else if (name !== cut) setCut('')
    setTexts((before) => ({ ...before, [name]: digits }))
  }
  return (
    <fieldset className={css['count']} aria-describedby={`${id}-hint`}>
      <legend>{shown(field.label)}</legend>
      <div className={css['denominations']}>
        {field.options.map((option) => {
          const name = pieceName(field, option)
          const one = { ...field, options: [option] }
          const props = { name, form, option, first, texts, onInput }
          return <Piece key={name} field={one} {...props} />
        })}
      </div>
      <Wrong name={field.name} form={form} />
      {/* What was left out takes the hint’s place. */}
      {cutOption ? (
        <FieldAlert id={`${id}-left-out`} part="left-out">
          {words.left_out(shown(cutOption.label))}
        </FieldAlert>
      ) : null}
      <p className={fields_css['hint']} id={`${id}-hint`} hidden={cutOption !== undefined}>
        {shown(field.hint)}
      </p>
    </fieldset>
  )
}
