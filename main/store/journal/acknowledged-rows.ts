/** Statements on events of which something was forgotten before the central server acknowledged them. */
import { insertOnce } from '../whole-rows.ts'
import { build, statement } from '../sql.ts'

type Place = { epoch_count: number; seq_count: number }

/** Marks an event of which something is forgotten before the central server has acknowledged it. */
export const markForgotten = insertOnce('forgotten_unsent')

/** The marked ones among these events, first to last of an epoch. */
export const forgottenUnsent = statement<{ epoch_count: number; first_seq_count: number; last_seq_count: number }>()(
  (p) =>
    build
      .selectFrom('forgotten_unsent')
      .select('seq_count')
      .where('epoch_count', '=', p.epoch_count)
      .where('seq_count', '>=', p.first_seq_count)
      .where('seq_count', '<=', p.last_seq_count)
      .orderBy('seq_count'),
)

/** Deletes the marks up to what the server acknowledged. */
export const dropMarks = statement<Place>()((p) =>
  build
    .deleteFrom('forgotten_unsent')
    .where((eb) =>
      eb.or([
        eb('epoch_count', '<', p.epoch_count),
        eb.and([eb('epoch_count', '=', p.epoch_count), eb('seq_count', '<=', p.seq_count)]),
      ]),
    ),
)
