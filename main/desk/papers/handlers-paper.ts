/** The methods about papers: each shows one or stores a preference, and answers with the desk. */
import type { Input } from '../../../shared/ipc/contract.ts'
import { refuse, type Refusal } from '../../../shared/refusals/refusals.ts'
import type { PAPER_METHODS } from '../../../shared/ipc/methods-paper.ts'
import type { Handlers } from '../../ipc/router.ts'
import type { Desk } from '../desk.ts'
import { finishDesk, once, snapshotAnswer } from '../handlers-desk.ts'
import { goToPage } from '../places.ts'
import { labelsAbout, labelsOf } from './labels.ts'
import { makePaper, paperAgain } from './keeping.ts'
import { handShown, printShown } from './print-shown.ts'
import { setPreference } from './set-preference.ts'

/** The notice of a recall is made where loans are recalled (holds/handlers-hold.ts). */
export type PaperMethod = Exclude<keyof typeof PAPER_METHODS, 'paper.recall-notice'>

export function paperHandlers(desk: Desk): Pick<Handlers, PaperMethod> {
  const shown = (refused: Refusal | null) => (refused ? { refused } : snapshotAnswer(desk))
  return {
    'desk.finish-quietly': () => finishDesk(desk, 'no-receipt'),
    'label.show': (input) => shown(showLabelsAt(desk, input)),
    'paper.make': ({ what }) => shown(makePaper(desk, what)),
    'paper.again': ({ paper_id }) => shown(paperAgain(desk, paper_id)),
    'paper.print': (input) => once(desk, 'paper.print', input, (command) => printShown(desk, command)),
    'paper.handed': (input) => once(desk, 'paper.handed', input, (command) => handShown(desk, command)),
    'patron.set-preference': (input) =>
      once(desk, 'patron.set-preference', input, (command) => setPreference(desk, command, input)),
  }
}

function showLabelsAt(desk: Desk, input: Input<'label.show'>): Refusal | null {
  const asked = { on: 'labels', ...input } as const
  if (labelsOf(desk, asked).length === 0) return refuse('paper-none')
  return goToPage(desk, { place: 'receipt', about: labelsAbout(asked) })
}
