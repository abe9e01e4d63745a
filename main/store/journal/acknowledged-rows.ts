/** Statements on what was forgotten of an event before the central server had acknowledged it. */
import { build, statement } from '../sql.ts'

type Place = { epoch_count: number; seq_count: number }

/** Something of this event is forgotten before the central server has acknowledged it. */
export const markForgotten = statement<Place>()((p) =>
  build
    .insertInto('forgotten_unsent')
    .values({ epoch_count: p.epoch_count, seq_count: p.seq_count })
    .onConflict((oc) => oc.doNothing()),
)

/** Of these events, first to last of an epoch, those of which something was forgotten before. */
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

/** What the server acknowledged with its mark needs none any more. */
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
