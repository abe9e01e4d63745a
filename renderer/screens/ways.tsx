/** One way out of a desk that does not record: what it means, what it needs, its button. And the way by a backup. */
import { useState, type FormEvent, type ReactNode } from 'react'
import type { Desk } from '../desk/desk.ts'
import { useDesk, useWords } from '../desk/use-desk.ts'
import { whyNot, type Answer } from '../desk/wire.ts'
import { Button } from '../parts/frame/keys.tsx'
import css from '../styles/gate.module.css'
import { formText, shown } from '../text.ts'
import { Field, Refused } from './gate.tsx'

type Sent = Answer<'rescue.unlock' | 'rescue.go-on' | 'store.restore'>

type WayProps = {
  readonly heading: string
  readonly says: string
  readonly label: string
  readonly busyLabel: string
  readonly isGrave?: boolean
  /** What is missing in the form, in words; empty when it can be sent. */
  readonly problem: (data: FormData) => string
  readonly send: (desk: Desk, data: FormData) => Promise<Sent>
  readonly children: ReactNode
}

/** One way out: what it means, what it needs, and its button. */
export function Way({
  heading,
  says,
  label,
  busyLabel,
  isGrave = false,
  problem,
  send,
  children,
}: WayProps): ReactNode {
  const desk = useDesk()
  const [said, setSaid] = useState('')
  const [isBusy, setBusy] = useState(false)
  const onSubmit = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault()
    if (isBusy) return
    const data = new FormData(event.currentTarget)
    const missing = problem(data)
    setSaid(missing)
    if (missing !== '') return
    setBusy(true)
    const answer = await send(desk, data)
    setBusy(false)
    if (answer.kind === 'ok') return desk.take(answer.output.snapshot)
    setSaid(whyNot(answer))
  }
  return (
    <form className={css['step']} onSubmit={(event) => void onSubmit(event)} autoComplete="off">
      <h2>{heading}</h2>
      <p>
        <bdi>{shown(says)}</bdi>
      </p>
      {children}
      <Refused says={said} />
      <div className={css['buttons']}>
        <Button type="submit" look={isGrave ? 'grave' : 'main'} isDisabled={isBusy}>
          {isBusy ? busyLabel : label}
        </Button>
      </div>
    </form>
  )
}

type RestoreProps = {
  readonly isHome?: boolean
  /** A desk that was never set up: nobody has initials here, and any backup is taken with its key. */
  readonly isNew?: boolean
}

export function RestoreWay({ isHome = false, isNew = false }: RestoreProps): ReactNode {
  const { restore: words } = useWords().rescue
  return (
    <Way
      heading={words.heading}
      says={isNew ? words.says_new : words.says}
      label={words.label}
      busyLabel={words.busy}
      problem={(data) => (formText(data, 'from_folder') === '' ? words.missing : '')}
      send={(desk, data) => desk.ask('store.restore', { commandId: desk.mint(), ...restoreInput(data) })}
    >
      <Field name="from_folder" label={words.folder} isHome={isHome} />
      {isNew ? null : (
        <div className={css['pair']}>
          <Field name="restore_initials" label={words.initials} />
          <Field name="restore_pin" label={words.pin} isSecret />
        </div>
      )}
      <Field name="backup_key" label={isNew ? words.key_new : words.key} hint={isNew ? '' : words.key_hint} />
    </Way>
  )
}

/** What was typed; an empty field is left out. */
function restoreInput(data: FormData): { from_folder: string; recovery_key?: string; initials?: string; pin?: string } {
  const [recovery_key, initials, pin] = ['backup_key', 'restore_initials', 'restore_pin'].map((name) =>
    formText(data, name),
  )
  return {
    from_folder: formText(data, 'from_folder'),
    ...(recovery_key && { recovery_key }),
    ...(initials && { initials }),
    ...(pin && { pin }),
  }
}
