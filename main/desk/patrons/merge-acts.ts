/**
 * Makes one record of two at the desk: chooses the other record, asks whoever has to approve, records, and says what
 * went over. Must never show another record without a view being recorded, nor one whose opening needs a reason.
 */
import type { Input } from '../../../shared/ipc/contract.ts'
import { isBasketEmpty } from '../../../shared/desk/session/basket.ts'
import { withoutFormer, withRecent } from '../../../shared/desk/session/privacy-session.ts'
import { went, wentBack } from '../../../shared/desk/session/session-pages.ts'
import { patronId, type PatronId } from '../../../shared/kernel/ids.ts'
import { mergeAbout } from '../../../shared/patron/merge/merge-about.ts'
import { isRefusal, refuse, type Refusal } from '../../../shared/refusals/refusals.ts'
import type { Command } from '../../library/command.ts'
import { cardNamed } from '../../patrons/card-named.ts'
import { isCardless, mergePlan, merging, type MergePlan } from '../../patrons/merge.ts'
import { tellingApart } from '../../patrons/tell-apart.ts'
import { lookBeside } from '../acts.ts'
import { mayOrAsks, mayWithAnother } from '../approvals/asking.ts'
import { speechOf } from '../clerk-language.ts'
import type { Desk } from '../desk.ts'
import { allowed } from './card-grants.ts'
import { readCardAgain } from './card-shown.ts'
import { movedSaid } from './merge-words.ts'
import { keptRecord, openPatron } from './open-patron.ts'
import { recordAndSay, saidOfRecord } from './record-and-say.ts'

/** What stands open on the screen for the account: a question of a return, a hold handed over, something to pay. */
function isAtDesk({ session }: Desk): boolean {
  const isAsked = session.rows.some(({ pending }) => pending?.ask === 'return' || pending?.ask === 'hand-over')
  return isAsked || !isBasketEmpty(session.basket)
}

/** What making one record of the open one and this would give; a record is shown only once it was opened here. */
export function planHere(desk: Desk, former: PatronId): MergePlan | Refusal {
  const open = openPatron(desk)
  if (isRefusal(open)) return open
  if (!desk.session.recent_patron_ids.includes(former)) return refuse('merge-unfit', { fault: 'unopened' })
  return mergePlan(desk.library, open.patron_id, former, isAtDesk(desk))
}

/** @param by how a card came here: into the form of the page it is typed */
export function compareWith(
  desk: Desk,
  { patron_id, barcode }: Input<'patron.compare'>,
  by: 'card' | 'typed' = 'typed',
): Refusal | null {
  const open = openPatron(desk)
  if (isRefusal(open)) return open
  const card = cardNamed(desk.library, barcode)
  const asked = patron_id === null ? (card?.patron_id ?? null) : patronId(patron_id)
  const known = asked === null ? null : keptRecord(desk.library, asked)
  const plan = mergePlan(desk.library, open.patron_id, known, isAtDesk(desk))
  if (isRefusal(plan)) return plan
  const other = plan.former.row.patron_id
  const isOpened = desk.session.recent_patron_ids.includes(other)
  if (!isOpened && !lookBeside(desk, other, card === null ? 'name' : by))
    return refuse('merge-unfit', { fault: 'unopened' })
  desk.session = withRecent(desk.session, other)
  desk.session = went(desk.session, { place: 'patron-merge', about: mergeAbout({ other, turned: new Set() }) })
  return null
}

/** Whether it may be done now. Where the library asks for two, a second person approves whoever asks. */
function mayMerge(desk: Desk, asked: Input<'patron.merge'>): boolean {
  const { merge } = speechOf(desk).words.pages.patrons
  const { other_patron_id, turned, is_cardless_meant = false } = asked
  const input = { other_patron_id, turned, is_cardless_meant }
  const call = { method: 'patron.merge', input, grant: 'merge-patrons', reach: 0 } as const
  const { is_merge_approved } = desk.library.policy().settings
  return (is_merge_approved ? mayWithAnother : mayOrAsks)(desk, call, merge.wish)
}

/** They are two people: the pair is on no list any more, and the desk is back where they were compared from. */
export function tellApart(desk: Desk, command: Command, input: Input<'patron.tell-apart'>): Refusal | null {
  const plan = planHere(desk, patronId(input.other_patron_id))
  if (isRefusal(plan)) return plan
  const made = tellingApart(desk.library, plan.kept.row.patron_id, plan.former.row.patron_id)
  const done = allowed(desk, made, 'patron.tell-apart', input)
  const refused = saidOfRecord(desk, command, done, 'apart')
  if (done !== null && refused === null) desk.session = wentBack(desk.session)
  return refused
}

export function mergePatrons(desk: Desk, command: Command, input: Input<'patron.merge'>): Refusal | null {
  const plan = planHere(desk, patronId(input.other_patron_id))
  if (isRefusal(plan)) return plan
  const turned = new Set(input.turned)
  if (isCardless(plan, turned) && input.is_cardless_meant !== true) return refuse('merge-cardless')
  if (!mayMerge(desk, input)) return null
  const made = merging(plan, turned)
  const former = plan.former.row.patron_id
  const { merge } = speechOf(desk).words.pages.patrons
  const sentences = movedSaid(speechOf(desk), plan)
  desk.session = withoutFormer(desk.session, former)
  recordAndSay(desk, command, made, { title: merge.title, happened: merge.done, fact: '', sentences, is_quiet: true })
  desk.library.countPatrons()
  readCardAgain(desk)
  desk.session = went(desk.session, { place: 'account', about: '' })
  return null
}
