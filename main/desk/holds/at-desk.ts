/** Holds at the desk: placed for the open patron, changed, cleared; each ends in an outcome on the screen. */
import {
  isRefusal,
  isRefusalCode,
  refusalEntry,
  refuse,
  type Refusal,
  type RefusalCode,
} from '../../../shared/refusals/refusals.ts'
import type { Input } from '../../../shared/ipc/contract.ts'
import { choicesOf, type Pending } from '../../../shared/desk/pending.ts'
import { withBand } from '../../../shared/desk/session/session.ts'
import { went } from '../../../shared/desk/session/session-pages.ts'
import { plainBand, refusedWords, sentences, silentBand } from '../../../shared/desk/words/words.ts'
import type { Words } from '../../../shared/words/en/en.ts'
import { changedWords, placedWords } from '../../../shared/desk/words/words-hold.ts'
import { must } from '../../../shared/kernel/assert.ts'
import type { TitleId } from '../../../shared/kernel/ids.ts'
import { localDate } from '../../../shared/kernel/time.ts'
import { grantsToOverride } from '../../../shared/refusals/overrides.ts'
import { titleById } from '../../store/circulation/item-rows.ts'
import { readAccount } from '../../circulation/accounts/account.ts'
import { say } from '../acts.ts'
import type { Desk } from '../desk.ts'
import type { Command } from '../../library/command.ts'
import { may, mayAll } from '../../library/grants.ts'
import { ownCommand } from '../../library/follow.ts'
import { findItem, here } from '../../library/here.ts'
import { openPatron } from '../patrons/open-patron.ts'
import type { Changed, NotChanged } from '../../circulation/holds/change-hold.ts'
import { itemTarget, placeHold, titleTarget, type Target } from '../../circulation/holds/placing.ts'
import { findHold } from '../../circulation/holds/reading.ts'
import { branchName } from '../../circulation/holds/said.ts'
import { placeWords } from '../../papers/hold-words.ts'
import { clearShelf, notFound } from '../../circulation/holds/shelf-and-transit.ts'
import { speechOf, stepsSaid } from '../clerk-language.ts'
import type { Actor } from '../../library/actor.ts'
import type { Library } from '../../library/library.ts'
import { actorOf } from '../desk.ts'

type PlaceInput = Input<'hold.place'>

/** The target of a hold: an item in hand, or a title. */
export function targetOf(
  library: Library,
  asked: Pick<PlaceInput, 'title_id' | 'item_barcode' | 'is_item_hold'>,
): Target | Refusal {
  if (asked.is_item_hold && asked.item_barcode === null) return refuse('hold-copy-unnamed')
  if (asked.item_barcode !== null) {
    const item = findItem(library, asked.item_barcode)
    return item
      ? itemTarget(library, item, asked.is_item_hold)
      : refuse('item-unknown', { barcode: asked.item_barcode, as_of: library.clock.now() })
  }
  const target = asked.title_id === null ? null : titleTarget(library, asked.title_id as TitleId)
  return target ?? refuse('title-unknown')
}

/** Which of these the clerk or the approver may answer; null when one of them is not theirs. */
function answeredCodes(library: Library, actor: Actor, codes: readonly string[]): readonly RefusalCode[] | null {
  const isTheirs = (code: string): code is RefusalCode => {
    const grant = isRefusalCode(code) ? refusalEntry(code).grant : null
    return grant !== null && may(library, actor, grant)
  }
  return codes.every(isTheirs) ? codes : null
}

/** Places a hold for the open patron and says so; if refused, says why, with a key where it can be answered. */
export function placeHere(desk: Desk, command: Command, input: PlaceInput): Refusal | null {
  const open = openPatron(desk)
  if ('code' in open) return open
  const codes = answeredCodes(desk.library, actorOf(desk), input.overridden)
  if (codes === null) return refuse('not-permitted')
  const target = targetOf(desk.library, input)
  if (isRefusal(target)) return target
  const { today, now } = here(desk.library)
  const account = must(
    readAccount(desk.library, open.patron_id, today, desk.session.card_status),
    'the open patron is known',
  )
  const approved_by = desk.approved?.approved_by ?? ''
  const expires_on = input.expires_on === null ? null : localDate(input.expires_on)
  const placed = placeHold(desk.library, actorOf(desk), command, {
    account,
    target,
    pickup_branch: input.pickup_branch,
    expires_on,
    overrides: codes.map((code) => ({ code, approved_by, reason: '' })),
  })
  if (placed.kind === 'refused') {
    sayNotPlaced(desk, input, target, placed.refusals)
    return null
  }
  desk.session = went(desk.session, null)
  const speech = speechOf(desk)
  const said = placedWords(speech, {
    title: target.title.title,
    author: target.title.author,
    barcode: target.item?.barcode ?? '',
    at: now,
    place: placeWords(desk.library, speech, findHold(desk.library, placed.event)),
    pickup_name: branchName(desk.library, input.pickup_branch),
    until: expires_on,
    alerts: [...stepsSaid(desk, placed.costs), ...placed.alerts.map((alert) => speech.refusal(alert).says)],
    event: placed.event,
  })
  say(desk, said, command)
  return null
}

function sayNotPlaced(desk: Desk, input: PlaceInput, target: Target, refusals: readonly Refusal[]): void {
  const pending = pendingFor(desk.library, actorOf(desk), input, refusals)
  const { title, author } = target.title
  const item = { title, author, barcode: target.item?.barcode ?? '', call_number: '', location: '' }
  const speech = speechOf(desk)
  const { outcomes } = speech.words
  const keys = { offer: outcomes.answer.how.ask, answer: outcomes.answer.how.hold }
  const how = pending === null ? '' : keys[pending.ask]
  const choices = pending ? choicesOf(outcomes, pending) : []
  const said = { at: desk.library.clock.now(), item, scanned: '', refusals, choices, pending, how, act: 'hold.place' }
  say(desk, refusedWords(speech, said))
}

/** What the row of a refused hold waits for: the clerk's own answer, a supervisor's, or nothing. */
function pendingFor(
  library: Library,
  actor: Actor,
  input: PlaceInput,
  refusals: readonly Refusal[],
): Extract<Pending, { ask: 'offer' | 'answer' }> | null {
  const { staff } = actor
  const grants = grantsToOverride(refusals)
  if (staff === null || grants === null) return null
  const lacking = grants.filter((grant) => !mayAll(library, staff, [grant]))
  const grant = lacking[0] ?? grants[0]
  // One approval covers one grant: if two are needed, a person with both must do it.
  if (!grant || lacking.length > 1) return null
  const codes = refusals.map((refusal) => refusal.code)
  const { commandId: _own, ...asked } = input
  const overridden = [...new Set([...input.overridden, ...codes])]
  const { command_id } = ownCommand(library, 'hold.place')
  const call = { act: 'call', method: 'hold.place', command_id } as const
  const wish = { ...call, input: { ...asked, overridden }, grant, reach: 0 }
  return { ask: lacking.length > 0 ? 'offer' : 'answer', wish, codes }
}

type HoldWords = Words['outcomes']['hold']

function wordsOf(desk: Desk): HoldWords {
  return speechOf(desk).words.outcomes.hold
}

/** Reports a changed hold. @param says what became of it, and its fact: a day, a branch */
export function sayChanged(
  desk: Desk,
  command: Command,
  result: Changed | NotChanged,
  what: keyof HoldWords['changed'],
  of = '',
): Refusal | null {
  if (result.kind === 'refused') return result.refusal
  const { facts, title_id } = result.hold
  const title = desk.library.db.get(titleById, { title_id })?.title ?? ''
  const words = wordsOf(desk)
  const isOnShelf = facts.status === 'ready' && what !== 'kept'
  const notes = isOnShelf ? [words.take_off(facts.item_barcode ?? '')] : []
  const now = findHold(desk.library, facts.hold_ref)?.facts
  if (facts.status === 'in-transit' && now?.status === 'ready') notes.push(words.not_sent(now.pickup_code))
  const [happened = '', fact = ''] = words.changed[what](of)
  say(desk, changedWords({ title, at: desk.library.clock.now(), happened, fact, notes, event: result.event }), command)
  return null
}

export function clearHere(desk: Desk, command: Command, hold_ref: string | null): Refusal | null {
  const cleared = clearShelf(desk.library, actorOf(desk), command, hold_ref)
  if (isRefusal(cleared)) return cleared
  const { count, left_count, title, event } = cleared
  const { expired } = wordsOf(desk)
  const many = count === 1 ? title : expired.heading(count)
  const notes = [...(left_count === 0 ? [] : [expired.more(left_count)]), expired.take_off]
  const said = { title: many, at: desk.library.clock.now(), happened: expired.happened, fact: '', notes, event }
  say(desk, changedWords(said), command)
  return null
}

export function notFoundHere(
  desk: Desk,
  command: Command,
  barcode: string,
  status: 'missing' | 'trace',
): Refusal | null {
  const item = findItem(desk.library, barcode)
  if (!item) return refuse('item-unknown', { barcode, as_of: desk.library.clock.now() })
  const marked = notFound(desk.library, actorOf(desk), command, item, status)
  if (isRefusal(marked)) return marked
  const { event, is_freed } = marked
  const words = wordsOf(desk)
  const happened = words.not_found[status]
  const { title, author, call_number } = item
  const notes = is_freed ? [sentences(words.waits_again)] : []
  const row = {
    at: desk.library.clock.now(),
    title,
    author,
    barcode,
    call_number,
    happened,
    notes,
    act: 'hold',
    event,
  } as const
  say(desk, { band: plainBand('done', title, happened, ...notes), row: { ...row, outcome: 'done' } }, command)
  return null
}

/** Reports that the list was made. */
export function sayMade(desk: Desk, count: number): void {
  const { pull_list, to_pull } = wordsOf(desk)
  desk.session = withBand(desk.session, silentBand(pull_list, to_pull(count)))
}
