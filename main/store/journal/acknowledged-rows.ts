/** Statements on events of which something was forgotten before the central server acknowledged them. */
import { insertOnce } from '../whole-rows.ts'
import { build, statement } from '../sql.ts'

type Place = { epoch: number; seq: number }

/** Marks an event of which something is forgotten before the central server has acknowledged it. */
export const markForgotten = insertOnce('forgotten_unsent')

/** The marked ones among these events, first to last of an epoch. */
export const forgottenUnsent = statement<{ epoch: number; first_seq: number; last_seq: number }>()((p) =>
  build
    .selectFrom('forgotten_unsent')
    .select('seq')
    .where('epoch', '=', p.epoch)
    .where('seq', '>=', p.first_seq)
    .where('seq', '<=', p.last_seq)
    .orderBy('seq'),
)

/** Whom an erasure is about, while a server is to hear of it. */
export const keepErasing = insertOnce('erasing_unsent')

export const erasingAt = statement<Place>()((p) =>
  build.selectFrom('erasing_unsent').select('patron_id').where('epoch', '=', p.epoch).where('seq', '=', p.seq),
)

/** What the server acknowledged it has heard of. */
export const dropErasing = statement<Place>()((p) =>
  build
    .deleteFrom('erasing_unsent')
    .where((eb) => eb.or([eb('epoch', '<', p.epoch), eb.and([eb('epoch', '=', p.epoch), eb('seq', '<=', p.seq)])])),
)

/** Deletes the marks up to what the server acknowledged. */
export const dropMarks = statement<Place>()((p) =>
  build
    .deleteFrom('forgotten_unsent')
    .where((eb) => eb.or([eb('epoch', '<', p.epoch), eb.and([eb('epoch', '=', p.epoch), eb('seq', '<=', p.seq)])])),
)
