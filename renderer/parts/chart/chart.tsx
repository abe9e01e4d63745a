/**
 * Figures as bars beside the rows of their table, or as columns above a wide one. The table says everything and the
 * picture shows it at a glance: by length, and several series by full, hatched, empty and dotted bars, so that gray and
 * forced colors lose nothing. Lengths are shares and text heights, so that it follows the window and the text without
 * measuring.
 */
import { useId, type ReactNode } from 'react'
import { scaleBand, scaleLinear } from '@visx/scale'
import { Bar } from '@visx/shape'
import type { BarMark, Chart } from '../../../shared/desk/pictures.ts'
import { cents } from '../../../shared/kernel/money.ts'
import { useMoney, useWords } from '../../desk/use-desk.ts'
import css from '../../styles/chart.module.css'
import { shown } from '../../text.ts'
import { Dots, Hatch } from './hatch.tsx'
import { Pictured } from './pictured.tsx'

type ChartProps = { readonly section: Chart }

/** In text heights. */
const COLUMNS_REM = 7
/** In hundredths: a figure that is not zero can be seen. */
const LENGTH_MIN = 0.8
/** In hundredths: a column that stands alone is no wall. */
const THICK_MAX = 5
/** Labels so short stay level where the others are turned. */
const SHORT_MAX = 2

function mostOf({ bars }: Chart): number {
  return Math.max(1, ...bars.flatMap(({ values }) => values))
}

/** The length of a bar, in hundredths of the longest. */
function lengthScale(chart: Chart): (value: number) => number {
  const scale = scaleLinear({ domain: [0, mostOf(chart)], range: [0, 100] })
  return (value) => (value === 0 ? 0 : Math.max(LENGTH_MIN, scale(value)))
}

function useFigure({ unit }: Chart): (value: number) => string {
  const money = useMoney()
  const { number } = useWords()
  return (value) => (unit === 'cents' ? money(cents(value)) : number(value))
}

/** Labels down, one column for each of the series, and the bars of a row behind its figures. */
function BarTable({ section }: ChartProps): ReactNode {
  const figure = useFigure(section)
  const length = lengthScale(section)
  const { bars, label_heading, series } = section
  return (
    <table className={css['table']}>
      <thead>
        <tr>
          <th scope="col">{shown(label_heading)}</th>
          {series.map((name, at) => (
            <th key={name} scope="col">
              <SeriesName name={name} at={at} of={series.length} />
            </th>
          ))}
          <td className={css['bars']} aria-hidden="true" />
        </tr>
      </thead>
      <tbody>
        {bars.map(({ label, values, mark }) => (
          <tr key={label}>
            <th scope="row" data-mark={mark}>
              {shown(label)}
            </th>
            {series.map((name, at) => (
              <td key={name} className="number" data-zero={(values[at] ?? 0) === 0 || undefined}>
                {figure(values[at] ?? 0)}
              </td>
            ))}
            <td className={css['bars']} aria-hidden="true">
              <RowBars series={series} lengths={series.map((_, at) => length(values[at] ?? 0))} mark={mark} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

type RowBarsProps = {
  readonly series: readonly string[]
  readonly lengths: readonly number[]
  readonly mark: BarMark
}

function RowBars({ series, lengths, mark }: RowBarsProps): ReactNode {
  const id = useId()
  const thick = 100 / lengths.length
  return (
    <svg>
      <Fills id={id} />
      {series.map((name, at) => (
        <Bar
          key={name}
          y={`${at * thick}%`}
          width={`${lengths[at] ?? 0}%`}
          height={`${thick}%`}
          fill={fillOf(id, at)}
          data-series={at}
          data-mark={mark}
        />
      ))}
    </svg>
  )
}

function Fills({ id }: { readonly id: string }): ReactNode {
  return (
    <>
      <Hatch id={id} />
      <Dots id={`${id}-dots`} />
    </>
  )
}

/** The first of several series is full, the second hatched, the third empty, the fourth dotted. */
function fillOf(id: string, series: number): string | undefined {
  if (series === 1) return `url(#${id})`
  return series === 3 ? `url(#${id}-dots)` : undefined
}

/** Labels across, one row for each of the series: each column of the picture stands above its figures. */
function TableBelow({ section }: ChartProps): ReactNode {
  const figure = useFigure(section)
  const { bars, label_heading, series } = section
  return (
    <table className={css['wide']}>
      <thead>
        <tr>
          <th scope="col">{shown(label_heading)}</th>
          {bars.map(({ label }) => (
            <th key={label} scope="col" data-short={label.length <= SHORT_MAX || undefined}>
              {shown(label)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {series.map((name, at) => (
          <tr key={name}>
            <th scope="row">
              <SeriesName name={name} at={at} of={series.length} />
            </th>
            {bars.map(({ label, values }) => (
              <td key={label} className="number" data-zero={(values[at] ?? 0) === 0 || undefined}>
                {figure(values[at] ?? 0)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Where there are several series, the sign of each stands before its name. */
function SeriesName({ name, at, of }: { readonly name: string; readonly at: number; readonly of: number }): ReactNode {
  const id = useId()
  if (of === 1) return shown(name)
  return (
    <>
      <svg className={css['key']} aria-hidden="true">
        <Fills id={id} />
        <Bar width="100%" height="100%" data-series={at} fill={fillOf(id, at)} />
      </svg>
      {shown(name)}
    </>
  )
}

function Columns({ section }: ChartProps): ReactNode {
  const id = useId()
  const { bars, series } = section
  const length = lengthScale(section)
  const slots = scaleBand({ domain: bars.map((_, at) => at), range: [0, 100], padding: 0.2 })
  const thick = Math.min(slots.bandwidth() / series.length, THICK_MAX)
  const inset = (slots.bandwidth() - thick * series.length) / 2
  return (
    <svg className={css['columns']} height={`${COLUMNS_REM}rem`} aria-hidden="true">
      <Fills id={id} />
      {bars.flatMap(({ label, values, mark }, slot) =>
        series.map((name, at) => (
          <Bar
            key={`${label} ${name}`}
            x={`${(slots(slot) ?? 0) + inset + at * thick}%`}
            y={`${100 - length(values[at] ?? 0)}%`}
            width={`${thick}%`}
            height={`${length(values[at] ?? 0)}%`}
            fill={fillOf(id, at)}
            data-series={at}
            data-mark={mark}
          />
        )),
      )}
    </svg>
  )
}

export function ChartPart({ section }: ChartProps): ReactNode {
  return (
    <Pictured part="chart" says={section.says}>
      {section.shape === 'bars' ? (
        <BarTable section={section} />
      ) : (
        <>
          <Columns section={section} />
          <TableBelow section={section} />
        </>
      )}
    </Pictured>
  )
}
