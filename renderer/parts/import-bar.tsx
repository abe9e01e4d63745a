/** How far data is taken in, as the station tells it while it reads. */
import type { ReactNode } from 'react'
import { useDeskState } from '../desk/use-desk.ts'
import css from '../styles/gate.module.css'
import { shown } from '../text.ts'

/** @param at_least what a status that was asked for says */
export function ImportBar({ at_least = 0 }: { readonly at_least?: number }): ReactNode {
  const { import_progress } = useDeskState()
  const progress = Math.max(at_least, import_progress?.progress ?? 0)
  const file = import_progress?.file ?? ''
  return (
    <div>
      <label>
        {file === '' ? 'Looking at the folder' : `Taking in ${shown(file)}`},{' '}
        <span className="number">{Math.floor(progress * 100)} %</span>
        <progress className={css['bar']} value={progress} max={1} />
      </label>
    </div>
  )
}
