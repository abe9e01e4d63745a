/** The methods of the desk screen: each does one thing to the session and answers with the snapshot. */
import type { Handlers } from '../ipc/router.ts'
import { no, ok, type Answer } from '../ipc/answer.ts'
import type { Output } from '../../shared/ipc/contract.ts'
import { refuse, type Refusal } from '../../shared/refusals/refusals.ts'
import { answered, cleared, rowById, switched, withBand, type Session } from '../../shared/desk/session/session.ts'
import { isUnseen } from '../../shared/desk/session/session-card.ts'
import { unmodified } from '../../shared/desk/session/session-cart.ts'
import { openedFrom, went } from '../../shared/desk/session/session-pages.ts'
import { undecidedCount } from '../../shared/desk/tally.ts'
import { withoutLastWaiting } from '../../shared/desk/session/waiting.ts'
import { sentences } from '../../shared/desk/words/words.ts'
import { removedBand } from '../../shared/desk/words/words-waiting.ts'
import { isViewReason } from '../../shared/patron/privacy.ts'
import { patronId } from '../../shared/kernel/ids.ts'
import { openAccount } from './acts.ts'
import { renewAllHere, renewHere } from './loans/renewals-here.ts'
import { offerAgain } from './loans/try-again.ts'
import { answerRow } from './answer-rows.ts'
import { remember, seenBefore, type Desk, actorOf } from './desk.ts'
import { record } from '../library/record.ts'
import { commandOf, type Command } from '../library/command.ts'
import { catchUp } from './catch-up.ts'
import { finishHere } from './loans/finish.ts'
import { modifiersNow, modify } from './loans/modifying.ts'
import { findItem } from '../library/here.ts'
import { recall } from './holds/recalling.ts'
import { goBack, goToPage } from './places.ts'
import { showRenewals } from './pages/account/renewals.ts'
import { keepPaper, receiptOfLeaving } from './papers/keeping.ts'
import { isOfAnother } from './approvals/of-another.ts'
import { typedCard } from './patrons/card-shown.ts'
import { keptRecord, openPatron } from './patrons/open-patron.ts'
import { askReason, isReasonMissing, openingPage } from './privacy/record-views.ts'
import { scan } from './scan.ts'
import { modeOfScanner } from './upkeep/devices/scanned-here.ts'
import { setDue } from './loans/set-due.ts'
import { backupAhead } from './upkeep/backups-ahead.ts'
import { brokenFrom } from './upkeep/chain-walk.ts'
import { isSetUp, snapshotOf } from './snapshot.ts'
import { speechOf } from './clerk-language.ts'

export type DeskMethod =
  | 'desk.snapshot'
  | 'desk.scan'
  | 'desk.answer'
  | 'desk.finish'
  | 'desk.clear'
  | 'desk.mode'
  | 'desk.modify'
  | 'desk.drop-waiting'
  | 'desk.renew-all'
  | PlaceMethod
  | 'desk.trust-clock'
  | 'desk.acknowledge-missing'

type Snapshot = Answer<Output<'desk.snapshot'>>

export function snapshotAnswer(desk: Desk): Snapshot {
  return ok({ snapshot: snapshotOf(desk) })
}

/** Carries out a command once: a repeated id answers with the desk as it is; with other content it is refused. */
export function once(
  desk: Desk,
  method: string,
  input: { readonly commandId: string },
  work: (command: Command) => Refusal | null,
  /** What a command that was recorded, but not shown, changes on the screen besides its records. */
  whenShownLate: (command: Command) => void = () => {},
): Snapshot {
  const command = commandOf(method, input, () => desk.library.pinCost())
  const seen = seenBefore(desk, command)
  if (seen.kind === 'changed' || (seen.kind === 'same' && isOfAnother(desk, method, command)))
    return no('command-changed')
  if (seen.kind === 'new') {
    const before = desk.session
    try {
      const refused = work(command)
      if (refused) return { refused }
    } catch (fault) {
      // Nothing was recorded, so the question stays as it was.
      desk.session = before
      throw fault
    }
    offerAgain(desk)
  } else if (seen.events.length > 0) {
    catchUp(desk, seen.events, command)
    whenShownLate(command)
  }
  remember(desk, command)
  return snapshotAnswer(desk)
}

/** Anything that would close this patron waits until every row is decided. */
function whenDecided(desk: Desk, work: () => Snapshot): Snapshot {
  const count = undecidedCount(desk.session)
  return count > 0 ? no('rows-undecided', { count }) : work()
}

/** Ends this patron or this cart. @param key whether to show their receipt as they prefer, or not this time */
export function finishDesk(desk: Desk, key: 'preferred' | 'no-receipt'): Snapshot {
  return whenDecided(desk, () => {
    finishHere(desk, key)
    return snapshotAnswer(desk)
  })
}

/** Pages about the open patron. */
const OF_PATRON: ReadonlySet<string> = new Set(['account', 'hold-new', 'patron-merge'])

type PlaceMethod =
  'desk.go' | 'desk.back' | 'desk.renew' | 'desk.recall' | 'desk.set-due' | 'desk.open-patron' | 'desk.last-patron'

/** Going to pages and to people. */
function placeHandlers(desk: Desk): Pick<Handlers, PlaceMethod> {
  return {
    'desk.go': ({ page }) => {
      const open = openPatron(desk)
      if (page !== null && OF_PATRON.has(page.place) && 'code' in open) return { refused: open }
      if (page === null) desk.session = went(desk.session, null)
      const refused = page && goToPage(desk, page)
      return refused ? { refused } : snapshotAnswer(desk)
    },
    'desk.back': () => {
      goBack(desk)
      return snapshotAnswer(desk)
    },
    'desk.renew': (input) =>
      once(desk, 'desk.renew', input, (command) => {
        const item = findItem(desk.library, input.item_barcode)
        if (!item) return refuse('item-unknown', { barcode: input.item_barcode, as_of: desk.library.clock.now() })
        renewHere(desk, command, item, { is_unseen: isUnseen(desk.session) })
        return null
      }),
    'desk.recall': (input) => once(desk, 'desk.recall', input, (command) => recall(desk, command, input)),
    'desk.set-due': (input) => once(desk, 'desk.set-due', input, (command) => setDue(desk, command, input)),
    'desk.open-patron': ({ patron_id: number, reason = '', card_barcode = '' }) =>
      whenDecided(desk, () => {
        const patron_id = keptRecord(desk.library, patronId(number))
        if (reason !== '' && !isViewReason(reason)) return no('reason-unknown', { reason })
        if (isReasonMissing(desk, patron_id, reason)) {
          askReason(desk, patron_id, card_barcode)
          return snapshotAnswer(desk)
        }
        const page = openingPage(desk.session)
        const card = typedCard(desk.library, card_barcode, patron_id)
        if (!openAccount(desk, patron_id, card, desk.session.patron_id !== null, reason)) return no('patron-gone')
        desk.session = openedFrom(desk.session, page)
        return snapshotAnswer(desk)
      }),
    'desk.last-patron': () =>
      whenDecided(desk, () => {
        const last = desk.session.last_patron_id
        if (last !== null && isReasonMissing(desk, last, '')) {
          askReason(desk, last)
          return snapshotAnswer(desk)
        }
        if (last === null || !openAccount(desk, last, null, desk.session.patron_id !== null)) return no('nobody-open')
        return snapshotAnswer(desk)
      }),
  }
}

/** The patron leaves without Finish: their receipt is kept for F9. */
function leave(desk: Desk, after: Session): void {
  const receipt = receiptOfLeaving(desk, 'preferred', false)
  desk.session = after
  keepPaper(desk, receipt)
}

/** Scan modes and modifiers, and leaving them. */
function wayHandlers(desk: Desk): Pick<Handlers, 'desk.clear' | 'desk.mode' | 'desk.modify' | 'desk.drop-waiting'> {
  return {
    'desk.clear': () =>
      whenDecided(desk, () => {
        leave(desk, unmodified(cleared(desk.session)))
        return snapshotAnswer(desk)
      }),
    'desk.mode': ({ mode, is_toggling }) =>
      whenDecided(desk, () => {
        const { session } = desk
        if (session.mode !== mode || session.patron_id !== null) leave(desk, switched(session, mode))
        else if (session.page) desk.session = went(session, null)
        else if (mode === 'in' && is_toggling) modify(desk, { is_book_drop: !modifiersNow(desk).is_book_drop })
        return snapshotAnswer(desk)
      }),
    'desk.drop-waiting': ({ waiting_id }) => {
      const last = desk.session.waiting.at(-1)
      const session = withoutLastWaiting(desk.session, waiting_id)
      if (last && session !== desk.session) {
        desk.session = withBand(session, removedBand(speechOf(desk).words, last, session.waiting.length))
      }
      return snapshotAnswer(desk)
    },
    'desk.modify': (change) => {
      const refused = modify(desk, change)
      return refused ? { refused } : snapshotAnswer(desk)
    },
  }
}

/** A scanner for one side of the desk turns it to that side, as its key does. @returns the side; null: it stays */
function turnToSide(desk: Desk, scanner: string): Refusal | 'in' | 'out' | null {
  const { session } = desk
  const mode = modeOfScanner(desk, scanner)
  if (mode === null || mode === session.mode || session.staff === null || session.lock !== null) return null
  if (session.page?.place === 'devices') return null
  const count = undecidedCount(session)
  if (count > 0) return refuse('rows-undecided', { count })
  leave(desk, switched(session, mode))
  return mode
}

/** Which side it is now, before what the scan did. */
function sayTurned(desk: Desk, mode: 'in' | 'out'): void {
  const { band } = desk.session
  if (band === null) return
  const turned = sentences(speechOf(desk).words.outcomes.loan.turned[mode])
  const said = { sentence: sentences(turned, band.sentence), spoken: sentences(turned, band.spoken) }
  desk.session = { ...desk.session, band: { ...band, ...said } }
}

function renewEverything(desk: Desk, command: Command): Refusal | null {
  if (desk.session.patron_id === null) return refuse('nobody-open')
  const before_count = desk.session.rows_made_count
  renewAllHere(desk, command)
  showRenewals(desk, before_count)
  return null
}

export function deskHandlers(desk: Desk): Pick<Handlers, DeskMethod> {
  return {
    ...placeHandlers(desk),
    ...wayHandlers(desk),
    'desk.snapshot': () => snapshotAnswer(desk),
    'desk.scan': (input) =>
      once(desk, 'desk.scan', input, (command) => {
        if (desk.session.staff === null && !isSetUp(desk.library)) return { code: 'desk-not-set-up', facts: {} }
        const side = turnToSide(desk, input.scanner ?? '')
        if (typeof side === 'object' && side !== null) return side
        desk.devices.source = input.scanner ?? ''
        scan(desk, command, { text: input.text, source: input.source })
        if (side !== null) sayTurned(desk, side)
        return null
      }),
    'desk.answer': (input) =>
      once(
        desk,
        'desk.answer',
        input,
        (command) => answerRow(desk, command, input.row_id, input.key),
        () => {
          const row = rowById(desk.session, input.row_id)
          if (row?.pending)
            desk.session = answered(desk.session, input.row_id, speechOf(desk).words.outcomes.answer.done)
        },
      ),
    'desk.finish': () => finishDesk(desk, 'preferred'),
    'desk.renew-all': (input) => once(desk, 'desk.renew-all', input, (command) => renewEverything(desk, command)),
    'desk.trust-clock': (input) =>
      once(desk, 'desk.trust-clock', input, (command) => {
        const desk_believed_ms = desk.library.clock.now()
        desk.library.clock.confirm()
        record(desk.library, actorOf(desk), command, [{ kind: 'clock-confirmed', body: { desk_believed_ms } }])
        return null
      }),
    'desk.acknowledge-missing': (input) =>
      once(desk, 'desk.acknowledge-missing', input, (command) => {
        const { journal } = desk.library
        const broken_from = brokenFrom(desk.library)
        if (journal.losses.length > 0 || broken_from !== '' || backupAhead(desk.library) !== null) {
          const body = { epoch: journal.head.epoch, broken_from }
          record(desk.library, actorOf(desk), command, [{ kind: 'missing-acknowledged', body }])
        }
        return null
      }),
  }
}
