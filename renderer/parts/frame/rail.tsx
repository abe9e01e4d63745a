/** The places of the desk with their keys, in two groups. Shows only what the signed-in role may open. */
import { useLayoutEffect, useRef, type ReactNode } from 'react'
import { runAction } from '../../desk/run.ts'
import { useDesk, useDeskState, useWords } from '../../desk/use-desk.ts'
import css from '../../styles/rail.module.css'
import { ariaKeys, Keys } from './keys.tsx'
import { RailMenu } from './rail-menu.tsx'
import { currentStop, GROUPS, pageOf, type MenuEntry } from './rail-places.ts'

export function Rail(): ReactNode {
  const desk = useDesk()
  const state = useDeskState()
  const words = useWords().rail
  const current = currentStop(state)
  const closed = state.snapshot?.closed_places ?? []
  const open = (menu: MenuEntry): MenuEntry => {
    const isOpen = (stop: MenuEntry['stops'][number]): boolean => !closed.some((place) => place === pageOf(stop))
    return { ...menu, stops: menu.stops.filter(isOpen) }
  }
  const rail = useRef<HTMLElement>(null)
  // Where not all of them fit, the place one is at is among those in sight.
  useLayoutEffect(() => {
    if (current === null) return
    rail.current?.querySelector('[aria-current="page"], [data-current]')?.scrollIntoView({ block: 'nearest' })
  }, [current])
  return (
    <nav ref={rail} className={css['rail']} aria-label={words.places}>
      {GROUPS.map(({ name, entries }) => (
        <div key={name} role="group" aria-label={words[name]} className={css['group']}>
          {entries.map((entry) => {
            if (entry.kind === 'menu') return <RailMenu key={entry.name} menu={open(entry)} current={current} />
            const { action, icon: Icon } = entry
            return (
              <button
                key={action}
                type="button"
                aria-current={action === current ? 'page' : undefined}
                aria-keyshortcuts={ariaKeys(state.keys[action])}
                onClick={() => runAction(desk, action)}
              >
                <span className={css['key']} aria-hidden="true">
                  <Icon className="icon" />
                  {action === 'settings' ? null : <Keys chord={state.keys[action].replace('Shift+', '⇧')} />}
                </span>
                {words[action]}
              </button>
            )
          })}
        </div>
      ))}
    </nav>
  )
}
