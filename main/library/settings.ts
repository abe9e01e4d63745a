/**
 * The settings of this desk, kept as one document; a value from an older or newer version falls back to its default.
 */
import { DEFAULT_SETTINGS, SETTINGS, settingsSchema, type Settings } from '../../shared/ipc/settings.ts'
import { rememberLast } from '../../shared/kernel/remember.ts'
import { ownDocument, readOwn, writeOwn } from '../journal/own-values.ts'
import type { ReadHandle } from '../store/sql.ts'
import type { Library } from './library.ts'

const NAME = 'settings'

export function readSettings(db: ReadHandle): Settings {
  const text = readOwn(db, NAME)
  return text ? settingsIn(text) : DEFAULT_SETTINGS
}

const settingsIn = rememberLast((text: string): Settings => {
  const found = ownDocument(text)
  const kept = Object.entries(SETTINGS).flatMap(([name, schema]) => {
    const value = schema.safeParse(found[name])
    return value.success ? [[name, value.data]] : []
  })
  return settingsSchema.parse({ ...DEFAULT_SETTINGS, ...Object.fromEntries(kept) })
})

export function changeSettings(
  { db, journal }: Pick<Library, 'db' | 'journal'>,
  change: { readonly [Name in keyof Settings]?: Settings[Name] | undefined },
): Settings {
  const settings = settingsSchema.parse({ ...readSettings(db), ...withoutGaps(change) })
  writeOwn(journal, { [NAME]: JSON.stringify(settings) })
  return settings
}

/** Omitted settings stay as they are, also when given as undefined. */
function withoutGaps(change: object): object {
  return Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined))
}
