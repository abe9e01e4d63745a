/** Quantiles, medians and the table of results. Says what was measured; a missed target is a line like any other. */
import { must } from '../../shared/kernel/assert.ts'

export type Figure = {
  readonly what: string
  /** As measured, with its unit. */
  readonly measured: string
  /** The target; empty when there is none. */
  readonly target: string
  readonly isMet: boolean | null
  /** What was measured beside it, and its figure. */
  readonly beside: string
}

export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  const place = Math.min(sorted.length - 1, Math.floor(sorted.length * share))
  return must(sorted[place], 'at least one value')
}

export const median = (values: readonly number[]): number => quantile(values, 0.5)

export function msText(ms: number): string {
  return ms < 0.1 ? `${(ms * 1000).toFixed(0)} µs` : ms < 10 ? `${ms.toFixed(2)} ms` : `${ms.toFixed(0)} ms`
}

export const percentText = (share: number): string => `${(share * 100).toFixed(0)} %`
export const countText = (count: number): string => count.toLocaleString('en-US')
export const mbText = (bytes: number): string => `${(bytes / 1_000_000).toFixed(0)} MB`

/** p50 / p95 / p99 of milliseconds. */
export function spreadText(ms: readonly number[]): string {
  return [0.5, 0.95, 0.99].map((share) => msText(quantile(ms, share))).join(' / ')
}

/** Calls `work` and returns how long it took, in milliseconds. */
export function timed(work: () => void): number {
  const began = performance.now()
  work()
  return performance.now() - began
}

/** Processor milliseconds of `work`, so that other programs do not count. */
export function processorMs(work: () => void): number {
  const before = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

const verdict = (figure: Figure): string => (figure.isMet === null ? '' : figure.isMet ? 'met' : 'MISSED')

export function tableText(figures: readonly Figure[]): string {
  return plainTable([
    ['What', 'Measured', 'Must reach', '', 'Beside it'],
    ...figures.map((one) => [one.what, one.measured, one.target, verdict(one), one.beside]),
  ])
}

/** A Markdown table that also reads well on a terminal; its first row is the head. */
export function plainTable(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(3, ...rows.map((row) => Array.from(row[column] ?? '').length)),
  )
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell, index) => cell.padEnd(widths[index] ?? 0)).join(' | ')} |`
  const [head = [], ...body] = rows
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...body.map(line)].join('\n')
}
