/**
 * What a drawer should hold through a day, in steps, with each count as a point: a ring where it agrees, a full diamond
 * where it does not. Its table says the same by the hour. Across and up in hundredths of its box.
 */
import { useId, type ReactNode } from 'react'
import { scaleLinear } from '@visx/scale'
import { LinePath } from '@visx/shape'
import type { Level } from '../../../shared/desk/pictures.ts'
import { cents } from '../../../shared/kernel/money.ts'
import { useMoney } from '../../desk/use-desk.ts'
import css from '../../styles/curve.module.css'
import { shown } from '../../text.ts'
import { Pictured } from './pictured.tsx'

type LevelProps = { readonly section: Level }

/** Room above the highest amount, for the amount of its line. */
const HEADROOM = 1.2
/** In pixels: half the width of the mark of a count. */
const MARK = 6
/** Across: room for half a mark at the start, and for the amounts of the lines at the end. */
const ACROSS = [1.5, 80]
const HOURS_SAID_MAX = 6

function scalesOf({ from_ms, to_ms, levels, counts }: Level) {
  const amounts = [...levels, ...counts].map(({ amount_cents }) => amount_cents)
  return {
    x: scaleLinear({ domain: [from_ms, Math.max(to_ms, from_ms + 1)], range: ACROSS }),
    y: scaleLinear({ domain: [0, Math.max(100, ...amounts) * HEADROOM], range: [100, 0] }),
  }
}

/** The corners of the steps: an amount stays until the next one. */
function cornersOf({ levels, to_ms }: Level): readonly (readonly [at_ms: number, amount_cents: number])[] {
  const corners = levels.flatMap(({ at_ms, amount_cents }, at) => {
    const before = levels[at - 1]
    return before
      ? [[at_ms, before.amount_cents] as const, [at_ms, amount_cents] as const]
      : [[at_ms, amount_cents] as const]
  })
  return [...corners, [to_ms, levels.at(-1)?.amount_cents ?? 0] as const]
}

function CountMark({ is_off }: { readonly is_off: boolean }): ReactNode {
  return is_off ? (
    <path d={`M0,${-MARK}L${MARK},0L0,${MARK}L${-MARK},0Z`} data-count="off" />
  ) : (
    <circle r={MARK - 1} data-count="right" />
  )
}

function Plot({ section }: LevelProps): ReactNode {
  const money = useMoney()
  const { x, y } = scalesOf(section)
  const ticks = y.ticks(3)
  return (
    <svg className={css['plot']} data-plot>
      {ticks.map((tick) => (
        <g key={tick} className={css['tick']}>
          <line x2="100%" y1={`${y(tick)}%`} y2={`${y(tick)}%`} />
        </g>
      ))}
      <svg width="100%" height="100%" viewBox="0 0 100 100" preserveAspectRatio="none">
        <LinePath
          className={css['line'] ?? ''}
          data={[...cornersOf(section)]}
          x={([at]) => x(at)}
          y={([, amount]) => y(amount)}
          data-level
        />
      </svg>
      {section.counts.map(({ at_ms, amount_cents, is_off }) => (
        <svg key={`${at_ms} ${amount_cents}`} className={css['mark']} x={`${x(at_ms)}%`} y={`${y(amount_cents)}%`}>
          <CountMark is_off={is_off} />
        </svg>
      ))}
      {/* Over the line of the drawer, with a ground of their own. */}
      <g className={css['tick']} data-amounts>
        {ticks
          .filter((tick) => tick > 0)
          .map((tick) => (
            <text key={tick} x="100%" y={`${y(tick)}%`} dy="-0.2em">
              {money(cents(tick))}
            </text>
          ))}
      </g>
    </svg>
  )
}

function Axis({ section }: LevelProps): ReactNode {
  const { x } = scalesOf(section)
  const each = Math.ceil(section.ticks.length / HOURS_SAID_MAX)
  return (
    <g className={css['axis']}>
      {section.ticks
        .filter((_, at) => at % each === 0)
        .map(({ at_ms, label }) => (
          <text key={at_ms} x={`${x(at_ms)}%`} y="100%" dy="-0.15em" textAnchor={x(at_ms) < 4 ? 'start' : 'middle'}>
            {shown(label)}
          </text>
        ))}
    </g>
  )
}

function Sign({ is_off, label }: { readonly is_off: boolean; readonly label: string }): ReactNode {
  return (
    <span>
      <svg
        className={css['sign']}
        viewBox={`${-MARK - 1} ${-MARK - 1} ${2 * MARK + 2} ${2 * MARK + 2}`}
        aria-hidden="true"
      >
        <CountMark is_off={is_off} />
      </svg>
      {shown(label)}
    </span>
  )
}

function Table({ section }: LevelProps): ReactNode {
  const money = useMoney()
  const { rows, columns } = section
  return (
    <table className={css['table']}>
      <thead>
        <tr>
          <th scope="col">{shown(columns.time)}</th>
          <th scope="col">{shown(columns.should)}</th>
          <th scope="col">{shown(columns.counted)}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ at_ms, label, amount_cents, counted_cents }) => (
          <tr key={`${at_ms} ${label}`}>
            <th scope="row">{shown(label)}</th>
            <td className="number">{money(cents(amount_cents))}</td>
            <td className="number">{counted_cents === null ? '' : money(cents(counted_cents))}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

export function LevelPart({ section }: LevelProps): ReactNode {
  const id = useId()
  const { says, labels, counts } = section
  return (
    <Pictured part="level" says={says} says_id={id}>
      <div className={css['level']}>
        <div role="img" aria-labelledby={id}>
          <Plot section={section} />
          <svg className={css['under']}>
            <Axis section={section} />
          </svg>
          <p className={css['words']}>
            {counts.some(({ is_off }) => !is_off) ? <Sign is_off={false} label={labels.right} /> : null}
            {counts.some(({ is_off }) => is_off) ? <Sign is_off label={labels.off} /> : null}
          </p>
        </div>
        <Table section={section} />
      </div>
    </Pictured>
  )
}
