/** Bars of long work: how far data is taken in, how far a backup is, as the station tells it. Holds no state. */
import type { ReactNode } from 'react'
import { useDeskState } from '../desk/use-desk.ts'
import css from '../styles/gate.module.css'
import { shown } from '../text.ts'

/** @param at_least what a status that was asked for says */
export function ImportBar({ at_least = 0 }: { readonly at_least?: number }): ReactNode {
  const { import_progress } = useDeskState()
  const progress = Math.max(at_least, import_progress?.progress ?? 0)
  const file = import_progress?.file ?? ''
  return <Bar says={file === '' ? 'Looking at the folder' : `Taking in ${shown(file)}`} progress={progress} />
}

/** How far a backup is. */
export function BackupBar(): ReactNode {
  const { backup_progress } = useDeskState()
  return <Bar says={backup_progress?.says ?? 'Beginning'} progress={backup_progress?.progress ?? 0} />
}

function Bar({ says, progress }: { readonly says: string; readonly progress: number }): ReactNode {
  return (
    <div>
      <label>
        {says}, <span className="number">{Math.floor(progress * 100)} %</span>
        <progress className={css['bar']} value={progress} max={1} />
      </label>
    </div>
  )
}
