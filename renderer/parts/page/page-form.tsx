/**
 * A small form of a page: what an act needs before it is sent. Enter goes from field to field and at last sends; a
 * digit picks an option; what was understood stands beside the field. The texts belong to the browser, so that a scan
 * leaves them as they were. Must never send by itself, and never shows a PIN.
 */
import { useCallback, useEffect, useState, type FormEvent, type ReactNode } from 'react'
import type { Field } from '../../../shared/desk/page.ts'
import { cutMoney, fillPreview, understood, type Understood } from '../../../shared/desk/read-field.ts'
import type { FieldUse } from '../../../shared/desk/wedge.ts'
import { parseLocalDate, type LocalDate } from '../../../shared/kernel/time.ts'
import { leaveForm, submitForm } from '../../desk/run-form.ts'
import type { Form } from '../../desk/state.ts'
import { useDesk, useDeskState, useDates, useMoney, useSaid, useWords } from '../../desk/use-desk.ts'
import { focusHomeIfLost } from '../../fields/field.ts'
import { focusForm, textsOfForm } from '../../fields/form-fields.ts'
import css from '../../styles/form.module.css'
import { shown } from '../../text.ts'
import { faultWords } from '../../screen-words.ts'
import { Button, Keys } from '../frame/keys.tsx'
import { CountField } from './count-field.tsx'

/** What a scan may look like in a field of this kind (see shared/desk/wedge.ts). */
const USES: Partial<Readonly<Record<Field['kind'], FieldUse>>> = {
  text: 'text',
  'long-text': 'text',
  date: 'text',
  pin: 'pin',
  money: 'amount',
}
const NUMBERED_MAX = 9

type FieldProps = { readonly field: Field; readonly form: Form; readonly today: LocalDate | null }

function elementId(form: Form, field: Field): string {
  return `form-${form.form_id}-${field.name}`
}

/** What Enter would take: what was understood, or what is offered while nothing is typed. */
function offeredOrRead(field: Field, text: string, today: LocalDate | null, say: Understood): string {
  if (field.kind === 'number') return text.trim() === '' ? field.value : ''
  return today ? understood(field, text, today, say) : ''
}

function TypedField({ field, form, today }: FieldProps): ReactNode {
  const [text, setText] = useState('')
  const { kind, name } = field
  const words = useWords().page.form
  const dates = useDates()
  const money = useMoney()
  const say = { date: (on: LocalDate): string => (today ? dates.date(on, today) : ''), money, none: words.none }
  const id = elementId(form, field)
  const isOffered = kind === 'money' || kind === 'date' || kind === 'number'
  const said = offeredOrRead(field, text, today, say)
  const isUnread = form.fault_of === name
  const onInput = (event: FormEvent<HTMLInputElement | HTMLTextAreaElement>): void => {
    const target = event.currentTarget
    const cut = kind === 'money' ? cutMoney(target.value) : target.value
    if (cut !== target.value) target.value = cut
    setText(cut)
  }
  const shared = {
    id,
    name,
    'data-use': USES[kind],
    defaultValue: isOffered || kind === 'pin' ? '' : field.value,
    onInput,
    autoComplete: 'off',
    spellCheck: false,
    'aria-invalid': isUnread || undefined,
    'aria-required': field.is_required || undefined,
    'aria-describedby': `${id}-hint`,
  }
  return (
    <div className={css['field']} data-field={name} data-kind={kind}>
      <label htmlFor={id}>{shown(field.label)}</label>
      {kind === 'long-text' ? (
        <textarea {...shared} rows={3} />
      ) : (
        <input
          {...shared}
          type={kind === 'pin' ? 'password' : 'text'}
          inputMode={kind === 'money' || kind === 'number' || kind === 'pin' ? 'numeric' : 'text'}
        />
      )}
      <output className={css['hint']} id={`${id}-hint`}>
        {said === '' ? null : (
          <>
            {text.trim() === '' ? `${words.takes} ` : ''}
            <b>{said}</b>{' '}
          </>
        )}
        {shown(field.hint)}
      </output>
    </div>
  )
}

function ChoiceField({ field, form }: FieldProps): ReactNode {
  const id = elementId(form, field)
  return (
    <fieldset
      className={css['field']}
      data-field={field.name}
      data-kind="choice"
      aria-invalid={form.fault_of === field.name || undefined}
      aria-describedby={`${id}-hint`}
    >
      <legend>{shown(field.label)}</legend>
      <div className={css['options']}>
        {field.options.map((option, at) => (
          <label key={option.value} className={css['option']}>
            <input type="radio" name={id} value={option.value} defaultChecked={option.value === field.value} />
            {at < NUMBERED_MAX ? (
              <span aria-hidden="true">
                <Keys chord={String(at + 1)} />
              </span>
            ) : null}
            {shown(option.label)}
          </label>
        ))}
      </div>
      <p className={css['hint']} id={`${id}-hint`}>
        {shown(field.hint)}
      </p>
    </fieldset>
  )
}

function TickField({ field, form }: FieldProps): ReactNode {
  const id = elementId(form, field)
  return (
    <div className={css['field']} data-field={field.name} data-kind="tick">
      <label className={css['option']}>
        <input
          type="checkbox"
          name={field.name}
          defaultChecked={field.value === 'yes'}
          aria-describedby={`${id}-hint`}
        />
        {shown(field.label)}
      </label>
      <p className={css['hint']} id={`${id}-hint`}>
        {shown(field.hint)}
      </p>
    </div>
  )
}

function AnyField(props: FieldProps): ReactNode {
  if (props.field.kind === 'choice') return <ChoiceField {...props} />
  if (props.field.kind === 'tick') return <TickField {...props} />
  if (props.field.kind === 'count') return <CountField {...props} />
  return <TypedField {...props} />
}

function Sending({ isSending }: { readonly isSending: boolean }): ReactNode {
  const words = useWords().page.form
  if (!isSending) return null
  return (
    <span className={css['working']} role="status">
      {words.working}
    </span>
  )
}

/** What sends the form and what leaves it; of a grave one without fields a lone Enter leaves. */
function Sends({ form }: { readonly form: Form }): ReactNode {
  const desk = useDesk()
  const { act } = form
  const words = useWords().page.form
  const isGraveAlone = act.is_grave && act.asks.length === 0
  return (
    <>
      <Button
        chord={isGraveAlone ? 'Ctrl+Enter' : 'Enter'}
        look={act.is_grave ? 'grave' : 'main'}
        isFirst={!act.is_grave && act.asks.length === 0}
        isDisabled={form.is_sending}
        onClick={() => void submitForm(desk)}
      >
        {shown(act.label)}
      </Button>
      <Button chord="Esc" isFirst={isGraveAlone} onClick={() => leaveForm(desk)}>
        {words.leave}
      </Button>
      <Sending isSending={form.is_sending} />
    </>
  )
}

/** What would come of it as it stands. Its place is kept while there is nothing to say, so that nothing jumps. */
function Preview({ form }: { readonly form: Form }): ReactNode {
  if (form.act.preview === null) return null
  return (
    <div className={css['preview']} role="status" data-part="preview">
      {form.preview.map((line) => (
        <p key={line.text} data-tone={line.tone}>
          <bdi>{shown(line.text)}</bdi>
        </p>
      ))}
    </div>
  )
}

/** Asks for the preview of what stands in the form. @returns what is done whenever something is typed */
function usePreview({ act, form_id }: Form, today: string): () => void {
  const desk = useDesk()
  const version = useDeskState().snapshot?.version
  const ask = useCallback(
    () => desk.preview(form_id, fillPreview(act, textsOfForm(), today)),
    [desk, form_id, act, today],
  )
  // With another version of the desk, what it was reckoned from may be another as well.
  useEffect(ask, [ask, version])
  return ask
}

export function PageForm({ form, today }: { readonly form: Form; readonly today: string }): ReactNode {
  const said = useSaid()
  const words = useWords().page.form
  const desk = useDesk()
  const { act } = form
  const askPreview = usePreview(form, today)
  useEffect(() => {
    focusForm()
    // A field that leaves the page with its form takes the focus with it, and no event says so everywhere.
    return () => queueMicrotask(focusHomeIfLost)
  }, [])
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault()
    void submitForm(desk)
  }
  return (
    <form
      className={css['form']}
      aria-label={shown(act.label)}
      autoComplete="off"
      noValidate
      onSubmit={onSubmit}
      onInput={askPreview}
      data-form
      data-part="form"
      data-keeps-focus
    >
      {act.says === '' ? null : (
        <p className={css['says']}>
          <bdi>{said(act.says)}</bdi>
        </p>
      )}
      {act.asks.map((field) => (
        <AnyField key={field.name} field={field} form={form} today={parseLocalDate(today)} />
      ))}
      <Preview form={form} />
      <p className={form.fault === null ? 'unseen' : css['unread']} role="alert">
        {form.fault && said(faultWords(words, form.fault))}
      </p>
      <div className={css['acts']}>
        <Sends form={form} />
      </div>
    </form>
  )
}
