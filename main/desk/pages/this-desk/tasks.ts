/**
 * Tasks of this branch: items that patrons say they returned or never had, to be looked for on the shelf, in the order
 * of the shelves; and returns whose money waits for an answer. Must never say whose they are.
 */
import type { Act, PageRow, PageView, Section } from '../../../../shared/desk/page.ts'
import { localDate } from '../../../../shared/kernel/time.ts'
import type { Words } from '../../../../shared/words/en/en.ts'
import { toLocalDate } from '../../../../shared/kernel/zone.ts'
import type { Speech } from '../../../../shared/words/speech.ts'
import { ANSWERS, NOTHING_SAID } from '../../../../shared/circulation/lost/return-question.ts'
import { questionSaid, questionsHere, type WaitingQuestion } from '../../money/return-questions.ts'
import { shelfChecks, type ShelfCheck } from '../../../circulation/claims/tasks.ts'
import type { Desk } from '../../desk.ts'
import { here } from '../../../library/here.ts'
import { speechOf } from '../../clerk-language.ts'
import { isKeyReminded } from '../../../library/key-on-paper.ts'
import { batchesWaiting } from '../card-batches.ts'
import { closesWaiting, mayReview } from '../closes-to-review.ts'
import { drawersPastDay } from '../drawers-past-day.ts'
import { surprisesWaiting } from '../surprises-due.ts'
import { drawnSteps } from '../drawn-steps.ts'
import { act, callOf, cell, figure, figures, goTo, page, row, table } from '../make.ts'
import { KEY_CHECK } from './recovery-key.ts'
import { actorOf } from '../../desk.ts'

type TaskWords = Words['pages']['this_desk']['tasks']

export function tasksPage(desk: Desk): PageView {
  const speech = speechOf(desk)
  const { tasks: words, print } = speech.words.pages.this_desk
  const checks = shelfChecks(desk.library)
  const due = checks.filter((check) => check.is_due)
  const later = checks.filter((check) => !check.is_due)
  return page(desk.library, {
    ref: { place: 'tasks', about: '' },
    heading: words.heading,
    lead: words.lead,
    sections: [
      ...keyToConfirm(desk, speech),
      ...drawersPastDay(desk),
      ...surprisesWaiting(desk),
      ...(mayReview(desk) ? [...closesWaiting(desk), ...batchesWaiting(desk)] : []),
      checkTable(speech, 'due', due),
      checkTable(speech, 'later', later),
      questionTable(desk, speech),
    ],
    acts: [
      goTo({ place: 'overdue', about: '' }, words.to_overdue, 'O'),
      goTo({ place: 'receipt', about: 'list tasks' }, print, 'P'),
    ],
  })
}

/** For those who look after the desk, until the recovery key is on paper. */
function keyToConfirm(desk: Desk, { words }: Speech): readonly Section[] {
  if (!isKeyReminded(desk.library, actorOf(desk))) return []
  const { on_paper, check, waits, go } = words.pages.this_desk.key
  return [
    table({
      section_id: 'recovery-key',
      heading: on_paper,
      columns: [words.pages.this_desk.tasks.todo, words.pages.this_desk.tasks.reason],
      rows: [
        row({
          row_id: 'recovery-key',
          tone: 'warn',
          cells: [cell(check), cell(waits)],
          enter: goTo({ place: 'recovery-key', about: KEY_CHECK }, go),
        }),
      ],
      empty: '',
    }),
  ]
}

function checkTable(speech: Speech, section_id: 'due' | 'later', checks: readonly ShelfCheck[]) {
  const words = speech.words.pages.this_desk.tasks
  const { columns } = words
  return table({
    section_id,
    heading: section_id === 'due' ? words.now : words.later,
    columns: [columns.where, columns.title, columns.claim, figures(columns.searches), columns.again],
    rows: checks.map((check) => checkRow(speech, words, check)),
    empty: section_id === 'due' ? words.none_now : words.none_later,
    empty_steps: section_id === 'due' ? drawnSteps(speech, 'tasks') : [],
  })
}

function checkRow({ date }: Speech, words: TaskWords, check: ShelfCheck): PageRow {
  const { claim_ref, barcode, claim, claimed_on, checks_count, look_on } = check
  const again = look_on === null ? words.decide : date(look_on)
  return row({
    row_id: `claim ${claim_ref}`,
    cells: [
      cell([check.location, check.call_number].filter((part) => part !== '').join(', ')),
      cell(check.title),
      cell(words.claim[claim](date(localDate(claimed_on)))),
      figure(checks_count === 0 ? '' : `${checks_count}×`),
      cell(again, look_on === null ? 'warn' : 'plain'),
    ],
    notes: [[check.author, barcode].filter((part) => part !== '').join(', ')],
    acts: [...claimActs(words, claim_ref), goTo({ place: 'item', about: barcode }, words.look, 'I')],
  })
}

function claimActs(words: TaskWords, claim_ref: string): readonly Act[] {
  return [
    act({ key: 'F', label: words.found, call: callOf('claim.end', { claim_ref, reason: 'found' }) }),
    act({ key: 'N', label: words.not_there, call: callOf('claim.check', { claim_ref }) }),
    act({
      key: 'B',
      label: words.bill,
      says: words.bill_says,
      is_grave: true,
      call: callOf('claim.end', { claim_ref, reason: 'billed' }),
    }),
    act({
      key: 'G',
      label: words.give_up,
      says: words.give_up_says,
      is_grave: true,
      call: callOf('claim.end', { claim_ref, reason: 'given-up' }),
    }),
    act({
      key: 'W',
      label: words.withdraw,
      says: words.withdraw_says,
      call: callOf('claim.end', { claim_ref, reason: 'withdrawn' }),
    }),
  ]
}

function questionTable(desk: Desk, speech: Speech) {
  const words = speech.words.pages.this_desk.tasks
  const { title, question, since } = words.question_columns
  return table({
    section_id: 'asked',
    heading: words.questions,
    columns: [title, question, since],
    rows: questionsHere(desk.library, actorOf(desk)).map((one) => questionRow(desk, speech, one)),
    empty: words.no_questions,
  })
}

function questionRow(
  desk: Desk,
  { date, words }: Speech,
  { question_ref, asked_at_ms, item, question }: WaitingQuestion,
): PageRow {
  const { branch } = here(desk.library)
  const { tasks } = words.pages.this_desk
  return row({
    row_id: `question ${question_ref}`,
    cells: [
      cell(item.title),
      cell(question ? questionSaid(desk, question) : tasks.by_rules),
      cell(date(toLocalDate(asked_at_ms, branch.zone))),
    ],
    notes: [[item.author, item.barcode].filter((part) => part !== '').join(', ')],
    acts: [
      ...questionActs(words, question_ref, question),
      goTo({ place: 'item', about: item.barcode }, tasks.look, 'I'),
    ],
  })
}

function questionActs(
  { pages, outcomes }: Words,
  question_ref: string,
  question: WaitingQuestion['question'],
): readonly Act[] {
  const answer = (said: object) => callOf('return.answer', { question_ref, ...NOTHING_SAID, ...said })
  if (question === null) return [act({ key: 'S', label: pages.this_desk.tasks.settle, call: answer({}) })]
  const { answers } = outcomes.return
  return ANSWERS[question.about].map(({ code, letter, said }) =>
    act({ key: letter, label: answers[code].label, call: answer(said) }),
  )
}
