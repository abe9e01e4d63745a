/**
 * The months from a check-out to its due date, each a table: closed days are hatched and crossed, the day it went out
 * and the day it is due have a frame and their word for a screen reader.
 */
import type { ReactNode } from 'react'
import type { Months } from '../../../shared/desk/pictures.ts'
import { localDate } from '../../../shared/kernel/time.ts'
import { useDates } from '../../desk/use-desk.ts'
import css from '../../styles/curve.module.css'
import { shown } from '../../text.ts'
import { Pictured } from './pictured.tsx'

type Month = Months['months'][number]
type Day = Month['days'][number]

const WEEKDAYS = [0, 1, 2, 3, 4, 5, 6]
const SHORT = 2

/** The days in rows of seven, Sunday first, with nothing before the first. */
function weeksOf(days: readonly Day[], first_on: string): readonly (readonly (Day | null)[])[] {
  const cells = [...WEEKDAYS.slice(0, new Date(`${first_on}T00:00:00Z`).getUTCDay()).map(() => null), ...days]
  const weeks: (readonly (Day | null)[])[] = []
  for (let at = 0; at < cells.length; at += WEEKDAYS.length) weeks.push(cells.slice(at, at + WEEKDAYS.length))
  return weeks
}

function DayCell({ day, labels }: { readonly day: Day | null; readonly labels: Months['labels'] }): ReactNode {
  if (!day) return <td />
  const { on, is_closed, mark } = day
  const words = [mark === 'plain' || mark === 'within' ? '' : labels[mark], is_closed ? labels.closed : '']
  const said = words.filter((one) => one !== '').join(', ')
  return (
    <td data-day={mark} data-closed={is_closed || undefined}>
      <span>{Number(on.slice(-2))}</span>
      {said === '' ? null : <span className="unseen">{`, ${shown(said)}`}</span>}
    </td>
  )
}

function MonthTable({ month, labels }: { readonly month: Month; readonly labels: Months['labels'] }): ReactNode {
  const { month: named, weekday } = useDates()
  return (
    <table className={css['month']}>
      <caption>{named(localDate(month.first_on))}</caption>
      <thead>
        <tr>
          {WEEKDAYS.map((day) => (
            <th key={day} scope="col" abbr={weekday(day)}>
              {weekday(day).slice(0, SHORT)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOf(month.days, month.first_on).map((week, at) => (
          <tr key={week.find((day) => day !== null)?.on ?? at}>
            {week.map((day, place) => (
              <DayCell key={day?.on ?? `none ${WEEKDAYS[place] ?? place}`} day={day} labels={labels} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

export function MonthsPart({ section }: { readonly section: Months }): ReactNode {
  const { months, labels, says } = section
  const days = months.flatMap((month) => month.days)
  const hasPassed = days.some(({ mark }) => mark === 'passed')
  const hasClosed = days.some(({ is_closed }) => is_closed)
  return (
    <Pictured part="months" says={says}>
      <div className={css['months']}>
        {months.map((month) => (
          <MonthTable key={month.first_on} month={month} labels={labels} />
        ))}
        <ul className={css['legend']} aria-hidden="true">
          <li data-day="out">{shown(labels.out)}</li>
          {hasPassed ? <li data-day="passed">{shown(labels.passed)}</li> : null}
          <li data-day="due">{shown(labels.due)}</li>
          {hasClosed ? (
            <li data-closed>
              <span>{shown(labels.closed)}</span>
            </li>
          ) : null}
        </ul>
      </div>
    </Pictured>
  )
}
