/**
 * Undoes the question of a return: an unanswered one goes with its return; an answered one waits again, as it was.
 * Returns entries; records nothing itself.
 */
import { eventRefText, type DeskEvent, type EventDraft } from '../../../shared/journal/event.ts'
import { NOTHING_SAID } from '../../../shared/circulation/lost/return-question.ts'
import { NO_PARTIES, type Parties } from '../../journal/beside.ts'
import { questionByRef } from '../../store/circulation/question-rows.ts'
import type { Library } from '../../library/library.ts'

type QuestionEvent = Extract<DeskEvent, { kind: 'return-asked' | 'return-answered' }>
type Undoing = { readonly drafts: readonly EventDraft[]; readonly parties: Parties }

/** @returns null when its answer is in the way, or nobody knows any more whom it was about */
export function questionUndone(library: Library, event: QuestionEvent): Undoing | null {
  if (event.kind === 'return-asked') {
    const question_ref = eventRefText(event.head)
    if (!library.db.get(questionByRef, { question_ref })) return null
    const body = { question_ref, reason: 'undone', ...NOTHING_SAID } as const
    return { drafts: [{ kind: 'return-answered', body }], parties: NO_PARTIES }
  }
  const { question_ref } = event.body
  const asked = library.journal.event(question_ref)
  const patron_id = library.journal.partyOf(question_ref)
  if (asked?.kind !== 'return-asked' || patron_id === null) return null
  const draft = { kind: 'return-reopened', body: { question_ref, loan_ref: asked.body.loan.loan_ref } } as const
  return { drafts: [draft], parties: new Map([[draft, patron_id]]) }
}
