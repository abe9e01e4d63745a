/** How a scan that waits is named and told. Pure. Never says whose card it is: that is looked up at its turn. */
import type { Words } from '../../words/en/en.ts'
import type { BandDraft } from '../session/drafts.ts'
import type { WaitingScan } from '../session/waiting-scan.ts'
import { plainBand, sentences, silentBand } from './words.ts'

export function waitingName({ outcomes }: Words, { what, barcode, title }: WaitingScan): string {
  if (what === 'card') return outcomes.loan.waits.card(barcode)
  return title === '' ? barcode : title
}

/** @param count how many wait now, with this one; `isHeld`: not for an answer, but until Finish */
export function waitsBand(words: Words, scan: WaitingScan, count: number, isHeld: boolean): BandDraft {
  const { for_answer, for_finish, count: counted } = words.outcomes.loan.waits
  const reason = isHeld ? for_finish : for_answer
  const band = plainBand('decide', waitingName(words, scan), reason, counted(count))
  // A stack that is scanned on is told by its count: sentences would hold up what has to be said.
  const spoken = count === 1 ? sentences(reason, counted(count)) : counted(count)
  return { ...band, weight: 'quiet', spoken }
}

/** @param count how many wait still */
export function removedBand(words: Words, scan: WaitingScan, count: number): BandDraft {
  return silentBand(waitingName(words, scan), words.outcomes.loan.waits.removed(count))
}
