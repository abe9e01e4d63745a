/** What the patron reads from across the desk: one figure as large as the screen allows, and what belongs to it. */
import type { ReactElement } from 'react'
import type { PatronView } from '../../shared/devices/display/view.ts'
import styles from './patron.module.css'

type Line = PatronView['lines'][number]

/** By their place: two lines may say the same. */
function keyed<One>(all: readonly One[]): readonly { readonly key: string; readonly one: One }[] {
  return all.map((one, index) => ({ key: String(index), one }))
}

export function PatronScreen({ view }: { readonly view: PatronView }): ReactElement {
  const { scene, library_name, lines, titles, mark } = view
  const isGreeting = scene === 'welcome' || scene === 'closed'
  return (
    <main className={styles['screen']} data-scene={scene}>
      {mark === '' ? null : <p className={styles['mark']}>{mark}</p>}
      {isGreeting ? null : <h1 className={styles['library']}>{library_name}</h1>}
      <div className={styles['lines']} role="status">
        {keyed(lines).map(({ key, one }) => (
          <ViewLine key={key} line={one} isGreeting={isGreeting} isFirst={key === '0'} />
        ))}
      </div>
      {titles.length === 0 ? null : (
        <ul className={styles['titles']}>
          {keyed(titles).map(({ key, one }) => (
            <li key={key}>{one}</li>
          ))}
        </ul>
      )}
    </main>
  )
}

type LineProps = { readonly line: Line; readonly isGreeting: boolean; readonly isFirst: boolean }

function ViewLine({ line, isGreeting, isFirst }: LineProps): ReactElement {
  const { label, value, is_large } = line
  if (isGreeting && isFirst) return <h1 className={styles['greeting']}>{label}</h1>
  if (value === '') return <p className={styles['said']}>{label}</p>
  return (
    <p className={styles[is_large ? 'large' : 'line']}>
      <span>{label}</span> <strong className={is_large ? 'number' : ''}>{value}</strong>
    </p>
  )
}
