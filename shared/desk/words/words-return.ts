/**
 * How a return that asks something is shown: the question behind what the return says by itself. Pure; never says who
 * had the item.
 */
import type { Speech } from '../../words/speech.ts'
import { choicesOf, type Pending } from '../pending.ts'
import type { BandDraft, RowDraft } from '../session/drafts.ts'
import { plainBand, sentences, type Said } from './words.ts'

/** "1 = It was on our shelf; 2 = They brought it back; Esc = later". */
function keysOf({ words }: Speech, pending: Pending): string {
  const keys = choicesOf(words.outcomes, pending).map(({ key, label }) => `${key} = ${label}`)
  return [...keys, words.outcomes.return.esc_later].join('; ')
}

type Asked = { readonly says: string; readonly pending: Extract<Pending, { ask: 'return' }> }

/**
 * A check-in that waits for an answer: it is recorded, and where the item goes stands as ever. What was odd about it is
 * said; the sign is that of a question.
 */
export function withQuestion(speech: Speech, { band, row }: Said, { says, pending }: Asked): Said {
  const sentence = sentences(band.sentence, says, keysOf(speech, pending))
  const spoken = sentences(band.heading, band.sentence, says)
  return {
    band: { ...band, outcome: 'decide', kind: null, sentence, spoken },
    row: {
      ...row,
      outcome: 'decide',
      kind: null,
      notes: [...(row.notes ?? []), says],
      choices: choicesOf(speech.words.outcomes, pending),
      pending,
    },
  }
}

/** The next question about a return that is on the screen no more, or that goes on from an answer. */
export function askedAgain(
  speech: Speech,
  about: Pick<RowDraft, 'at' | 'title' | 'author' | 'barcode' | 'call_number'>,
  { says, pending }: Asked,
): Said {
  return {
    band: askBand(speech, about.title, { says, pending }),
    row: {
      ...about,
      outcome: 'decide',
      happened: speech.words.outcomes.return.returned,
      notes: [says],
      choices: choicesOf(speech.words.outcomes, pending),
      pending,
    },
  }
}

export function askBand(speech: Speech, title: string, { says, pending }: Asked): BandDraft {
  return plainBand('decide', title, says, keysOf(speech, pending))
}
