/** Statements for what auditors and managers see of a period. */
import { sql } from 'kysely'
import { LATER_KINDS } from '../../../shared/cash/evidence/later.ts'
import type { Cents } from '../../../shared/kernel/money.ts'
import type { Instant } from '../../../shared/kernel/time.ts'
import { LET_OFF_CODES } from '../../../shared/ledger/let-off.ts'
import { CREDIT_FUND } from '../../../shared/ledger/charge-kinds.ts'
import { eventOf, UNSEALED } from '../journal/journal-rows.ts'
import { build, statement } from '../sql.ts'

const LET_OFF = LET_OFF_CODES.map((one) => sql.lit(one))

type Between = { readonly from: number; readonly from_seq: number; readonly to: number; readonly to_seq: number }

/**
 * The entries between two places in which something was let off, or what was let off taken back, oldest first. Looked
 * for in the text as it is sealed: thousands of others are not read out of it.
 */
export const movedBetween = statement<Between>()((p) =>
  build
    .selectFrom('event')
    .select(['content', UNSEALED])
    .where(sql<boolean>`event_id > (${p.from} << 32 | ${p.from_seq})`)
    .where(sql<boolean>`event_id < (${p.to} << 32 | ${p.to_seq})`)
    .where((eb) => eb.or(LET_OFF_CODES.map((one) => sql<boolean>`instr(content, ${sql.lit(`"code":"${one}"`)}) > 0`)))
    .orderBy('event_id'),
)

/** Where what was let off is entered, and what was taken back of it, oldest first. */
export const letOffBetween = statement<{ from_ms: Instant; to_ms: Instant }>()((p) =>
  build
    .selectFrom('transfer')
    .select(['epoch', 'seq'])
    .distinct()
    .where('transfer_code', 'in', LET_OFF)
    .where('at_ms', '>=', p.from_ms)
    .where('at_ms', '<', p.to_ms)
    .orderBy('epoch')
    .orderBy('seq'),
)

/** The fund of the charge that is paid, as it was made here: it stays when the charge is forgotten. */
const CHARGED_FUND = sql<string | null>`(SELECT made.fund_code FROM transfer AS made
  WHERE made.charge_ref = coalesce(transfer.pays_ref, transfer.charge_ref) AND made.transfer_code = 'charged' LIMIT 1)`

/** The charge that gives was made here: what it gives is income already. */
const MADE_HERE = sql<boolean>`EXISTS (SELECT 1 FROM transfer AS made WHERE made.charge_ref = transfer.charge_ref
  AND made.transfer_code = 'charged'
  AND (made.epoch, made.seq) < (transfer.epoch, transfer.seq))`

/**
 * Where credit that patrons had left, or that came with the library's data or of a debt that did, paid a charge, and
 * where it was given back, oldest first.
 */
export const creditUsedBetween = statement<{ from_ms: Instant; to_ms: Instant }>()((p) =>
  build
    .selectFrom('transfer')
    .select(['charge_ref', 'epoch', 'seq', 'transfer_number', 'at_ms', 'pays_ref', 'debit_code', 'amount_cents'])
    .select(['fund_code', CHARGED_FUND.as('charged_fund')])
    .where('transfer_code', '=', sql.lit('applied'))
    .where('at_ms', '>=', p.from_ms)
    .where('at_ms', '<', p.to_ms)
    .where((eb) => eb.or([eb('fund_code', '=', sql.lit(CREDIT_FUND)), eb.not(MADE_HERE)]))
    .orderBy('epoch')
    .orderBy('seq'),
)

/** What each clerk charged and let off of each fund: what was taken back is taken off. */
export const leviedBetween = statement<{ from_ms: Instant; to_ms: Instant }>()((p) =>
  build
    .selectFrom('transfer')
    .select(['fund_code as fund', 'staff_code as staff'])
    .select(
      sql<Cents>`sum(CASE transfer_code
      WHEN 'charged' THEN (debit_code = 'receivable') * amount_cents - (credit_code = 'receivable') * amount_cents
      ELSE 0 END)`.as('levied_cents'),
    )
    .select(
      sql<Cents>`sum(CASE WHEN transfer_code = 'charged' THEN 0
      WHEN credit_code IN ('waived', 'income') THEN -amount_cents
      ELSE amount_cents END)`.as('let_off_cents'),
    )
    .where('transfer_code', 'in', [sql.lit('charged'), ...LET_OFF])
    .where('at_ms', '>=', p.from_ms)
    .where('at_ms', '<', p.to_ms)
    .groupBy(['fund_code', 'staff_code'])
    .orderBy('fund_code')
    .orderBy('staff_code'),
)

/** Where the entries are that were made then about sessions that were over, oldest first. */
export const laterBetween = statement<{ from_ms: Instant; to_ms: Instant }>()((p) =>
  build
    .selectFrom('cash_event')
    .innerJoin('event', (join) => join.on(eventOf('cash_event')))
    .select(['cash_event.session_ref', 'cash_event.epoch', 'cash_event.seq'])
    .where(
      'cash_event.kind',
      'in',
      LATER_KINDS.map((kind) => sql.lit(kind)),
    )
    .where(sql<boolean>`json_extract(event.content, '$.at_ms') >= ${p.from_ms}`)
    .where(sql<boolean>`json_extract(event.content, '$.at_ms') < ${p.to_ms}`)
    .orderBy('cash_event.epoch')
    .orderBy('cash_event.seq'),
)
