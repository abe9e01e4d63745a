/**
 * The desk's words for a return that asks something: the question behind what the return says by itself. Pure; never
 * says who had the item.
 */
import { ANSWERS, type QuestionAbout } from '../../circulation/lost/return-question.ts'
import { choicesOf, type Pending } from '../pending.ts'
import type { BandDraft, RowDraft } from '../session/session.ts'
import { plainBand, sentences, type Said } from './words.ts'

/** Where a question waits that nobody answered in its row. */
export const WAITS_IN_TASKS = 'It waits for an answer: Shift+F7 shows it'

/** "1 it was on our shelf, 2 they brought it back; Esc leaves it for later". */
function keysOf(about: QuestionAbout): string {
  const keys = ANSWERS[about].map(
    ({ label }, index) => `${index + 1} ${label.charAt(0).toLowerCase()}${label.slice(1)}`,
  )
  return `${keys.join('; ')}. Esc leaves it for later`
}

type Asked = { readonly says: string; readonly pending: Extract<Pending, { ask: 'return' }> }

/**
 * A check-in that waits for an answer: it is recorded, and where the item goes stands as ever. What was odd about it is
 * said; the sign is that of a question.
 */
export function withQuestion({ band, row }: Said, { says, pending }: Asked): Said {
  const sentence = sentences(band.sentence, says, keysOf(pending.about))
  const spoken = sentences(band.heading, band.sentence, says)
  return {
    band: { ...band, outcome: 'decide', kind: null, sentence, spoken },
    row: {
      ...row,
      outcome: 'decide',
      kind: null,
      notes: [...(row.notes ?? []), says],
      choices: choicesOf(pending),
      pending,
    },
  }
}

/** The next question about a return that is on the screen no more, or that goes on from an answer. */
export function askedAgain(
  about: Pick<RowDraft, 'at' | 'title' | 'author' | 'barcode' | 'call_number'>,
  { says, pending }: Asked,
): Said {
  return {
    band: askBand(about.title, { says, pending }),
    row: {
      ...about,
      outcome: 'decide',
      happened: 'Returned',
      notes: [says],
      choices: choicesOf(pending),
      pending,
    },
  }
}

export function askBand(title: string, { says, pending }: Asked): BandDraft {
  return plainBand('decide', title, says, keysOf(pending.about))
}
