/**
 * The last days as a strip, a cell a day: full with a check mark where a backup was made, hatched with a cross where
 * one failed, empty where there is none; today has a second frame. The table under it tells the same in spans, each
 * with the sign of its cells.
 */
import type { ReactNode } from 'react'
import type { BackupStrip } from '../../../shared/desk/pictures.ts'
import { useWords } from '../../desk/use-desk.ts'
import css from '../../styles/chart.module.css'
import { shown } from '../../text.ts'
import { Pictured } from './pictured.tsx'

type State = BackupStrip['days'][number]['state']

const SIGNS: Readonly<Record<State, string>> = { made: '✓', failed: '×', none: '' }

function Cell({ state, isToday = false }: { readonly state: State; readonly isToday?: boolean }): ReactNode {
  return (
    <b className={css['cell']} data-backup={state} data-today={isToday || undefined} aria-hidden="true">
      {SIGNS[state] === '' ? null : <span>{SIGNS[state]}</span>}
    </b>
  )
}

export function BackupStripPart({ section }: { readonly section: BackupStrip }): ReactNode {
  const { number } = useWords()
  const { days, spans, columns, says } = section
  return (
    <Pictured part="backup-strip" says={says}>
      <ol className={css['strip']} aria-hidden="true">
        {days.map(({ on, state, tick }, at) => (
          <li key={on}>
            <span className={css['tick']}>{shown(tick)}</span>
            <Cell state={state} isToday={at === days.length - 1} />
            <span className={css['day']}>{Number(on.slice(-2))}</span>
          </li>
        ))}
      </ol>
      <table className={`${css['table']} ${css['spans']}`}>
        <thead>
          <tr>
            <th scope="col">{shown(columns.days)}</th>
            <th scope="col">{shown(columns.backup)}</th>
            <th scope="col">{shown(columns.count)}</th>
          </tr>
        </thead>
        <tbody>
          {spans.map(({ label, state, text, days_count }) => (
            <tr key={label}>
              <th scope="row">{shown(label)}</th>
              <td>
                <Cell state={state} /> {shown(text)}
              </td>
              <td className="number">{number(days_count)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Pictured>
  )
}
