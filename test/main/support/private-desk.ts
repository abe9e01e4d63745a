/**
 * A desk with one patron who can be searched for in the bytes of the files: a record number and a name that nothing
 * else is likely to contain. Upkeep runs when the test says so, and the files can be read as if they had no key.
 */
import { copyFileSync, existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { onTestFinished, vi } from 'vitest'
import { DATA_FILES, JOURNAL_FILE, REFERENCE_FILE } from '../../../main/store/files/file-names.ts'
import { openFile } from '../../../main/store/files/open-edge.ts'
import { openStore } from '../../../main/store/store.ts'
import { setting } from './hold-desk.ts'
import { makeFiles, makeOnce, openDesk, rosaAt, type TestDesk } from './desk.ts'
import { KEY } from './fakes.ts'
import { testFolder } from './folders.ts'

/** 5A 8F B7 69 in a row of the file. */
export const ZENOBIA = {
  patron_id: 0x5a8fb769,
  surname: 'Quillfeather',
  given: 'Zenobia',
  card: '21234000000116',
  street: '17 Marmalade Mews',
  phone: '312-555-0188',
  email: 'zenobia@quillfeather.example',
} as const

const WHO = [
  `INSERT INTO patron (patron_id, external_id, category_code, branch_code, surname, given, preferred_given, surname_key,
    given_key, born_on, expires_on, email, phone, guardian, language, is_barred, is_active)
    VALUES (${ZENOBIA.patron_id}, 'ils-4471', 'ADULT', 'MAPLE', '${ZENOBIA.surname}', '${ZENOBIA.given}', '',
      'quillfeather', 'zenobia', '1980-04-12', '2027-08-31', '${ZENOBIA.email}', '${ZENOBIA.phone}', '', 'en', 0, 1)`,
  `INSERT INTO card VALUES ('${ZENOBIA.card}', ${ZENOBIA.patron_id}, 'current')`,
  `INSERT INTO patron_address (patron_id, kind, street, city, region, postal_code)
    VALUES (${ZENOBIA.patron_id}, 'home', '${ZENOBIA.street}', 'Springfield', 'IL', '62701')`,
]

/** A quarter a day late, open days alone. */
const FINES = `INSERT INTO fine_rule VALUES ('LATE', '*', '*', '*', 25, 1, 'days', 0, 0, 0, 'days',
  'whole-period-once-exceeded', 500, 0, NULL, NULL, 1, 0, NULL)`

export type PrivateDesk = TestDesk & {
  /** A minute passes at the machine: the desk keeps itself up. `count` of the library's hours have gone by. */
  readonly hours: (count: number) => void
  /** How often the patron's record number stands in each file, read without its key, free pages and log included. */
  readonly traces: () => { readonly journal: number; readonly reference: number }
  /** Whether these words stand anywhere in either file. */
  readonly says: (words: string) => boolean
  /** Rows of both files, read beside the desk. */
  readonly rows: (sql: string) => readonly unknown[]
}

export async function privateDesk(
  settings: Readonly<Record<string, string>> = {},
  sql: readonly string[] = [],
  journal_sql: readonly string[] = [],
): Promise<PrivateDesk> {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  onTestFinished(() => void vi.useRealTimers())
  const folder = testFolder()
  const own = Object.entries(settings).map(([name, value]) => setting(name, value))
  const rows = { reference: [...WHO, FINES, ...own, ...sql], journal: journal_sql }
  makeOnce(folder, `private ${JSON.stringify(rows)}`, (made) => fillPrivate(made, rows))
  const desk = await openDesk(folder)
  await rosaAt(desk)
  return withEyes(desk)
}

type Rows = { readonly reference: readonly string[]; readonly journal: readonly string[] }

function fillPrivate(folder: string, rows: Rows): void {
  makeFiles(folder)
  const store = openStore(folder, KEY)
  for (const one of rows.reference) store.reference.db.exec(one)
  for (const one of rows.journal) store.db.db.exec(one)
  store.close()
}

function withEyes(desk: TestDesk): PrivateDesk {
  const { folder, clock } = desk
  return {
    ...desk,
    hours: (count) => {
      clock.pass(count * 3_600_000)
      vi.advanceTimersByTime(60_000)
    },
    traces: () => ({
      journal: countOf(plainBytes(folder, JOURNAL_FILE), numberBytes()),
      reference: countOf(plainBytes(folder, REFERENCE_FILE), numberBytes()),
    }),
    says: (words) => DATA_FILES.some((name) => plainBytes(folder, name).includes(words)),
    rows: (sql) => rowsOf(folder, sql),
  }
}

function numberBytes(): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(ZENOBIA.patron_id)
  return bytes
}

function countOf(bytes: Buffer, part: Buffer): number {
  let count = 0
  for (let at = bytes.indexOf(part); at !== -1; at = bytes.indexOf(part, at + 1)) count += 1
  return count
}

/** A copy of one data file with its log, as it lies on the disk while the desk runs. */
function copyOf(folder: string, name: string): string {
  const to = join(testFolder(), name)
  copyFileSync(join(folder, name), to)
  const log = join(folder, `${name}-wal`)
  if (existsSync(log)) copyFileSync(log, `${to}-wal`)
  return to
}

/** Every page of a data file as its log leaves it, decrypted: also what is free or only taken out of an index. */
function plainBytes(folder: string, name: string): Buffer {
  const db = openFile(copyOf(folder, name), KEY)
  const bytes = db.serialize()
  db.close()
  if (!bytes.includes('SQLite format 3')) throw new Error('the copy is still encrypted')
  return bytes
}

/** How many bytes of both logs are not folded in yet. */
export function logBytes(folder: string): number {
  const sizes = DATA_FILES.map((name) => join(folder, `${name}-wal`)).filter(existsSync)
  return sizes.reduce((sum, path) => sum + statSync(path).size, 0)
}

function rowsOf(folder: string, sql: string): readonly unknown[] {
  const journal = openFile(copyOf(folder, JOURNAL_FILE), KEY)
  try {
    journal.prepare('ATTACH DATABASE ? AS ref').run(copyOf(folder, REFERENCE_FILE))
    return journal.prepare(sql).raw().all()
  } finally {
    journal.close()
  }
}
