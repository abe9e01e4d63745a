/**
 * Tasks of this branch: items that patrons say they returned or never had, to be looked for on the shelf, in the order
 * of the shelves; and returns whose money waits for an answer. Must never say whose they are.
 */
import type { Act, PageRow, PageView } from '../../../../shared/desk/page.ts'
import { sayDate } from '../../../../shared/kernel/say-date.ts'
import { localDate } from '../../../../shared/kernel/time.ts'
import { toLocalDate } from '../../../../shared/kernel/zone.ts'
import { ANSWERS, NOTHING_SAID } from '../../../../shared/circulation/lost/return-question.ts'
import { questionsHere, type WaitingQuestion } from '../../charges/return-questions.ts'
import { CLAIM_WORDS, shelfChecks, type ShelfCheck } from '../../../circulation/claims/tasks.ts'
import type { Desk } from '../../desk.ts'
import { here } from '../../../library/here.ts'
import { act, callOf, cell, figure, figures, goTo, page, row, table } from '../make.ts'
import type { Actor } from '../../../library/actor.ts'
import type { Library } from '../../../library/library.ts'
import { actorOf } from '../../desk.ts'

export function tasksPage(desk: Desk): PageView {
  const checks = shelfChecks(desk.library)
  const due = checks.filter((check) => check.is_due)
  const later = checks.filter((check) => !check.is_due)
  return page(desk.library, {
    ref: { place: 'tasks', about: '' },
    heading: 'Look for on the shelf',
    lead: 'What patrons say they returned, or never had: F when it is there, N when it is not. Then returns to settle.',
    sections: [
      checkTable(desk.library, 'due', 'Now', due, 'Nothing is to be looked for today.'),
      checkTable(desk.library, 'later', 'Later', later, 'Nothing waits.'),
      questionTable(desk.library, actorOf(desk)),
    ],
    acts: [
      goTo({ place: 'overdue', about: '' }, 'What is overdue', 'O'),
      goTo({ place: 'receipt', about: 'list tasks' }, 'On paper', 'P'),
    ],
  })
}

function checkTable(
  library: Library,
  section_id: string,
  heading: string,
  checks: readonly ShelfCheck[],
  empty: string,
) {
  return table({
    section_id,
    heading,
    columns: ['Where', 'Title', 'Claim', figures('Looked'), 'Look again'],
    rows: checks.map((check) => checkRow(library, check)),
    empty,
  })
}

function checkRow(library: Library, check: ShelfCheck): PageRow {
  const { today } = here(library)
  const { claim_ref, barcode, claim, claimed_on, checks_count, look_on } = check
  const said = `${CLAIM_WORDS[claim] ?? claim}, ${sayDate(localDate(claimed_on), today)}`
  const again = look_on === null ? 'Decide: every look is over' : sayDate(look_on, today)
  return row({
    row_id: `claim ${claim_ref}`,
    cells: [
      cell([check.location, check.call_number].filter((part) => part !== '').join(', ')),
      cell(check.title),
      cell(said),
      figure(checks_count === 0 ? '' : `${checks_count}×`),
      cell(again, look_on === null ? 'warn' : 'plain'),
    ],
    notes: [[check.author, barcode].filter((part) => part !== '').join(', ')],
    acts: [...claimActs(claim_ref), goTo({ place: 'item', about: barcode }, 'Look at it', 'I')],
  })
}

function claimActs(claim_ref: string): readonly Act[] {
  return [
    act({ key: 'F', label: 'Found: take it back', call: callOf('claim.end', { claim_ref, why: 'found' }) }),
    act({ key: 'N', label: 'Not there', call: callOf('claim.check', { claim_ref }) }),
    act({
      key: 'B',
      label: 'Bill as lost',
      says: 'The patron is charged its price. The claim ends.',
      is_grave: true,
      call: callOf('claim.end', { claim_ref, why: 'billed' }),
    }),
    act({
      key: 'G',
      label: 'Give up',
      says: 'It counts as missing, and the patron is rid of it. Nothing more is charged.',
      is_grave: true,
      call: callOf('claim.end', { claim_ref, why: 'given-up' }),
    }),
    act({
      key: 'W',
      label: 'The patron withdraws it',
      says: 'It is out again, and the fine runs on.',
      call: callOf('claim.end', { claim_ref, why: 'withdrawn' }),
    }),
  ]
}

function questionTable(library: Library, actor: Actor) {
  return table({
    section_id: 'asked',
    heading: 'Returns to settle',
    columns: ['Title', 'What is asked', 'Since'],
    rows: questionsHere(library, actor).map((one) => questionRow(library, one)),
    empty: 'Nothing waits for an answer.',
  })
}

function questionRow(library: Library, { question_ref, asked_at_ms, item, question }: WaitingQuestion): PageRow {
  const { branch, today } = here(library)
  return row({
    row_id: `question ${question_ref}`,
    cells: [
      cell(item.title),
      cell(question?.says ?? 'The rules settle it as they are now'),
      cell(sayDate(toLocalDate(asked_at_ms, branch.zone), today)),
    ],
    notes: [[item.author, item.barcode].filter((part) => part !== '').join(', ')],
    acts: [...questionActs(question_ref, question), goTo({ place: 'item', about: item.barcode }, 'Look at it', 'I')],
  })
}

function questionActs(question_ref: string, question: WaitingQuestion['question']): readonly Act[] {
  const answer = (said: object) => callOf('return.answer', { question_ref, ...NOTHING_SAID, ...said })
  if (question === null) return [act({ key: 'S', label: 'Settle it', call: answer({}) })]
  return ANSWERS[question.about].map(({ letter, label, said }) => act({ key: letter, label, call: answer(said) }))
}
