/**
 * What can be done, as buttons: each with its letter, each for the mouse and the finger too. The first ones are in
 * sight, the rest under "More", grave ones last and set apart. A letter works whether its button is in sight or not.
 */
import { useEffect, useRef, type ReactNode, type RefObject } from 'react'
import type { Act } from '../../../shared/desk/page.ts'
import { runAct } from '../../desk/forms.ts'
import { useDesk, useDeskState, useWords } from '../../desk/use-desk.ts'
import css from '../../styles/page.module.css'
import { shown } from '../../text.ts'
import { Button } from '../frame/keys.tsx'

type Placed = { readonly row_id: string | null }

function ActButton({ act, row_id }: Placed & { readonly act: Act }): ReactNode {
  const desk = useDesk()
  const words = useWords().page
  const isDraft = desk.drafts.kept({ act, row_id }) !== null
  return (
    <Button
      {...(act.key === '' ? {} : { chord: act.key })}
      look={act.is_grave ? 'grave' : 'plain'}
      onClick={() => runAct(desk, { act, row_id })}
    >
      {shown(isDraft ? words.form.with_draft(act.label) : act.label)}
    </Button>
  )
}

function Some({ acts, row_id }: Placed & { readonly acts: readonly Act[] }): ReactNode {
  return acts.map((act) => <ActButton key={act.act_id} act={act} row_id={row_id} />)
}

/** The acts in sight, and those set apart because they are grave. */
function InSight({ acts, row_id }: Placed & { readonly acts: readonly Act[] }): ReactNode {
  const grave = acts.filter((one) => one.is_grave)
  return (
    <>
      <Some acts={acts.filter((one) => !one.is_grave)} row_id={row_id} />
      {grave.length === 0 ? null : (
        <span className={css['apart']}>
          <Some acts={grave} row_id={row_id} />
        </span>
      )}
    </>
  )
}

const listId = (row_id: string | null): string => (row_id === null ? 'more-page' : 'more-row')

type ByKey = { readonly byKeyRef: RefObject<boolean> }

function MoreButton({ row_id, byKeyRef }: Placed & ByKey): ReactNode {
  const desk = useDesk()
  const { more_of } = useDeskState()
  const words = useWords().page
  const isOpen = more_of === (row_id ?? '')
  return (
    <button
      type="button"
      className={css['moreButton']}
      data-more
      aria-expanded={isOpen}
      aria-controls={isOpen ? listId(row_id) : undefined}
      onClick={(event) => {
        byKeyRef.current = event.detail === 0
        desk.store.change({ more_of: isOpen ? null : (row_id ?? '') })
      }}
    >
      {isOpen ? words.fewer : words.more}
    </button>
  )
}

function MoreList({ acts, row_id, byKeyRef }: Placed & ByKey & { readonly acts: readonly Act[] }): ReactNode {
  const list = useRef<HTMLDivElement>(null)
  const words = useWords().page
  useEffect(() => {
    // Opened by key, the list gets the focus; a click leaves it in the line.
    if (byKeyRef.current) list.current?.querySelector('button')?.focus()
    list.current?.scrollIntoView({ block: 'nearest' })
  }, [byKeyRef])
  return (
    <div
      ref={list}
      id={listId(row_id)}
      className={css['moreList']}
      role="group"
      aria-label={words.more}
      data-part="more"
    >
      <InSight acts={acts} row_id={row_id} />
    </div>
  )
}

type ActsProps = Placed & {
  readonly acts: readonly Act[]
  readonly enter?: Act | null
  /** What every page has besides its own acts: paper, and the way back. */
  readonly children?: ReactNode
}

export function Acts({ acts, row_id, enter = null, children = null }: ActsProps): ReactNode {
  const desk = useDesk()
  const { more_of } = useDeskState()
  const byKeyRef = useRef(false)
  const more = acts.filter((one) => one.weight === 'more')
  return (
    <>
      {enter ? (
        <Button chord="Enter" onClick={() => runAct(desk, { act: enter, row_id })}>
          {shown(enter.label)}
        </Button>
      ) : null}
      <InSight acts={acts.filter((one) => one.weight === 'main')} row_id={row_id} />
      {more.length === 0 ? null : <MoreButton row_id={row_id} byKeyRef={byKeyRef} />}
      {children}
      {more.length > 0 && more_of === (row_id ?? '') ? (
        <MoreList acts={more} row_id={row_id} byKeyRef={byKeyRef} />
      ) : null}
    </>
  )
}
