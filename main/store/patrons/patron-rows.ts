/** Statements that look people up: accounts, cards, what is out, what is owed. Every result is private. */
import { sql } from 'kysely'
import type { PatronId } from '../../../shared/kernel/ids.ts'
import type { LocalDate } from '../../../shared/kernel/time.ts'
import { build, statement } from '../sql.ts'
import { titleOrBarcode } from '../circulation/item-title.ts'
import { IS_RULED_ANEW } from '../circulation/ruled-anew.ts'
import { GUARDIAN_NOW } from './guardian-name.ts'

const account = build
  .selectFrom('patron')
  .innerJoin('patron_category as category', 'category.category_code', 'patron.category_code')
  .select([
    'patron.patron_id',
    'patron.category_code',
    'category.name as category_name',
    'category.loans_count_max',
    'category.owed_cents_max',
    'category.overdue_count_max',
    'patron.branch_code',
    'patron.surname',
    'patron.given',
    'patron.preferred_given',
    'patron.born_on',
    'patron.expires_on',
    GUARDIAN_NOW,
    'patron.is_barred',
    'patron.is_active',
    IS_RULED_ANEW,
  ])

export const patronById = statement<{ patron_id: PatronId }>()((p) =>
  account.where('patron.patron_id', '=', p.patron_id),
)
export type PatronRow = NonNullable<(typeof patronById)['row']>

export const cardByBarcode = statement<{ barcode: string }>()((p) =>
  build.selectFrom('card').select(['patron_id', 'status']).where('barcode', '=', p.barcode),
)

export const currentCard = statement<{ patron_id: PatronId }>()((p) =>
  build
    .selectFrom('card')
    .select(['barcode', 'status'])
    .where('patron_id', '=', p.patron_id)
    .orderBy((eb) => eb.case().when('status', '=', 'current').then(0).when('status', '=', 'lost').then(1).else(2).end())
    .limit(1),
)

/** Everything a patron has out, earliest due first. */
export const loansOfPatron = statement<{ patron_id: PatronId }>()((p) =>
  build
    .selectFrom('loan_now as loan')
    .innerJoin('item', 'item.item_id', 'loan.item_id')
    .innerJoin('title', 'title.title_id', 'item.title_id')
    .select([
      'loan.item_id',
      'item.barcode',
      'item.item_type_code',
      'item.home_branch_code',
      'item.price_cents',
      'item.title_id',
      titleOrBarcode('item.barcode'),
      'loan.loan_ref',
      'loan.branch_code',
      'loan.due_at_ms',
      'loan.out_at_ms',
      'loan.renewals_count',
      'loan.loan_status',
      'loan.status_since_ms',
      'loan.rules_at_ms',
      'loan.recalled_at_ms',
    ])
    .where('loan.patron_id', '=', p.patron_id)
    .orderBy('loan.due_at_ms')
    .orderBy('item.barcode'),
)

export const blocksOfPatron = statement<{ patron_id: PatronId; today: LocalDate }>()((p) =>
  build
    .selectFrom('patron_block')
    .select(['kind', 'until_on', 'note'])
    .where('patron_id', '=', p.patron_id)
    .where((eb) => eb.or([eb('until_on', 'is', null), eb('until_on', '>=', p.today)]))
    .orderBy('from_on', 'desc')
    .orderBy('block_ref'),
)

/**
 * Likewise, without a block about the address that was checked since; for one without a day, since `due_by_on`.
 * @see isMailBack, which says the same
 */
export const blocksInForce = statement<{ patron_id: PatronId; today: LocalDate; due_by_on: LocalDate }>()((p) =>
  build
    .selectFrom('patron_block')
    .innerJoin('patron', 'patron.patron_id', 'patron_block.patron_id')
    .select(['patron_block.kind', 'patron_block.from_on', 'patron_block.until_on', 'patron_block.note'])
    .where('patron_block.patron_id', '=', p.patron_id)
    .where((eb) => eb.or([eb('patron_block.until_on', 'is', null), eb('patron_block.until_on', '>=', p.today)]))
    .where(
      sql<boolean>`NOT (patron_block.kind LIKE 'address%' AND coalesce(patron.address_checked_on, '')
        >= coalesce(patron_block.from_on, ${p.due_by_on}))`,
    )
    .orderBy('patron_block.from_on', 'desc')
    .orderBy('patron_block.block_ref'),
)

/** Their last day on the hold shelf has not passed. */
export const holdsReadyCount = statement<{ patron_id: PatronId; today: LocalDate }>()((p) =>
  build
    .selectFrom('hold_now')
    .select((eb) => eb.fn.countAll<number>().as('ready_count'))
    .where('patron_id', '=', p.patron_id)
    .where('status', '=', 'ready')
    .where(sql<boolean>`coalesce(shelf_until_on, expires_on, ${p.today}) >= ${p.today}`),
)
