/** A barcode on paper: the bars for a scanner, the number below them for people. */
import type { ReactNode } from 'react'
import { bars } from '../../../shared/receipt/bars.ts'
import type { Symbology } from '../../../shared/catalog/symbology.ts'
import css from '../../styles/paper.module.css'

const HEIGHT = 30
/** The clear space at both ends that a scanner needs, in narrow bars. */
const QUIET = 10

type Bar = { readonly at: number; readonly width: number }

/** Where each bar stands; the gaps between them are left out. */
function placed(widths: readonly number[]): { readonly bars: readonly Bar[]; readonly width: number } {
  const found: Bar[] = []
  let at = QUIET
  for (const [index, width] of widths.entries()) {
    if (index % 2 === 0) found.push({ at, width })
    at += width
  }
  return { bars: found, width: at + QUIET }
}

export function PaperBars({ value, symbology }: { readonly value: string; readonly symbology: Symbology }): ReactNode {
  const drawn = placed(bars(value, symbology))
  return (
    <div className={css['barcode']}>
      <svg viewBox={`0 0 ${drawn.width} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
        {drawn.bars.map(({ at, width }) => (
          <rect key={at} x={at} y={0} width={width} height={HEIGHT} fill="currentColor" />
        ))}
      </svg>
      <p className={css['number']}>{value}</p>
    </div>
  )
}
