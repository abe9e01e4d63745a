/**
 * The walk with a cart: the next stop in large letters, then each aisle with its stops on a line. A list, so that a
 * screen reader reads it as it stands: done stops have a check mark, the next one a ring and its call number.
 */
import type { ReactNode } from 'react'
import type { Walk } from '../../../shared/desk/pictures.ts'
import css from '../../styles/shelf/walk.module.css'
import { shown } from '../../text.ts'
import { Pictured } from './pictured.tsx'

type Aisle = Walk['aisles'][number]
type Stop = Aisle['stops'][number]

function NextStop({ next }: { readonly next: NonNullable<Walk['next']> }): ReactNode {
  const { label, place, call_number, title } = next
  return (
    <p className={css['next']} data-next>
      <span className={css['label']}>{shown(label)}</span>
      <b>
        <bdi>{shown(call_number)}</bdi>
      </b>
      <span className={css['where']}>
        <bdi>{shown(place)}</bdi>
      </span>
      <span className={css['title']}>
        <bdi>{shown(title)}</bdi>
      </span>
    </p>
  )
}

function StopMark({ stop, states }: { readonly stop: Stop; readonly states: Walk['states'] }): ReactNode {
  const { number, call_number, state } = stop
  const said = state === 'ahead' ? '' : `, ${shown(states[state])}`
  return (
    <li data-stop={state}>
      <span className={css['mark']} aria-hidden="true">
        {state === 'done' ? '✓' : number}
      </span>
      {state === 'next' ? <span aria-hidden="true">{shown(call_number)}</span> : null}
      <span className="unseen">{`${number}: ${shown(call_number)}${said}`}</span>
    </li>
  )
}

export function WalkPart({ section }: { readonly section: Walk }): ReactNode {
  const { next, aisles, states, says } = section
  return (
    <Pictured part="walk" says={says}>
      {next ? <NextStop next={next} /> : null}
      <ol className={css['aisles']}>
        {aisles.map(({ place, says: told, stops }) => (
          <li key={place}>
            <p className={css['aisle']}>
              <bdi>{shown(place)}</bdi> <small>{shown(told)}</small>
            </p>
            <ol className={css['stops']}>
              {stops.map((stop) => (
                <StopMark key={stop.number} stop={stop} states={states} />
              ))}
            </ol>
          </li>
        ))}
      </ol>
    </Pictured>
  )
}
