/** Statements that look people up: accounts, cards, what is out, what is owed. Each answer is a patron's data. */
import { sql } from 'kysely'
import type { PatronId } from '../../shared/kernel/ids.ts'
import { build, statement } from './sql.ts'

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
    'patron.guardian',
    'patron.is_barred',
    'patron.is_active',
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

/** Everything a patron has out, soonest due first. */
export const loansOfPatron = statement<{ patron_id: PatronId }>()((p) =>
  build
    .selectFrom('loan_now as loan')
    .innerJoin('item', 'item.item_id', 'loan.item_id')
    .innerJoin('title', 'title.title_id', 'item.title_id')
    .select([
      'loan.item_id',
      'item.barcode',
      'item.item_type_code',
      'item.title_id',
      'title.title',
      'loan.loan_ref',
      'loan.branch_code',
      'loan.due_at_ms',
      'loan.renewals_count',
    ])
    .where('loan.patron_id', '=', p.patron_id)
    .orderBy('loan.due_at_ms')
    .orderBy('item.barcode'),
)

/** The zero stands in the statement: only so does SQLite see that the index of open charges serves. */
export const owedByPatron = statement<{ patron_id: PatronId }>()((p) =>
  build
    .selectFrom('charge')
    .select((eb) => eb.fn.coalesce(eb.fn.sum<number>('owed_cents'), eb.lit(0)).as('owed_cents'))
    .where('patron_id', '=', p.patron_id)
    .where('owed_cents', '>', sql.lit(0) as never),
)

export const blocksOfPatron = statement<{ patron_id: PatronId; today: string }>()((p) =>
  build
    .selectFrom('patron_block')
    .select(['kind', 'until_on', 'note'])
    .where('patron_id', '=', p.patron_id)
    .where((eb) => eb.or([eb('until_on', 'is', null), eb('until_on', '>=', p.today as never)]))
    .orderBy('block_id'),
)

export const notesOfPatron = statement<{ patron_id: PatronId }>()((p) =>
  build
    .selectFrom('patron_note')
    .select(['written_on', 'initials', 'text'])
    .where('patron_id', '=', p.patron_id)
    .orderBy('written_on', 'desc')
    .orderBy('note_id', 'desc')
    .limit(5),
)

export const holdsReadyCount = statement<{ patron_id: PatronId }>()((p) =>
  build
    .selectFrom('hold')
    .select((eb) => eb.fn.countAll<number>().as('ready_count'))
    .where('patron_id', '=', p.patron_id)
    .where('status', '=', 'ready'),
)
