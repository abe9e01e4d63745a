/** What every picture stands in: a figure with the sentence that says what it shows. Takes no focus and no letter. */
import type { ReactNode } from 'react'
import css from '../../styles/chart.module.css'
import { shown } from '../../text.ts'

type PicturedProps = {
  /** The kind of the section. */
  readonly part: string
  readonly says: string
  readonly children: ReactNode
}

export function Pictured({ part, says, children }: PicturedProps): ReactNode {
  return (
    <figure className={css['picture']} data-part={part}>
      {children}
      {says === '' ? null : (
        <figcaption>
          <bdi>{shown(says)}</bdi>
        </figcaption>
      )}
    </figure>
  )
}
