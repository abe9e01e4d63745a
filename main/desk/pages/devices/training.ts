/** What the panel of the training devices shows, while it is shown. */
import { PRACTICE_TRAY } from '../../../../shared/desk/session/practice-tray.ts'
import type { TrainingView } from '../../../../shared/desk/session/training-view.ts'
import { findItem } from '../../../library/here.ts'
import { personName } from '../../../search/search-patrons.ts'
import { cardByBarcode, patronById } from '../../../store/patrons/patron-rows.ts'
import { speechOf } from '../../clerk-language.ts'
import type { Desk } from '../../desk.ts'
import { jobsSaid } from './jobs.ts'

/** More than a printer has to do at once while somebody practices. */
const JOBS_MAX = 6

function nameOf({ library }: Desk, text: string, kind: TrainingView['tray'][number]['kind']): string {
  if (kind === 'item') return findItem(library, text)?.title ?? ''
  const card = kind === 'card' ? library.db.get(cardByBarcode, { barcode: text }) : undefined
  const patron = card && library.db.get(patronById, { patron_id: card.patron_id })
  return patron ? personName(patron) : ''
}

/**
 * Null: it is hidden, or this is a desk at work.
 * @param task the barcodes of the task of the shift, which come first
 */
export function trainingNow(desk: Desk, task: readonly string[]): TrainingView | null {
  const { training } = desk.devices
  if (!training.isShown) return null
  const ofTask = task.flatMap((text) => PRACTICE_TRAY.find((one) => one.text === text) ?? [])
  const { unknown } = speechOf(desk).words.pages.practice
  return {
    now: training.now,
    tray: [...ofTask, ...PRACTICE_TRAY.filter((one) => !ofTask.includes(one))].map(({ text, kind }) => ({
      text,
      kind,
      name: nameOf(desk, text, kind) || unknown,
    })),
    jobs: [...jobsSaid(desk, JOBS_MAX)],
  }
}
