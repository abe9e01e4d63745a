/**
 * A series of figures as bars, with its table beside it: the table says everything, the bars show it at a glance. Their
 * length tells, and no color does, so they read in gray and in forced colors.
 */
import type { ReactNode } from 'react'
import type { Section } from '../../../shared/desk/page.ts'
import { useWords } from '../../desk/use-desk.ts'
import css from '../../styles/chart.module.css'
import { shown } from '../../text.ts'

type Chart = Extract<Section, { kind: 'chart' }>

/** In units of the drawing, which is stretched to the rows of the table. */
const ROW_HEIGHT = 10
const BAR_HEIGHT = 7
const WIDTH = 400

export function ChartPart({ section }: { readonly section: Chart }): ReactNode {
  const { number } = useWords()
  const { bars, label_heading, value_heading } = section
  const most = Math.max(1, ...bars.map((bar) => bar.value))
  return (
    <div className={css['chart']} data-part="chart">
      <table className={css['table']}>
        <thead>
          <tr>
            <th scope="col">{shown(label_heading)}</th>
            <th scope="col">{shown(value_heading)}</th>
          </tr>
        </thead>
        <tbody>
          {bars.map((bar) => (
            <tr key={bar.label}>
              <th scope="row">{shown(bar.label)}</th>
              <td className="number">{number(bar.value)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <svg
        className={css['bars']}
        style={{ height: `calc(var(--row) * ${bars.length})` }}
        viewBox={`0 0 ${WIDTH} ${bars.length * ROW_HEIGHT}`}
        preserveAspectRatio="none"
        aria-hidden="true"
      >
        {bars.map((bar, at) => (
          <rect
            key={bar.label}
            x={0}
            y={at * ROW_HEIGHT + (ROW_HEIGHT - BAR_HEIGHT) / 2}
            width={Math.max(bar.value === 0 ? 0 : 2, (bar.value / most) * WIDTH)}
            height={BAR_HEIGHT}
          />
        ))}
      </svg>
    </div>
  )
}
