/**
 * What can be done, as buttons: each with its letter, each for the mouse and the finger too. The first ones are in
 * sight, the rest under "More", in groups of at most eight, grave ones last and set apart. A letter works whether its
 * button is in sight or not; what has none gets one while "More" is open.
 */
import { useEffect, useRef, type ReactNode, type RefObject } from 'react'
import type { Act } from '../../../shared/desk/page.ts'
import { runAct } from '../../desk/forms.ts'
import { MORE_KEY } from '../../desk/intents.ts'
import { keyOfAct, moreActs, moreAt } from '../../desk/page.ts'
import { useDesk, useDeskState, useWords } from '../../desk/use-desk.ts'
import css from '../../styles/page.module.css'
import { shown } from '../../text.ts'
import { Button, Keys } from '../frame/keys.tsx'

type Placed = { readonly row_id: string | null }

function ActButton({ act, row_id }: Placed & { readonly act: Act }): ReactNode {
  const desk = useDesk()
  const words = useWords().page
  const chord = keyOfAct(useDeskState().keys, act)
  const isDraft = desk.drafts.kept({ act, row_id }) !== null
  return (
    <Button
      {...(chord === undefined ? {} : { chord })}
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
  const state = useDeskState()
  const words = useWords().page
  const isOpen = state.more_of === (row_id ?? '')
  const hasKey = !isOpen && moreAt(state) === (row_id ?? '')
  return (
    <button
      type="button"
      className={css['moreButton']}
      data-more
      aria-keyshortcuts={hasKey ? MORE_KEY : undefined}
      aria-expanded={isOpen}
      aria-controls={isOpen ? listId(row_id) : undefined}
      onClick={(event) => {
        byKeyRef.current = event.detail === 0
        desk.store.change({ more_of: isOpen ? null : (row_id ?? '') })
      }}
    >
      {isOpen ? words.fewer : words.more}
      {hasKey ? (
        <span aria-hidden="true">
          <Keys chord="→" />
        </span>
      ) : null}
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
      {inGroups(acts).map((group) => (
        <div key={group[0]?.act_id} className={css['moreGroup']} data-grave={group[0]?.is_grave || undefined}>
          <Some acts={group} row_id={row_id} />
        </div>
      ))}
    </div>
  )
}

/** What the eye takes in at once. */
const GROUP_COUNT_MAX = 8

/** As many groups as are needed, of about the same size; the grave acts are one of their own. */
function inGroups(acts: readonly Act[]): readonly (readonly Act[])[] {
  const [plain, grave] = [acts.filter((one) => !one.is_grave), acts.filter((one) => one.is_grave)]
  const size = Math.ceil(plain.length / Math.ceil(plain.length / GROUP_COUNT_MAX))
  const groups = plain.flatMap((_, at) => (at % size === 0 ? [plain.slice(at, at + size)] : []))
  return grave.length === 0 ? groups : [...groups, grave]
}

type ActsProps = Placed & {
  readonly acts: readonly Act[]
  readonly enter?: Act | null
  /** What every page has besides its own acts: paper, and the way back. */
  readonly children?: ReactNode
}

export function Acts({ acts, row_id, enter = null, children = null }: ActsProps): ReactNode {
  const desk = useDesk()
  const state = useDeskState()
  const byKeyRef = useRef(false)
  const more = acts.filter((one) => one.weight === 'more')
  const isOpen = state.more_of === (row_id ?? '')
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
      {more.length > 0 && isOpen ? (
        <MoreList acts={moreActs(state).map(({ act }) => act)} row_id={row_id} byKeyRef={byKeyRef} />
      ) : null}
    </>
  )
}
