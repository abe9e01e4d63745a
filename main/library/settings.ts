/**
 * The settings of this desk, kept as one document; a value from an older or newer version falls back to its default.
 */
import { DEFAULT_SETTINGS, SETTINGS, settingsSchema, type Settings } from '../../shared/ipc/settings.ts'
import { rememberLast } from '../../shared/kernel/remember.ts'
import { readSetting, writeSetting } from '../store/journal/journal-rows.ts'
import type { Connection } from '../store/sql.ts'

const NAME = 'settings'

/** A value this desk keeps for itself, such as its branch. Empty when never set. */
export function readOwn(db: Connection, name: string): string {
  return db.get(readSetting, { name })?.value ?? ''
}

export function writeOwn(db: Connection, values: Readonly<Record<string, string>>): void {
  db.transact(() => {
    for (const [name, value] of Object.entries(values)) db.run(writeSetting, { name, value })
  })
}

export function readSettings(db: Connection): Settings {
  const text = readOwn(db, NAME)
  return text ? settingsIn(text) : DEFAULT_SETTINGS
}

const settingsIn = rememberLast((text: string): Settings => {
  const found = JSON.parse(text) as Record<string, unknown>
  const kept = Object.entries(SETTINGS).flatMap(([name, schema]) => {
    const value = schema.safeParse(found[name])
    return value.success ? [[name, value.data]] : []
  })
  return settingsSchema.parse({ ...DEFAULT_SETTINGS, ...Object.fromEntries(kept) })
})

export function changeSettings(
  db: Connection,
  change: { readonly [Name in keyof Settings]?: Settings[Name] | undefined },
): Settings {
  const settings = settingsSchema.parse({ ...readSettings(db), ...withoutGaps(change) })
  writeOwn(db, { [NAME]: JSON.stringify(settings) })
  return settings
}

/** Omitted settings stay as they are, also when given as undefined. */
function withoutGaps(change: object): object {
  return Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined))
}
