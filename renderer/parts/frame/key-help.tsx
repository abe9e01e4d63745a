/** Every act of the desk with its key, on one page. */
import type { ReactNode } from 'react'
import { ACTIONS } from '../../../shared/desk/keymap.ts'
import { useDeskState, useWords } from '../../desk/use-desk.ts'
import css from '../../styles/panel.module.css'
import { Keys } from './keys.tsx'

/** All keys, in the order of the map; then those that never change. */
export function KeyList(): ReactNode {
  const { keys } = useDeskState()
  const words = useWords().keys
  return (
    <ul className={css['keys']}>
      {ACTIONS.map((action) => (
        <li key={action}>
          <span>
            <b>{words.acts[action].label}</b> <span className={css['does']}>{words.acts[action].does}</span>
          </span>
          <Keys chord={keys[action]} />
        </li>
      ))}
      {Object.entries(words.fixed).map(([chord, does]) => (
        <li key={chord}>
          <span className={css['quiet']}>{does}</span>
          <Keys chord={chord} />
        </li>
      ))}
    </ul>
  )
}

export function KeyHelp(): ReactNode {
  const words = useWords().keys
  return (
    <section className={css['panel']} aria-label={words.heading} data-part="keys" tabIndex={0}>
      <div className={css['head']}>
        <h2>{words.heading}</h2>
        <Keys chord="Esc" />
      </div>
      <KeyList />
    </section>
  )
}
