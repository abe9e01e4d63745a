/** The statement that reads how a patron wants their papers. */
import type { PatronId } from '../../../shared/kernel/ids.ts'
import { build, statement } from '../sql.ts'

export const readerOfPapers = statement<{ patron_id: PatronId }>()((p) =>
  build
    .selectFrom('patron')
    .select(['receipt_kind', 'is_large_print', 'language', 'email'])
    .where('patron_id', '=', p.patron_id),
)
