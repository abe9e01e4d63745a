/** Statements on claims: "I returned it", "I never had it". The patron of a claim is private; its item is not. */
import { sql } from 'kysely'
import type { ItemId, PatronId } from '../../../shared/kernel/ids.ts'
import type { Instant } from '../../../shared/kernel/time.ts'
import { NOT_COUNTED } from './claim-status.ts'
import { build, statement } from '../sql.ts'

const CLAIM_COLUMNS = [
  'claim_ref',
  'patron_id',
  'item_id',
  'loan_ref',
  'claim',
  'claimed_on',
  'made_at_ms',
  'status',
  'checks_count',
  'checked_on',
] as const

/** 'open' is a literal: only then does SQLite use the partial index of open claims. */
const OPEN = sql.lit('open')

export const claimByRef = statement<{ claim_ref: string }>()((p) =>
  build.selectFrom('patron_claim').select(CLAIM_COLUMNS).where('claim_ref', '=', p.claim_ref),
)
export type ClaimRow = NonNullable<(typeof claimByRef)['row']>

export const openClaimOfItem = statement<{ item_id: ItemId }>()((p) =>
  build
    .selectFrom('patron_claim')
    .select(CLAIM_COLUMNS)
    .where('item_id', '=', p.item_id)
    .where('status', '=', OPEN)
    .orderBy('made_at_ms', 'desc')
    .limit(1),
)

/** Claims made since then that count, those whose item is forgotten too, and those not yet settled. */
export const claimCounts = statement<{ patron_id: PatronId; since_ms: Instant }>()((p) =>
  build
    .selectFrom('patron_claim')
    .select((eb) => [
      sql<number>`coalesce(sum(made_at_ms >= ${p.since_ms}), 0) + (${eb
        .selectFrom('forgotten_claim as past')
        .select((of) => of.fn.coalesce(of.fn.sum<number>('past.claims_count'), of.lit(0)).as('n'))
        .where('past.patron_id', '=', p.patron_id)
        .where('past.month_at_ms', '>=', p.since_ms)})`.as('year_count'),
      eb.fn.coalesce(eb.fn.sum<number>(sql<number>`status = 'open'`), eb.lit(0)).as('open_count'),
    ])
    .where('patron_id', '=', p.patron_id)
    .where('status', 'not in', NOT_COUNTED),
)

/** What to look for on the shelves: open claims with their items, never with their patrons. */
export const openClaims = statement()(() =>
  build
    .selectFrom('patron_claim as claim')
    .innerJoin('item_now as item', 'item.item_id', 'claim.item_id')
    .innerJoin('title', 'title.title_id', 'item.title_id')
    .select([
      'claim.claim_ref',
      'claim.loan_ref',
      'claim.claim',
      'claim.claimed_on',
      'claim.made_at_ms',
      'claim.checks_count',
      'claim.checked_on',
      'item.barcode',
      'item.call_number',
      'item.location',
      'item.home_branch_code',
      'item.at_branch_code',
      'title.title',
      'title.author',
    ])
    .where('claim.status', '=', OPEN)
    .orderBy('claim.made_at_ms')
    .limit(1000),
)
