/**
 * Rescue: a data file is damaged or cannot be opened. Says so plainly, records nothing, and offers the ways out that
 * the station lists: trying again (F5), the recovery key, a backup, going on without what cannot be read.
 */
import { LifeBuoy } from 'lucide-react'
import { useEffect, type ReactNode } from 'react'
import { useDeskState, useWords } from '../desk/use-desk.ts'
import { focusHome } from '../fields/field.ts'
import { Button } from '../parts/frame/keys.tsx'
import css from '../styles/gate.module.css'
import { formText, shown } from '../text.ts'
import { Field, Gate } from './gate.tsx'
import { RETRY_KEY, useRetry } from './rescue-retry.ts'
import { RestoreWay, Way } from './ways.tsx'

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
