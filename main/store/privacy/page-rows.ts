/**
 * Statements for the pages of the desk: what a page shows about one patron, item or title besides the desk's own words.
 */
import type { PatronId, TitleId } from '../../../shared/kernel/ids.ts'
import { build, statement } from '../sql.ts'

/** How to reach a patron. */
export const patronContact = statement<{ patron_id: PatronId }>()((p) =>
  build.selectFrom('patron').select(['phone', 'email']).where('patron_id', '=', p.patron_id),
)

/** Every card number a patron ever had. */
export const cardsOfPatron = statement<{ patron_id: PatronId }>()((p) =>
  build
    .selectFrom('card')
    .select(['barcode', 'status'])
    .where('patron_id', '=', p.patron_id)
    .orderBy('status')
    .orderBy('barcode'),
)

/** How many items a patron has out. */
export const loansCount = statement<{ patron_id: PatronId }>()((p) =>
  build
    .selectFrom('loan_now')
    .select((eb) => eb.fn.countAll<number>().as('out_count'))
    .where('patron_id', '=', p.patron_id),
)

export const titleMore = statement<{ title_id: TitleId }>()((p) =>
  build.selectFrom('title').select(['publisher', 'language']).where('title_id', '=', p.title_id),
)

/** How many holds wait for any item of a title. */
export const holdsOnTitle = statement<{ title_id: TitleId }>()((p) =>
  build
    .selectFrom('hold_now')
    .select((eb) => eb.fn.countAll<number>().as('holds_count'))
    .where('title_id', '=', p.title_id),
)
