/** The hatching of a second series, a closed day, what does not count: told from a full area in gray too; and dots. */
import type { ReactNode } from 'react'
import css from '../../styles/chart.module.css'

/** In pixels of the screen: the stripes stay fine at any size of the text. */
const STEP = 7

/** @param id what it is filled by: `url(#id)` */
export function Hatch({ id }: { readonly id: string }): ReactNode {
  return (
    <defs>
      <pattern id={id} width={STEP} height={STEP} patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect className={css['ground']} width={STEP} height={STEP} />
        <rect className={css['stripe']} width={STEP / 2} height={STEP} />
      </pattern>
    </defs>
  )
}

/** The dots of a fourth series. */
export function Dots({ id }: { readonly id: string }): ReactNode {
  return (
    <defs>
      <pattern id={id} width={STEP} height={STEP} patternUnits="userSpaceOnUse">
        <rect className={css['ground']} width={STEP} height={STEP} />
        <circle className={css['stripe']} cx={STEP / 2} cy={STEP / 2} r={STEP / 4} />
      </pattern>
    </defs>
  )
}
