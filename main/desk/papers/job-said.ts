/** What the desk says of a job of its printers: which paper it is, and how far it got. */
import { DOCUMENT_KINDS } from '../../../shared/receipt/document.ts'
import type { Tone } from '../../../shared/desk/page.ts'
import type { Words } from '../../../shared/words/en/en.ts'
import type { Speech } from '../../../shared/words/speech.ts'
import type { JobSeen } from '../../journal/queue-jobs.ts'

/** The paper by its name, or the opening of a drawer. */
export function whatOf({ words }: Speech, { kind, paper_kind }: JobSeen): string {
  const document_kind = DOCUMENT_KINDS.find((one) => one === paper_kind)
  return kind === 'receipt' && document_kind ? words.screen.papers.kinds[document_kind] : words.pages.jobs.drawer
}

/** How far it got, as the list of jobs says it. */
export function stateOf(says: Words['pages']['jobs'], job: JobSeen): { readonly text: string; readonly tone: Tone } {
  const { status, reason } = job
  const states = job.kind === 'receipt' ? says.paper : says.opening
  switch (status) {
    case 'queued':
      return { text: reason === 'may-be-done' ? states['queued-again'] : states.queued, tone: 'warn' }
    case 'taken':
      return {
        text: reason === 'canceled' ? states['taken-canceled'] : states.taken,
        tone: 'good',
      }
    case 'done':
      return { text: reason === 'cannot-tell' ? states.sent : states.done, tone: 'good' }
    case 'failed':
      return { text: reason === 'may-be-done' ? states['failed-may-be-done'] : states['failed-not-done'], tone: 'stop' }
    case 'abandoned': {
      const state = Object.entries(says.abandoned).find(([name]) => name === reason)
      return { text: state?.[1] ?? says.abandoned.other, tone: 'quiet' }
    }
  }
}
