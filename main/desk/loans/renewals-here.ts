/**
 * Renewals at the desk: one, or everything the open patron has out, each with its row and the sentence for a caller.
 */
import type { NotRenewed } from '../../../shared/desk/papers.ts'
import { withBand, withRow } from '../../../shared/desk/session/session.ts'
import { isUnseen } from '../../../shared/desk/session/session-card.ts'
import { refusedWords, renewedWords } from '../../../shared/desk/words/words.ts'
import { notRenewedRow, renewAllBand } from '../../../shared/desk/words/words-renew-all.ts'
import { loanOfItem, type ItemRow } from '../../store/circulation/item-rows.ts'
import type { Refused } from '../../library/here.ts'
import { keepNotRenewed } from '../papers/keeping.ts'
import { accountOrGone } from '../patrons/open-patron.ts'
import { withRenewalOffer } from '../patrons/renewal-offer.ts'
import { renew, renewAll, type RenewedOne, type RenewOptions } from '../../circulation/loans/renewing.ts'
import type { Desk } from '../desk.ts'
import type { Command } from '../../library/command.ts'
import { dueSaid, say, sayItemRefused } from '../acts.ts'
import { speechOf } from '../clerk-language.ts'
import { actorOf } from '../desk.ts'

/** Renews everything the open patron has out; the sentence can be read to a caller. */
export function renewAllHere(desk: Desk, command: Command): void {
  const account = accountOrGone(desk)
  if (!account) return
  const results = renewAll(desk.library, actorOf(desk), command, account, {
    overrides: desk.session.overrides,
    is_unseen: isUnseen(desk.session),
  })
  const done = results.filter((one) => one.kind === 'renewed')
  const speech = speechOf(desk)
  for (const one of results.toReversed()) {
    if (one.kind === 'refused') sayItemRefusedQuietly(desk, one)
    else desk.session = withRow(desk.session, renewedWords(speech, dueSaid(desk, one)).row)
  }
  keepNotRenewed(desk, results.flatMap(notRenewed))
  const told = {
    due_at: done.map((one) => one.due_at),
    costs: done.flatMap((one) => one.costs),
    refused: results.flatMap((one) => (one.kind === 'refused' ? one.refusals.slice(0, 1) : [])),
  }
  desk.session = withBand(desk.session, renewAllBand(speech, told))
}

function notRenewed(one: RenewedOne): readonly NotRenewed[] {
  const code = one.kind === 'refused' ? one.refusals[0]?.code : undefined
  return one.item && code ? [{ item_barcode: one.item.barcode, code }] : []
}

function sayItemRefusedQuietly(desk: Desk, refused: Refused): void {
  const { item, refusals } = refused
  const scanned = item?.barcode ?? ''
  const speech = speechOf(desk)
  const said = refusedWords(speech, {
    at: desk.library.clock.now(),
    item,
    scanned,
    refusals,
    choices: [],
    pending: null,
    act: 'renew',
  })
  const [first] = refusals
  desk.session = withRow(desk.session, first ? notRenewedRow(speech, said.row, first) : said.row)
}

/** Renews one loan and says so, or why not. */
export function renewHere(desk: Desk, command: Command, item: ItemRow, options: RenewOptions = {}): void {
  const { overrides = [], is_unseen = false } = options
  const loan = desk.library.db.get(loanOfItem, { item_id: item.item_id })
  // Overrides for the open patron do not apply to another patron's loan.
  const held = loan?.patron_id === desk.session.patron_id ? desk.session.overrides : []
  const result = renew(desk.library, actorOf(desk), command, item, { overrides: [...held, ...overrides], is_unseen })
  if (result.kind === 'refused') return sayItemRefused(desk, item, result.refusals, 'renew', { overrides, is_unseen })
  const said = renewedWords(speechOf(desk), dueSaid(desk, result))
  const isTheirs = loan?.patron_id === desk.session.patron_id
  say(desk, isTheirs ? withRenewalOffer(desk, said, result.steps) : said)
}
