/**
 * A small form of a page: what an act needs before it is sent. Enter goes from field to field and at last sends; the
 * button that sends is always in sight. The texts belong to the browser, so that a scan
 * leaves them as they were. Must never send by itself, and never shows a PIN.
 */
import { useCallback, useEffect, useRef, useState, type ReactNode } from 'react'
import { fillPreview } from '../../../shared/desk/read-field.ts'
import { parseLocalDate } from '../../../shared/kernel/time.ts'
import { changedTexts } from '../../desk/drafts.ts'
import { mendFault } from '../../desk/forms.ts'
import { leaveForm, submitForm } from '../../desk/run-form.ts'
import { stepBefore } from '../../desk/page.ts'
import { orderNow, readingNow, type Form } from '../../desk/state.ts'
import { useDesk, useDeskState, useSaid, useWords } from '../../desk/use-desk.ts'
import { focusedField, textsOfForm } from '../../fields/form-fields.ts'
import foot from '../../styles/form/foot.module.css'
import css from '../../styles/form/form.module.css'
import beside from '../../styles/form/pictured.module.css'
import { shown } from '../../text.ts'
import { Picture } from '../chart/picture.tsx'
import { Button } from '../frame/keys.tsx'
import { Alike } from './alike.tsx'
import { CountSum } from './count-field.tsx'
import { FormFields, isGrouped, isTall } from './form-fields.tsx'
import { fieldInSight } from './in-sight.ts'
import { OpenForm } from './open-form.tsx'

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
  const hasStepBefore = stepBefore(useDeskState()) !== null
  return (
    <>
      <Button
        chord={isGraveAlone || isGrouped(act.asks) ? 'Ctrl+Enter' : 'Enter'}
        look={act.is_grave ? 'grave' : 'main'}
        isFirst={!act.is_grave && act.asks.length === 0}
        isDisabled={form.is_sending}
        onClick={() => void submitForm(desk)}
      >
        {shown(act.send ?? act.label)}
      </Button>
      <Button chord="Esc" isFirst={isGraveAlone} onClick={() => leaveForm(desk)}>
        {hasStepBefore ? words.step_back : words.leave}
      </Button>
      <Sending isSending={form.is_sending} />
    </>
  )
}

/** What would come of it as it stands. Its place is kept while there is nothing to say, so that nothing jumps. */
function Preview({ form }: { readonly form: Form }): ReactNode {
  const lines = useRef<HTMLDivElement>(null)
  const lines_count = form.preview.length
  useEffect(() => {
    if (lines_count > 0) fieldInSight(lines.current?.parentElement ?? null)
  }, [lines_count])
  if (form.act.preview === null) return null
  return (
    <div
      ref={lines}
      className={foot['preview']}
      role="status"
      data-part="preview"
      data-many={lines_count > 3 || undefined}
    >
      {form.preview.map((line) => (
        <p key={line.text} data-tone={line.tone}>
          <bdi>{shown(line.text)}</bdi>
        </p>
      ))}
    </div>
  )
}

function sideOf({ alike, pictured }: Form): 'alike' | 'picture' | undefined {
  if (alike.length > 0) return 'alike'
  return pictured ? 'picture' : undefined
}

/** What of it can be seen, beside the fields; while the next is asked for its place is kept, and empty. */
function Pictured({ form }: { readonly form: Form }): ReactNode {
  if (!form.pictured) return null
  return (
    <div className={beside['pictured']} data-old={form.preview.length === 0 || undefined}>
      <Picture section={form.pictured} />
    </div>
  )
}

/** Asks for the preview of what stands in the form. @returns what is done whenever something is typed */
function usePreview({ act, form_id }: Form): () => void {
  const desk = useDesk()
  const version = useDeskState().snapshot?.version
  const ask = useCallback(
    () => desk.preview(form_id, fillPreview(act, textsOfForm(), readingNow(desk.store.now()))),
    [desk, form_id, act],
  )
  // With another version of the desk, what it was reckoned from may be another as well.
  useEffect(ask, [ask, version])
  return ask
}

export function PageForm({ form, today }: { readonly form: Form; readonly today: string }): ReactNode {
  const said = useSaid()
  const desk = useDesk()
  const { act } = form
  const askPreview = usePreview(form)
  // What was typed before the form was hidden by a panel, or by a crash.
  const [texts] = useState(() => desk.drafts.kept(form)?.texts ?? {})
  const [counted, setCounted] = useState(texts)
  const isCount = act.asks.some(({ kind }) => kind === 'count')
  const onInput = (): void => {
    const typed = textsOfForm()
    const name = focusedField()
    desk.drafts.note(form, changedTexts(act.asks, typed, orderNow(desk.store.now())))
    if (name !== null) mendFault(desk, name, typed[name] ?? '')
    if (isCount) setCounted(typed)
    askPreview()
  }
  return (
    <OpenForm
      form={form}
      label={act.label}
      part="form"
      className={isGrouped(act.asks) ? `${css['form']} ${css['wide']}` : css['form']}
      onSend={() => void submitForm(desk)}
      onInput={onInput}
      side={sideOf(form)}
    >
      {act.says === '' ? null : (
        <p className={css['says']}>
          <bdi>{said(act.says)}</bdi>
        </p>
      )}
      <div className={isTall(act.asks) ? `${css['fields']} ${css['tall']}` : css['fields']}>
        <FormFields form={form} texts={texts} today={parseLocalDate(today)} />
      </div>
      <Pictured form={form} />
      <Alike form={form} />
      <div className={foot['foot']} data-foot data-count={isCount || undefined}>
        <div className={foot['acts']}>
          <Sends form={form} />
        </div>
        <CountSum asks={act.asks} texts={counted} />
        <Preview form={form} />
      </div>
    </OpenForm>
  )
}
