/** Statements on sessions of drawers, their entries and the money they moved. They stay in the journal's file. */
import { sql } from 'kysely'
import { OTHER_KINDS } from '../../../shared/cash/session-entries.ts'
import { COLUMNS } from '../schema.gen.ts'
import { eventOf, UNSEALED } from '../journal/journal-rows.ts'
import { build, statement } from '../sql.ts'
import { insert, replace } from '../whole-rows.ts'

export const putSession = replace('drawer_session')
export const insertCashEvent = insert('cash_event')
export const insertMoneyTransfer = insert('money_transfer')

export const sessionByRef = statement<{ session_ref: string }>()((p) =>
  build.selectFrom('drawer_session').select(COLUMNS.drawer_session).where('session_ref', '=', p.session_ref),
)
export type SessionRow = NonNullable<(typeof sessionByRef)['row']>

/** Every session that ever was, in the order of their entries. */
export const everySession = statement()(() =>
  build.selectFrom('drawer_session').select(COLUMNS.drawer_session).orderBy('epoch').orderBy('seq'),
)

/** Every entry of every session, oldest first. */
export const everyCashEvent = statement()(() =>
  build.selectFrom('cash_event').select(COLUMNS.cash_event).orderBy('epoch').orderBy('seq'),
)

/** The newest session of a drawer, by the place of its entry: no clock orders sessions. */
export const lastSession = statement<{ drawer_code: string }>()((p) =>
  build
    .selectFrom('drawer_session')
    .select(COLUMNS.drawer_session)
    .where('drawer_code', '=', p.drawer_code)
    .orderBy('epoch', 'desc')
    .orderBy('seq', 'desc')
    .limit(1),
)

/** Those that are not closed, oldest first. */
export const openSessions = statement()(() =>
  build
    .selectFrom('drawer_session')
    .select(COLUMNS.drawer_session)
    .where('status', '<>', sql.lit('closed'))
    .orderBy('epoch')
    .orderBy('seq'),
)

/** What an account stands at by the transfers of one session. `of_ref`: the session for cash and checks. */
export const sessionBalance = statement<{ session_ref: string; account: string; of_ref: string }>()((p) =>
  build
    .selectFrom('money_transfer')
    .select((eb) =>
      eb.fn
        .coalesce(
          eb.fn.sum<number>(
            eb
              .case()
              .when('debit_code', '=', p.account)
              .then(eb.ref('amount_cents'))
              .else(sql<number>`-amount_cents`)
              .end(),
          ),
          eb.lit(0),
        )
        .as('balance_cents'),
    )
    .where('session_ref', '=', p.session_ref)
    .where((eb) =>
      eb.or([
        eb.and([eb('debit_code', '=', p.account), eb('debit_of_ref', '=', p.of_ref)]),
        eb.and([eb('credit_code', '=', p.account), eb('credit_of_ref', '=', p.of_ref)]),
      ]),
    ),
)

/** The highest number of a receipt in this epoch; null before the first. */
export const lastNumber = statement<{ epoch: number }>()((p) =>
  build
    .selectFrom('cash_event')
    .select((eb) => eb.fn.max('receipt_number').as('receipt_number'))
    .where('epoch', '=', p.epoch)
    .where('receipt_number', 'is not', null)
    .where('kind', '<>', sql.lit('receipt-voided')),
)

/** A receipt that was voided leaves the number of its paper free: it can be keyed in again. */
export const freePaper = statement<{ session_ref: string; epoch: number; seq: number }>()((p) =>
  build
    .updateTable('cash_event')
    .set({ paper_number: null })
    .where('session_ref', '=', p.session_ref)
    .where('epoch', '=', p.epoch)
    .where('seq', '=', p.seq),
)

/** The bag of a close is at the bank. */
export const emptyCloseBag = statement<{ session_ref: string }>()((p) =>
  build
    .updateTable('cash_event')
    .set({ bag_number: null })
    .where('session_ref', '=', p.session_ref)
    .where('kind', '=', sql.lit('drawer-closed'))
    .where('kind', '<>', sql.lit('receipt-made')),
)

/** The same of a bag that was filled by this entry. */
export const emptyDropBag = statement<{ session_ref: string; epoch: number; seq: number }>()((p) =>
  build
    .updateTable('cash_event')
    .set({ bag_number: null })
    .where('session_ref', '=', p.session_ref)
    .where('epoch', '=', p.epoch)
    .where('seq', '=', p.seq),
)

/** The numbers on paper, of receipts that stand, whenever they were keyed in. */
export const papersKeyed = statement()(() =>
  build.selectFrom('cash_event').select('paper_number').where('paper_number', 'is not', null),
)

/**
 * The sealed entries of a session, oldest first, with the seal before each and its own in hex: null for what comes
 * after a place.
 */
export const entriesOfSession = statement<{ session_ref: string; epoch: number; seq: number }>()((p) =>
  build
    .selectFrom('cash_event')
    .innerJoin('event', (join) => join.on(eventOf('cash_event')))
    .select(['event.content', UNSEALED])
    .select(
      sql<string | null>`CASE WHEN event.event_id > (${p.epoch} << 32 | ${p.seq}) THEN NULL
        ELSE (SELECT lower(hex(before.hash)) FROM event AS before WHERE before.event_id = event.event_id - 1)
          || lower(hex(event.hash)) END`.as('seals_hex'),
    )
    .where('cash_event.session_ref', '=', p.session_ref)
    .orderBy('cash_event.epoch')
    .orderBy('cash_event.seq'),
)

/** Where the entries of one kind in a session are, oldest first: of any but receipts, which have no index of theirs. */
export const eventsOfKind = statement<{ session_ref: string; kind: string }>()((p) =>
  build
    .selectFrom('cash_event')
    .select(['epoch', 'seq'])
    .where('session_ref', '=', p.session_ref)
    .where('kind', '=', p.kind)
    .where('kind', '<>', sql.lit('receipt-made'))
    .orderBy('epoch')
    .orderBy('seq'),
)

/** Where the entries of one kind are that are about a receipt, oldest first. */
export const eventsAbout = statement<{ of_ref: string; kind: string }>()((p) =>
  build
    .selectFrom('cash_event')
    .select(['epoch', 'seq'])
    .where('of_ref', '=', p.of_ref)
    .where('kind', '=', p.kind)
    .orderBy('epoch')
    .orderBy('seq'),
)

/** Where the receipt or the refund of this number is. */
export const eventByNumber = statement<{ epoch: number; receipt_number: number }>()((p) =>
  build
    .selectFrom('cash_event')
    .select('seq')
    .where('epoch', '=', p.epoch)
    .where('receipt_number', '=', p.receipt_number)
    .where('kind', '<>', sql.lit('receipt-voided')),
)

type Before = { readonly session_ref: string; readonly epoch: number; readonly seq: number }

const isBefore = (p: Before) => sql<boolean>`(epoch, seq) < (${p.epoch}, ${p.seq})`

/** Where the receipts and refunds of a session before a place are, newest first. */
export const receiptsBefore = statement<Before & { limit: number }>()((p) =>
  build
    .selectFrom('cash_event')
    .select(['epoch', 'seq'])
    .where('session_ref', '=', p.session_ref)
    .where(isBefore(p))
    .where('kind', 'in', [sql.lit('receipt-made'), sql.lit('refund-paid')])
    .orderBy('epoch', 'desc')
    .orderBy('seq', 'desc')
    .limit(p.limit),
)

/** Where the counts, moves and openings of a session before a place are, newest first. */
export const otherEntriesBefore = statement<Before & { limit: number }>()((p) =>
  build
    .selectFrom('cash_event')
    .select(['epoch', 'seq'])
    .where('session_ref', '=', p.session_ref)
    .where(isBefore(p))
    .where(
      'kind',
      'in',
      OTHER_KINDS.map((kind) => sql.lit(kind)),
    )
    .where('kind', '<>', sql.lit('receipt-made'))
    .orderBy('epoch', 'desc')
    .orderBy('seq', 'desc')
    .limit(p.limit),
)

/** Where the entries of a session after a place are, oldest first. */
export const eventsSince = statement<Before>()((p) =>
  build
    .selectFrom('cash_event')
    .select(['epoch', 'seq'])
    .where('session_ref', '=', p.session_ref)
    .where(sql<boolean>`(epoch, seq) > (${p.epoch}, ${p.seq})`)
    .orderBy('epoch')
    .orderBy('seq'),
)

/** Where the newest entry of a session is. */
export const newestOfSession = statement<{ session_ref: string }>()((p) =>
  build
    .selectFrom('cash_event')
    .select(['epoch', 'seq'])
    .where('session_ref', '=', p.session_ref)
    .orderBy('epoch', 'desc')
    .orderBy('seq', 'desc')
    .limit(1),
)

/** The receipts of a session after a place that have the number of a check or a card beside them, oldest first. */
export const checksSince = statement<Before>()((p) =>
  build
    .selectFrom('cash_event')
    .innerJoin('personal', (join) =>
      join.onRef('personal.epoch', '=', 'cash_event.epoch').onRef('personal.seq', '=', 'cash_event.seq'),
    )
    .select(['cash_event.epoch', 'cash_event.seq', 'personal.text'])
    .where('cash_event.session_ref', '=', p.session_ref)
    .where(sql<boolean>`(cash_event.epoch, cash_event.seq) > (${p.epoch}, ${p.seq})`)
    .where('cash_event.kind', '=', sql.lit('receipt-made'))
    .where(sql<boolean>`instr(personal.text, '"check_number"') + instr(personal.text, '"authorization"') > 0`)
    .orderBy('cash_event.epoch')
    .orderBy('cash_event.seq'),
)

export const voidedReceipts = statement<{ session_ref: string }>()((p) =>
  build
    .selectFrom('cash_event')
    .select('of_ref')
    .where('session_ref', '=', p.session_ref)
    .where('kind', '=', sql.lit('receipt-voided'))
    .where('kind', '<>', sql.lit('receipt-made')),
)

export const countsByKind = statement<{ session_ref: string }>()((p) =>
  build
    .selectFrom('cash_event')
    .select(['kind', (eb) => eb.fn.countAll<number>().as('events_count')])
    .where('session_ref', '=', p.session_ref)
    .groupBy('kind'),
)
