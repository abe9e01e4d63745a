/**
 * The methods about holds: reads the request, calls the services, answers with the snapshot or with what was asked for.
 */
import type { PatronFacts } from '../../../shared/policy/facts.ts'
import { isRefusal, refuse, type Refusal } from '../../../shared/refusals/refusals.ts'
import { went } from '../../../shared/desk/session/session-pages.ts'
import type { Output } from '../../../shared/ipc/contract.ts'
import { eventRefText, type DeskEvent } from '../../../shared/journal/event.ts'
import { must } from '../../../shared/kernel/assert.ts'
import { localDate, type LocalDate } from '../../../shared/kernel/time.ts'
import { no, ok, type Answer } from '../../ipc/answer.ts'
import type { Handlers } from '../../ipc/router.ts'
import { titleById, titleIdByRef } from '../../store/circulation/item-rows.ts'
import { cardByBarcode } from '../../store/patrons/patron-rows.ts'
import { readAccount, type Account } from '../../circulation/accounts/account.ts'
import type { Desk } from '../desk.ts'
import { pastOf } from '../../library/record.ts'
import { commandOf, type Command } from '../../library/command.ts'
import { once, snapshotAnswer } from '../handlers-desk.ts'
import { viewedByScript } from '../privacy/record-views.ts'
import { findItem, here } from '../../library/here.ts'
import { clearHere, notFoundHere, placeHere, sayChanged, sayMade, targetOf } from './at-desk.ts'
import { cancelHold, extendHold, moveHold, resumeHold, suspendHold } from '../../circulation/holds/change-hold.ts'
import { listPaper, slipOnceMore } from '../../papers/hold-papers.ts'
import { placeHold, usualPickup } from '../../circulation/holds/placing.ts'
import { makePullList, skipPull } from '../../circulation/holds/pull-list.ts'
import { findHold, holdsOf, type Hold } from '../../circulation/holds/reading.ts'
import { branchName } from '../../circulation/holds/said.ts'
import { placeWords } from '../../papers/hold-words.ts'
import type { Library } from '../../library/library.ts'
import { showNotice } from './recalling.ts'
import { actorOf } from '../desk.ts'
import { speechOf } from '../clerk-language.ts'

export type HoldMethod = Extract<keyof Handlers, `hold.${string}`> | 'paper.recall-notice'

function dateOrNull(text: string | null): LocalDate | null {
  return text === null ? null : localDate(text)
}

function dayOf(desk: Desk, on: LocalDate | null): string {
  return on === null ? '' : speechOf(desk).date(on)
}

export function holdHandlers(desk: Desk): Pick<Handlers, HoldMethod> {
  return { ...changeHandlers(desk), ...listHandlers(desk), ...scriptHandlers(desk) }
}

type ChangeMethod = 'hold.place' | 'hold.suspend' | 'hold.resume' | 'hold.cancel' | 'hold.move' | 'hold.edit'

function changeHandlers(desk: Desk): Pick<Handlers, ChangeMethod> {
  return {
    'hold.place': (input) =>
      once(
        desk,
        'hold.place',
        input,
        (command) => placeHere(desk, command, input),
        () => {
          // It was placed, so the page that asked for it is done.
          if (desk.session.page?.place === 'hold-new') desk.session = went(desk.session, null)
        },
      ),
    'hold.suspend': (input) =>
      changed(desk, 'hold.suspend', input, (command) => {
        const until = dateOrNull(input.until_on)
        const result = suspendHold(desk.library, actorOf(desk), command, input.hold_ref, until)
        const set = findHold(desk.library, input.hold_ref)?.facts.suspended_until_on ?? null
        return sayChanged(desk, command, result, 'suspended', dayOf(desk, set))
      }),
    'hold.resume': (input) =>
      changed(desk, 'hold.resume', input, (command) =>
        sayChanged(desk, command, resumeHold(desk.library, actorOf(desk), command, input.hold_ref), 'resumed'),
      ),
    'hold.cancel': (input) =>
      changed(desk, 'hold.cancel', input, (command) =>
        sayChanged(desk, command, cancelHold(desk.library, actorOf(desk), command, input.hold_ref), 'canceled'),
      ),
    'hold.move': (input) =>
      changed(desk, 'hold.move', input, (command) => {
        const result = moveHold(desk.library, actorOf(desk), command, input.hold_ref, input.pickup_branch)
        return sayChanged(desk, command, result, 'moved', branchName(desk.library, input.pickup_branch))
      }),
    'hold.edit': (input) =>
      changed(desk, 'hold.edit', input, (command) => {
        const until = dateOrNull(input.until_on)
        const result = extendHold(desk.library, actorOf(desk), command, input.hold_ref, until)
        return sayChanged(desk, command, result, 'kept', dayOf(desk, until))
      }),
  }
}

function changed(
  desk: Desk,
  method: string,
  input: { readonly commandId: string },
  work: (command: Command) => Refusal | null,
): ReturnType<typeof once> {
  return once(desk, method, input, work)
}

type ListMethod =
  | 'hold.clear-shelf'
  | 'hold.not-found'
  | 'hold.skip-pull'
  | 'hold.make-pull-list'
  | 'hold.paper'
  | 'hold.slip'
  | 'paper.recall-notice'

function listHandlers(desk: Desk): Pick<Handlers, ListMethod> {
  return {
    'hold.clear-shelf': (input) =>
      changed(desk, 'hold.clear-shelf', input, (command) => clearHere(desk, command, input.hold_ref)),
    'hold.not-found': (input) =>
      changed(desk, 'hold.not-found', input, (command) =>
        notFoundHere(desk, command, input.item_barcode, input.status),
      ),
    'hold.skip-pull': ({ item_barcode }) => {
      skipPull(desk.library, item_barcode)
      return snapshotAnswer(desk)
    },
    'hold.make-pull-list': () => {
      sayMade(desk, makePullList(desk.library).entries.length)
      return snapshotAnswer(desk)
    },
    'paper.recall-notice': ({ item_barcode }) => {
      const refused = showNotice(desk, item_barcode)
      return refused ? { refused } : snapshotAnswer(desk)
    },
    'hold.paper': ({ list }) => ok({ document: listPaper(desk.library, speechOf(desk), list) }),
    'hold.slip': ({ item_barcode }) => {
      const item = findItem(desk.library, item_barcode)
      if (!item) return no('item-unknown', { barcode: item_barcode, as_of: desk.library.clock.now() })
      const document = slipOnceMore(desk.library, item)
      return document ? ok({ document }) : no('hold-gone')
    },
  }
}

type HoldReply = Output<'hold.place-for'>

function scriptHandlers(desk: Desk): Pick<Handlers, 'hold.place-for' | 'hold.of-patron'> {
  const { library } = desk
  return {
    'hold.place-for': (input) => {
      const command = commandOf('hold.place-for', input)
      const past = pastOf(library, command)
      if (past === 'changed') return no('command-changed')
      if (past) return placedBefore(desk, past)
      const account = accountOfCard(library, input.card_barcode)
      if (!account) return no('patron-unknown', { barcode: input.card_barcode, as_of: library.clock.now() })
      const target = targetOf(library, input)
      if (isRefusal(target)) return { refused: target }
      const result = placeHold(library, actorOf(desk), command, {
        account,
        target,
        pickup_branch: input.pickup_branch ?? usualPickup(library, account),
        ...(input.expires_on === undefined ? {} : { expires_on: dateOrNull(input.expires_on) }),
        overrides: [],
      })
      if (result.kind === 'refused') return { refused: must(result.refusals[0], 'a reason') }
      return ok(holdReply(desk, must(findHold(library, result.event), 'the hold just placed')))
    },
    'hold.of-patron': ({ card_barcode, reason = '' }): Answer<Output<'hold.of-patron'>> => {
      const account = accountOfCard(library, card_barcode)
      if (!account) return { refused: refuse('patron-unknown', { barcode: card_barcode, as_of: library.clock.now() }) }
      const refused = viewedByScript(desk, account.row.patron_id, reason)
      if (refused) return { refused }
      return ok({ holds: holdsOf(library, account.row.patron_id).map((hold) => holdReply(desk, hold)) })
    },
  }
}

/** The hold that this command placed, as it is now; if it is over, as it was requested. */
function placedBefore(desk: Desk, past: readonly DeskEvent[]): Answer<HoldReply> {
  const { library } = desk
  const placed = past.find((event) => event.kind === 'hold-placed')
  if (!placed) return no('command-changed')
  const hold_ref = eventRefText(placed.head)
  const hold = findHold(library, hold_ref)
  if (hold) return ok(holdReply(desk, hold))
  const { title_ref, pickup_branch, expires_on } = placed.body
  const known = library.db.get(titleIdByRef, { title_ref })
  const title = (known && library.db.get(titleById, known)?.title) ?? ''
  return ok({
    hold_ref,
    title,
    status: 'ended',
    pickup_branch,
    expires_on,
    shelf_until_on: null,
    pickup_code: '',
    place: '',
  })
}

function accountOfCard(library: Library, barcode: string): Account | null {
  const card = library.db.get(cardByBarcode, { barcode })
  const status = card?.status as PatronFacts['card_status']
  return card && readAccount(library, card.patron_id, here(library).today, status)
}

function holdReply(desk: Desk, hold: Hold): HoldReply {
  const { library } = desk
  const { hold_ref, status, pickup_branch, expires_on } = hold.facts
  const isOnShelf = status === 'ready'
  const pickup_code = isOnShelf ? hold.facts.pickup_code : ''
  const shelf_until_on = isOnShelf ? hold.facts.shelf_until_on : null
  const title = library.db.get(titleById, { title_id: hold.title_id })?.title ?? ''
  const place = placeWords(library, speechOf(desk), hold)
  return { hold_ref, title, status, pickup_branch, expires_on, shelf_until_on, pickup_code, place }
}
