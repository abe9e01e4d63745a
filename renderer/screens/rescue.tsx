/**
 * Rescue: a data file is damaged or cannot be opened. Says so plainly, records nothing, and offers the ways out that
 * the station lists: trying again (F5), the recovery key, a backup, going on without what cannot be read.
 */
import { LifeBuoy } from 'lucide-react'
import { useEffect, useState, type FormEvent, type ReactNode } from 'react'
import type { Desk } from '../desk/desk.ts'
import { useDesk, useDeskState, useWords } from '../desk/use-desk.ts'
import { whyNot, type Answer } from '../desk/wire.ts'
import { focusHome } from '../keys/field.ts'
import { Button } from '../parts/frame/keys.tsx'
import css from '../styles/gate.module.css'
import { formText, shown } from '../text.ts'
import { Field, Gate, Refused } from './gate.tsx'
import { RETRY_KEY, useRetry } from './rescue-retry.ts'

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
function Way({ heading, says, label, busyLabel, isGrave = false, problem, send, children }: WayProps): ReactNode {
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

function UnlockWay(): ReactNode {
  const { opening, unlock: words } = useWords().rescue
  return (
    <Way
      heading={words.heading}
      says={words.says}
      label={words.label}
      busyLabel={opening}
      problem={(data) => (formText(data, 'recovery_key') === '' ? words.missing : '')}
      send={(desk, data) => desk.ask('rescue.unlock', { recovery_key: formText(data, 'recovery_key') })}
    >
      <Field name="recovery_key" label={words.field} isHome />
    </Way>
  )
}

function RestoreWay({ isHome }: { readonly isHome: boolean }): ReactNode {
  const { restore: words } = useWords().rescue
  return (
    <Way
      heading={words.heading}
      says={words.says}
      label={words.label}
      busyLabel={words.busy}
      problem={(data) => (formText(data, 'from_folder') === '' ? words.missing : '')}
      send={(desk, data) => {
        const recovery_key = formText(data, 'backup_key')
        return desk.ask('store.restore', {
          commandId: desk.mint(),
          from_folder: formText(data, 'from_folder'),
          ...(recovery_key === '' ? {} : { recovery_key }),
        })
      }}
    >
      <Field name="from_folder" label={words.folder} isHome={isHome} />
      <Field name="backup_key" label={words.key} hint={words.key_hint} />
    </Way>
  )
}

function GoOnWay({ loss }: { readonly loss: string }): ReactNode {
  const { opening, go_on: words } = useWords().rescue
  return (
    <Way
      heading={words.heading}
      says={words.says(loss)}
      label={words.label}
      busyLabel={opening}
      isGrave
      problem={(data) => (formText(data, 'initials') === '' || formText(data, 'pin') === '' ? words.missing : '')}
      send={(desk, data) =>
        desk.ask('rescue.go-on', { initials: formText(data, 'initials'), pin: formText(data, 'pin') })
      }
    >
      <div className={css['pair']}>
        <Field name="initials" label={words.initials} />
        <Field name="pin" label={words.pin} isSecret />
      </div>
    </Way>
  )
}

function Retry(): ReactNode {
  const { isBusy, said, retry } = useRetry()
  const words = useWords().rescue
  return (
    <div className={css['buttons']}>
      <Button chord={RETRY_KEY} look="main" isDisabled={isBusy} onClick={retry}>
        {isBusy ? words.opening : words.retry}
      </Button>
      <p role="status">{shown(said)}</p>
    </div>
  )
}

export function RescueScreen(): ReactNode {
  const { snapshot } = useDeskState()
  const words = useWords().rescue
  const trouble = snapshot?.strip.trouble ?? ''
  const ways = snapshot?.rescue
  const canUnlock = ways?.can_unlock ?? false
  const canRestore = ways?.can_restore ?? false
  useEffect(focusHome, [canUnlock, canRestore])
  return (
    <Gate name="rescue" icon={LifeBuoy} heading={words.heading} lead={words.lead} keepsFocus>
      <p className={css['error']}>
        <bdi>{shown(trouble) || words.damaged}</bdi>
      </p>
      <p>{words.paper}</p>
      <Retry />
      {canUnlock ? <UnlockWay /> : null}
      {canRestore ? <RestoreWay isHome={!canUnlock} /> : null}
      {ways && ways.go_on !== '' ? <GoOnWay loss={ways.go_on} /> : null}
    </Gate>
  )
}
