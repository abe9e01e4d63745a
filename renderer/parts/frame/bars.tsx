/** How far long work is, as the station tells it: data taken in, a backup, a report. Holds no state. */
import type { ReactNode } from 'react'
import type { LongWork } from '../../../shared/kernel/long-work.ts'
import { useDeskState, useWords } from '../../desk/use-desk.ts'
import css from '../../styles/gate.module.css'
import { shown } from '../../text.ts'

type BarProps = { readonly of: LongWork; readonly says: string; readonly progress: number }

/** @param says and progress: as they were when they were asked for; what is told since goes on from there */
export function Bar({ of, says, progress }: BarProps): ReactNode {
  const words = useWords().page
  const told = useDeskState().progress[of]
  const now = Math.max(progress, told?.progress ?? 0)
  return (
    <div>
      <label>
        {shown(told?.says ?? says)}, <span className="number">{words.percent(Math.floor(now * 100))}</span>
        <progress className={css['bar']} value={now} max={1} />
      </label>
    </div>
  )
}
