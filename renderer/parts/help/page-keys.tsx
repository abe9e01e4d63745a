/** The keys of the open page and of the row at its cursor: what the clerk came for stands before the guide's text. */
import type { ReactNode } from 'react'
import { actOfEnter, pageActs } from '../../desk/page.ts'
import { useDeskState, useWords } from '../../desk/use-desk.ts'
import css from '../../styles/panel.module.css'
import { shown } from '../../text.ts'
import { Keys } from '../frame/keys.tsx'

/** Nothing for a page without a key. */
export function PageKeys(): ReactNode {
  const state = useDeskState()
  const { help: words, page } = useWords()
  const enter = actOfEnter(state)?.act.act_id
  const acts = pageActs(state).filter(({ act }) => act.label !== '')
  if (acts.length === 0) return null
  return (
    <section data-part="page-keys" aria-label={words.page_keys}>
      <h3>{words.page_keys}</h3>
      <ul className={css['keys']}>
        {acts.map(({ act, row_id }) => (
          <li key={`${row_id ?? ''} ${act.act_id}`}>
            <b>{shown(act.label)}</b>
            {act.key !== '' || act.act_id === enter ? <Keys chord={act.key || 'Enter'} /> : <span>{page.more}</span>}
          </li>
        ))}
        <li>
          <span>{words.page_back}</span>
          <Keys chord="Esc" />
        </li>
      </ul>
    </section>
  )
}
