/** Every act of the desk with its key, on one page. */
import type { ReactNode } from 'react'
import { ACTIONS, FIXED_KEYS } from '../../../shared/desk/keymap.ts'
import { useDeskState } from '../../desk/use-desk.ts'
import css from '../../styles/panel.module.css'
import { Keys } from './keys.tsx'

export function KeyHelp(): ReactNode {
  const { keys } = useDeskState()
  return (
    <section className={css['panel']} aria-label="Keys" data-part="keys" tabIndex={0}>
      <div className={css['head']}>
        <h2>Keys</h2>
        <Keys chord="Esc" />
      </div>
      <ul className={css['keys']}>
        {ACTIONS.map((entry) => (
          <li key={entry.action}>
            <span>
              <b>{entry.label}</b> <span className={css['does']}>{entry.does}</span>
            </span>
            <Keys chord={keys[entry.action]} />
          </li>
        ))}
        {FIXED_KEYS.map((entry) => (
          <li key={entry.chord}>
            <span className={css['quiet']}>{entry.does}</span>
            <Keys chord={entry.chord} />
          </li>
        ))}
      </ul>
    </section>
  )
}
