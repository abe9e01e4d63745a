/**
 * What grows with lateness, in steps: where nothing is charged is hatched, the most there can be is a dashed line. Its
 * words stand in the picture, its amounts in the table beside it. Across and up in hundredths of its box.
 */
import { useId, type ReactNode } from 'react'
import { scaleLinear } from '@visx/scale'
import { LinePath } from '@visx/shape'
import type { Curve } from '../../../shared/desk/pictures.ts'
import { cents } from '../../../shared/kernel/money.ts'
import { useMoney, useWords } from '../../desk/use-desk.ts'
import css from '../../styles/curve.module.css'
import { shown } from '../../text.ts'
import { Hatch } from './hatch.tsx'
import { Pictured } from './pictured.tsx'

type CurveProps = { readonly section: Curve }

/** Room above the highest amount, for its words. */
const HEADROOM = 1.25
const TICKS = 5
/** So far below the cap is room for the words of a line. */
const CLEAR = 20

function scalesOf({ late_max, points, cap }: Curve) {
  const most = Math.max(100, cap?.amount_cents ?? 0, ...points.map(({ amount_cents }) => amount_cents))
  return {
    x: scaleLinear({ domain: [0, late_max], range: [0, 100] }),
    y: scaleLinear({ domain: [0, most * HEADROOM], range: [100, 0] }),
  }
}

/** The corners of the steps: an amount stays until the next one. */
function cornersOf({ points, late_max }: Curve): readonly (readonly [late_count: number, amount_cents: number])[] {
  const corners = points.flatMap(({ late_count, amount_cents }, at) => {
    const before = points[at - 1]
    // A day is charged once it has begun: the step stands at the end of the day before.
    const from = Math.max(0, late_count - 1)
    return before ? [[from, before.amount_cents] as const, [from, amount_cents] as const] : [[0, amount_cents] as const]
  })
  return [...corners, [late_max, points.at(-1)?.amount_cents ?? 0] as const]
}

function Axis({ section }: CurveProps): ReactNode {
  const { number } = useWords()
  const { x } = scalesOf(section)
  const ticks = x.ticks(TICKS).filter((tick) => Number.isInteger(tick))
  return (
    <g className={css['axis']}>
      {ticks.map((tick) => (
        <text
          key={tick}
          x={`${x(tick)}%`}
          y="100%"
          dy="-0.15em"
          textAnchor={tick === 0 ? 'start' : x(tick) > 96 ? 'end' : 'middle'}
        >
          {number(tick)}
        </text>
      ))}
    </g>
  )
}

function Plot({ section }: CurveProps): ReactNode {
  const id = useId()
  const money = useMoney()
  const { x, y } = scalesOf(section)
  const { free, cap } = section
  const capped = cap ? y(cap.amount_cents) : 0
  const middle = y.ticks(2).filter((tick) => tick > 0 && y(tick) > capped + CLEAR)
  return (
    <svg className={css['plot']} data-plot>
      <Hatch id={id} />
      {free ? <rect width={`${x(free.late_count)}%`} height="100%" fill={`url(#${id})`} data-free /> : null}
      {middle.map((tick) => (
        <g key={tick} className={css['tick']}>
          <line x2="100%" y1={`${y(tick)}%`} y2={`${y(tick)}%`} />
          <text x="100%" y={`${y(tick)}%`} dy="-0.2em">
            {money(cents(tick))}
          </text>
        </g>
      ))}
      <svg width="100%" height="100%" viewBox="0 0 100 100" preserveAspectRatio="none">
        <LinePath
          className={css['line'] ?? ''}
          data={[...cornersOf(section)]}
          x={([late]) => x(late)}
          y={([, amount]) => y(amount)}
          data-curve
        />
      </svg>
      {cap ? (
        <g className={css['cap']} data-cap>
          <line x2="100%" y1={`${y(cap.amount_cents)}%`} y2={`${y(cap.amount_cents)}%`} />
          <text x="100%" y={`${y(cap.amount_cents)}%`} dy="-0.2em">
            {shown(cap.label)}
          </text>
        </g>
      ) : null}
    </svg>
  )
}

export function CurvePart({ section }: CurveProps): ReactNode {
  const id = useId()
  const money = useMoney()
  const { says, free, rows, late_heading, amount_heading } = section
  const isNamed = says !== ''
  return (
    <Pictured part="curve" says={says} says_id={id}>
      <div className={css['curve']}>
        <div
          role={isNamed ? 'img' : undefined}
          aria-labelledby={isNamed ? id : undefined}
          aria-hidden={isNamed ? undefined : true}
        >
          <Plot section={section} />
          <svg className={css['under']}>
            <Axis section={section} />
          </svg>
          <p className={css['words']}>
            {shown(late_heading)}
            {free ? <span data-key>{shown(free.label)}</span> : null}
          </p>
        </div>
        <table className={css['table']}>
          <thead>
            <tr>
              <th scope="col">{shown(late_heading)}</th>
              <th scope="col">{shown(amount_heading)}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ label, amount_cents }) => (
              <tr key={label}>
                <th scope="row">{shown(label)}</th>
                <td className="number">{money(cents(amount_cents))}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Pictured>
  )
}
