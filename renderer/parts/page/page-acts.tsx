/** What can be done, as buttons: each with its letter, each for the mouse and the finger too. */
import type { ReactNode } from 'react'
import type { Act } from '../../../shared/desk/page.ts'
import { runAct } from '../../desk/forms.ts'
import { useDesk } from '../../desk/use-desk.ts'
import { shown } from '../../text.ts'
import { Button } from '../frame/keys.tsx'

type ActsProps = { readonly acts: readonly Act[]; readonly row_id: string | null; readonly enter?: Act | null }

export function Acts({ acts, row_id, enter = null }: ActsProps): ReactNode {
  const desk = useDesk()
  return (
    <>
      {enter ? (
        <Button chord="Enter" onClick={() => runAct(desk, { act: enter, row_id })}>
          {shown(enter.label)}
        </Button>
      ) : null}
      {acts.map((act) => (
        <Button
          key={act.act_id}
          {...(act.key === '' ? {} : { chord: act.key })}
          look={act.is_grave ? 'grave' : 'plain'}
          onClick={() => runAct(desk, { act, row_id })}
        >
          {shown(act.label)}
        </Button>
      ))}
    </>
  )
}
