/**
 * Keeps what an entry is about to change of a patron, in its transaction and beside the journal, while the entry can be
 * undone: an undo gives back what was kept. Must never put any of it into the entry itself, which is sealed for good.
 */
import { patronWords, type PatronWords } from '../../../shared/journal/events/patrons.ts'
import { parseEventRef, type EventHead, type EventKind, type EventOf } from '../../../shared/journal/event.ts'
import { must } from '../../../shared/kernel/assert.ts'
import type { PatronId } from '../../../shared/kernel/ids.ts'
import { instant } from '../../../shared/kernel/time.ts'
import * as rows from '../../store/patrons/before-rows.ts'
import { bouncedOn, mailBacksOf } from '../../store/patrons/came-back-rows.ts'
import type { WriteHandle } from '../../store/sql.ts'

const CHANGING: ReadonlySet<EventKind> = new Set<EventKind>([
  'patron-changed',
  'card-renewed',
  'card-replaced',
  'card-lost',
  'guardian-linked',
  'guardian-unlinked',
  'family-linked',
  'family-unlinked',
  'patrons-told-apart',
  'email-bounced',
  'email-arrives',
  'mail-returned',
])

export function isChange(kind: EventKind): boolean {
  return CHANGING.has(kind)
}

/** What an undo puts: the fields, addresses and cards that these words change, as they are now. */
function asIsNow(db: WriteHandle, patron_id: PatronId, words: PatronWords): unknown {
  const who: Readonly<Record<string, unknown>> = must(db.get(rows.whoNow, { patron_id }), 'whom an entry changes')
  const names = Object.keys(words.fields)
  const cards = words.cards.length === 0 ? [] : db.all(rows.cardsNow, { patron_id })
  const known = new Set(cards.map(({ barcode }) => barcode))
  const put = words.cards.map(({ barcode }) => barcode)
  return {
    v: 1,
    fields: Object.fromEntries(names.map((name) => [name, who[name]])),
    address: null,
    ...(words.address && { addresses: db.all(rows.addressesNow, { patron_id }) }),
    cards,
    cards_gone: put.filter((barcode) => !known.has(barcode)),
    proof_codes: [],
    registered_on: null,
    // Another address takes back that the former one bounced.
    ...((words.email_bounced_on !== undefined || words.fields.email !== undefined) && {
      email_bounced_on: db.get(bouncedOn, { patron_id })?.bounced_on ?? null,
    }),
    // Of two on one day the first one is not taken back with the second.
    ...(isFirstMail(db, patron_id, words) && { not_mail_back_on: words.mail_back_on }),
    ...(words.apart_patron_id && { not_apart_patron_id: words.apart_patron_id }),
  }
}

function isFirstMail(db: WriteHandle, patron_id: PatronId, { mail_back_on: on }: PatronWords): boolean {
  return on !== undefined && !db.all(mailBacksOf, { patron_id }).some(({ from_on }) => from_on === on)
}

/** @param text the words beside the entry */
export function noteBefore(db: WriteHandle, { head }: { readonly head: EventHead }, of: PatronId, text: string): void {
  const words = patronWords.parse(JSON.parse(text))
  // Data that no form of the desk would take, such as a twenty-first card, is not kept: then there is no undo.
  const before = patronWords.safeParse(asIsNow(db, of, words))
  if (!before.success) return
  const { epoch: epoch_count, seq: seq_count } = head
  const content = JSON.stringify(before.data)
  db.run(rows.putBefore, { epoch_count, seq_count, patron_id: of, changed_at_ms: instant(head.at_ms), content })
}

/** What it gave back is in the words beside the undoing from now on. */
export function noteChangeUndone(db: WriteHandle, { body }: EventOf<'patron-change-undone'>): void {
  const { epoch: epoch_count, seq: seq_count } = must(parseEventRef(body.of), 'an entry of this journal')
  db.run(rows.dropBefore, { epoch_count, seq_count })
}
