/** What every picture stands in: a figure with the sentence that says what it shows. Takes no focus and no letter. */
import type { ReactNode } from 'react'
import css from '../../styles/chart.module.css'
import { shown } from '../../text.ts'

type PicturedProps = {
  /** The kind of the section. */
  readonly part: string
  readonly says: string
  /** Of the sentence, where the picture is described by it. */
  readonly says_id?: string
  readonly children: ReactNode
}

export function Pictured({ part, says, says_id, children }: PicturedProps): ReactNode {
  return (
    <figure className={css['picture']} data-part={part}>
      {children}
      {says === '' ? null : (
        <figcaption id={says_id}>
          <bdi>{shown(says)}</bdi>
        </figcaption>
      )}
    </figure>
  )
}
