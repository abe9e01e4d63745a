/** What possible duplicates are found by, of whoever is new, and of everybody where they are missing. */
import { ALIKE_KEYS_VERSION, alikeKeysOf } from '../../../shared/patron/alike/alike-keys.ts'
import type { PatronId } from '../../../shared/kernel/ids.ts'
import type { WriteHandle } from '../sql.ts'
import { readMeta, writeMeta } from '../policy/library-rows.ts'
import { anyCard } from './patron-key-rows.ts'
import * as rows from './alike-rows.ts'

const ALIKE_KEYS = 'duplicate_keys'
const WALKED_AT_ONCE = 1000

type Known = Parameters<typeof alikeKeysOf>[0]

export function addAlikeKeys(reference: WriteHandle, patron_id: PatronId, patron: Known): void {
  for (const key of alikeKeysOf(patron)) reference.run(rows.addAlike, { key, patron_id })
}

/** Makes them for everyone where they are of another version, or there are none at all. */
export function makeMissingAlike(reference: WriteHandle): void {
  const isThisVersion = reference.get(readMeta, { name: ALIKE_KEYS })?.value === ALIKE_KEYS_VERSION
  if (isThisVersion && (!reference.get(anyCard, {}) || reference.get(rows.anyAlike, {}))) return
  reference.transact(() => {
    reference.run(rows.dropAllAlike, {})
    for (let last: PatronId | 0 = 0; ;) {
      const some: ({ readonly patron_id: PatronId } & Known)[] = reference.all(rows.alikeAfter, {
        patron_id: last,
        limit: WALKED_AT_ONCE,
      })
      for (const { patron_id, ...patron } of some) addAlikeKeys(reference, patron_id, patron)
      const end = some.at(-1)
      if (!end) break
      last = end.patron_id
    }
    reference.run(writeMeta, { name: ALIKE_KEYS, value: ALIKE_KEYS_VERSION })
  })
}
