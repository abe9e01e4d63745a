/** A group of places in the rail behind one button: opened by key or mouse, closed by Esc, a choice or a click. */
import { useEffect, useLayoutEffect, useRef, type KeyboardEvent, type ReactNode, type RefObject } from 'react'
import { runAction } from '../../desk/run.ts'
import { useDesk, useDeskState, useWords } from '../../desk/use-desk.ts'
import css from '../../styles/rail.module.css'
import { ariaKeys, Keys } from './keys.tsx'
import { isAction, type MenuEntry, type Stop, type Whereabouts } from './rail-places.ts'

/** How `more_of` names an open menu: one list is open at a time, here or on the page. */
const openName = (name: string): string => `rail ${name}`

type ListProps = {
  readonly menu: MenuEntry
  readonly current: Whereabouts
  readonly byKeyRef: RefObject<boolean>
  readonly onLeave: () => void
}

function List({ menu, current, byKeyRef, onLeave }: ListProps): ReactNode {
  const desk = useDesk()
  const { keys } = useDeskState()
  const words = useWords()
  const list = useRef<HTMLUListElement>(null)
  useLayoutEffect(() => {
    const box = list.current
    const button = box?.previousElementSibling?.getBoundingClientRect()
    if (!box || !button) return
    box.style.insetInlineStart = `${button.right}px`
    box.style.top = `${Math.max(8, Math.min(button.top, window.innerHeight - box.offsetHeight - 8))}px`
    if (byKeyRef.current) box.querySelector('button')?.focus()
  }, [byKeyRef])
  const walk = (event: KeyboardEvent): void => {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (by === undefined) return
    event.preventDefault()
    const all = [...(list.current?.querySelectorAll('button') ?? [])]
    const at = all.findIndex((one) => one === document.activeElement)
    all[(at + by + all.length) % all.length]?.focus()
  }
  const go = (stop: Stop): void => {
    onLeave()
    if (isAction(stop)) runAction(desk, stop)
    else desk.go({ place: stop, about: '' })
  }
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- arrows walk the buttons in it
    <ul ref={list} id={menu.name} className={css['list']} data-part="rail-menu" onKeyDown={walk}>
      {menu.stops.map((stop) => {
        const chord = isAction(stop) ? keys[stop] : ''
        return (
          <li key={stop}>
            <button
              type="button"
              aria-current={stop === current ? 'page' : undefined}
              aria-keyshortcuts={chord === '' ? undefined : ariaKeys(chord)}
              onClick={() => go(stop)}
            >
              <span>{isAction(stop) ? words.keys.acts[stop].label : words.rail[stop]}</span>
              {chord === '' ? null : (
                <span aria-hidden="true">
                  <Keys chord={chord} />
                </span>
              )}
            </button>
          </li>
        )
      })}
    </ul>
  )
}

type MenuProps = { readonly menu: MenuEntry; readonly current: Whereabouts }

export function RailMenu({ menu, current }: MenuProps): ReactNode {
  const desk = useDesk()
  const { more_of } = useDeskState()
  const words = useWords().rail
  const byKeyRef = useRef(false)
  const isOpen = more_of === openName(menu.name)
  const close = (): void => desk.store.change({ more_of: null })
  useEffect(() => {
    if (!isOpen) return undefined
    const onDown = ({ target }: MouseEvent): void => {
      if (target instanceof Element && !target.closest('nav')) desk.store.change({ more_of: null })
    }
    document.addEventListener('mousedown', onDown)
    return () => document.removeEventListener('mousedown', onDown)
  }, [desk, isOpen])
  const Icon = menu.icon
  return (
    <>
      <button
        type="button"
        data-current={menu.stops.some((stop) => stop === current) || undefined}
        aria-expanded={isOpen}
        aria-controls={isOpen ? menu.name : undefined}
        onClick={(event) => {
          byKeyRef.current = event.detail === 0
          desk.store.change({ more_of: isOpen ? null : openName(menu.name) })
        }}
      >
        <span className={css['key']} aria-hidden="true">
          <Icon className="icon" />
          <span className={css['opens']}>▸</span>
        </span>
        {words[menu.name]}
      </button>
      {isOpen ? <List menu={menu} current={current} byKeyRef={byKeyRef} onLeave={close} /> : null}
    </>
  )
}
