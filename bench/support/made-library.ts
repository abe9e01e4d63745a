/**
 * Makes the library to measure, from a seed, straight into a reference file that is encrypted as at a desk. Made once
 * for each generator and size (`out/bench/library-<hash>`); benchmarks work on copies.
 */
import { createHash } from 'node:crypto'
import { constants, copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { OWN_BRANCH, OWN_DESK_NAME } from '../../main/library/library.ts'
import { hashPin } from '../../main/library/pin.ts'
import { keepOwn } from '../../main/journal/own-values.ts'
import type { Database } from '../../main/store/files/open-edge.ts'
import { JOURNAL_FILE, REFERENCE_FILE } from '../../main/store/files/file-names.ts'
import { makeMissingKeys } from '../../main/store/patrons/patron-keys.ts'
import { openStore } from '../../main/store/store.ts'
import { nameKey, titleKey } from '../../shared/catalog/fold.ts'
import { ALIKE_KEYS_VERSION } from '../../shared/patron/alike/alike-keys.ts'
import { titleWords } from '../../shared/catalog/title-words.ts'
import { KEY, PIN, QUICK_PIN_COST } from './bench-desk.ts'
import { barcodeOf, givenOf, makeNames, seeded, surnameOf, titleOf, type Names, type Seeded } from './seeded.ts'
import type { Size } from './sizes.ts'
const HOLD_COLUMNS = `(external_id, patron_id, title_id, item_id, pickup_branch_code, placed_at_ms,
  expires_on, status)`
const LOAN_COLUMNS = `(item_id, loan_ref, party_ref, patron_id, branch_code, out_at_ms, due_at_ms, renewals_count)`
const CHARGE_COLUMNS = `(external_id, patron_id, item_id, kind, charged_at_ms, amount_cents, owed_cents,
  note)`
const PATRON_COLUMNS = `(patron_id, external_id, category_code, branch_code, surname, given, preferred_given,
  surname_key, given_key, born_on, expires_on, email, phone, guardian, language, is_barred, is_active)`

const ROOT = join(import.meta.dirname, '..', '..')
export const BENCH_FOLDER = join(ROOT, 'out', 'bench')
const SEED = 20_261_124
const BRANCHES = ['MAPLE', 'NORTH', 'SOUTH', 'EAST', 'WEST', 'HARBOR', 'HILL', 'LAKE']
const DAY_MS = 86_400_000
const AS_OF = Date.UTC(2026, 10, 24, 14, 55)
/** A clerk's: it asks for no PIN. */
export const BADGE = barcodeOf('29999', 2)
const MANAGERS_BADGE = barcodeOf('29999', 1)

export const cardOf = (patron: number): string => barcodeOf('21234', patron)
export const itemOf = (item: number): string => barcodeOf('31234', item)
/** Every tenth patron owes something: left out where a check-out must succeed. */
export const owes = (patron: number): boolean => patron % 10 === 0
/** Every fifth item is out, as long as there are loans left. */
export const isOut = (item: number, size: Size): boolean =>
  (item % 5 === 0 && item / 5 <= size.loans) || isCrowded(item, size)
/** Item types besides books and films, each with a rule for every branch and category. */
const OTHER_TYPES = 15
/** One title in this many has a hold. */
const WAITED_EVERY = 4

/** How many titles have a long hold queue, as new books do. */
const CROWDED_TITLES = 40
/** How many holds each of them has. */
export const CROWD = 300

export const isWaitedFor = (item: number, size: Size): boolean => {
  const title = titleOfItem(item, size)
  return title % WAITED_EVERY === 0 && title / WAITED_EVERY <= size.holds
}
const titleOfItem = (item: number, size: Size): number => 1 + ((item * 7919) % size.titles)
const isCrowded = (item: number, size: Size): boolean =>
  isWaitedFor(item, size) && titleOfItem(item, size) / WAITED_EVERY <= CROWDED_TITLES

/** An item of each title with a long queue; every one of them is out. */
export function crowdedItems(size: Size): number[] {
  const found = new Map<number, number>()
  for (let item = 1; item <= size.items && found.size < CROWDED_TITLES; item += 1) {
    if (isCrowded(item, size)) found.set(titleOfItem(item, size), item)
  }
  return [...found.values()]
}

/** Items that are out, one in four with a hold, in an order that jumps all over the shelves. */
export function outItems(size: Size, count: number, seed: number): number[] {
  const random = seeded(seed)
  const found = new Set<number>()
  for (let tries = 0; found.size < count && tries < count * 100; tries += 1) {
    const item = 5 * (1 + random.whole(Math.min(size.loans, Math.floor(size.items / 5))))
    if (!isCrowded(item, size)) found.add(item)
  }
  return [...found]
}

/** Items that are in and have no hold, in an order that jumps all over the shelves. */
export function freeItems(size: Size, count: number, seed: number): number[] {
  const random = seeded(seed)
  const found = new Set<number>()
  while (found.size < count) {
    const item = 1 + random.whole(size.items)
    if (!isOut(item, size) && !isWaitedFor(item, size)) found.add(item)
  }
  return [...found]
}

export function freePatron(size: Size, random: Seeded): number {
  const patron = 1 + random.whole(size.patrons)
  return owes(patron) ? patron - 1 : patron
}

function policy(db: Database): void {
  const rule = (code: string, type: string, count: number, category = '*', branch = '*'): string =>
    `INSERT INTO loan_rule VALUES ('${code}', '${branch}', '${category}', '${type}', 1, ${count}, 'days',
      'next-open', 'keep', NULL, 'none', 1, 2, NULL, 'today', NULL, NULL, NULL, 'refuse')`
  for (const branch of BRANCHES) {
    db.prepare(`INSERT INTO branch VALUES (?, ?, 'America/Chicago')`).run(branch, `${branch.toLowerCase()} library`)
    for (const day of [1, 2, 3, 4, 5, 6]) {
      db.prepare('INSERT INTO opening_hours VALUES (?, ?, 540, 1260)').run(branch, day)
    }
  }
  db.exec(`INSERT INTO closed_day VALUES ('*', '2026-11-26', '2026-11-26', 0, 0, 'Thanksgiving')`)
  db.exec(`INSERT INTO closed_day VALUES ('*', '2026-12-24', '2026-12-25', 1, 0, 'Christmas')`)
  for (const [code, name] of [
    ['ADULT', 'Resident adult'],
    ['CHILD', 'Child'],
    ['SENIOR', 'Senior'],
  ]) {
    db.prepare('INSERT INTO patron_category VALUES (?, ?, 50, 1000, NULL, 36, 0, NULL, NULL, NULL, NULL)').run(
      code,
      name,
    )
  }
  db.exec(`INSERT INTO item_type VALUES ('BOOK', 'Book', 1, 2000), ('DVD', 'Film', 1, 2000)`)
  db.exec(rule('REGULAR', '*', 21))
  db.exec(rule('FILM', 'DVD', 7))
  // As a library of eight branches has them: most never apply, and each is checked.
  for (let type = 1; type <= OTHER_TYPES; type += 1) {
    db.prepare(`INSERT INTO item_type VALUES (?, ?, 1, 2000)`).run(`T${type}`, `Kind ${type}`)
    for (const branch of BRANCHES) {
      for (const category of ['ADULT', 'CHILD', 'SENIOR']) {
        db.exec(rule(`${branch}-${category}-${type}`, `T${type}`, 7 + type, category, branch))
      }
    }
  }
  db.exec(`INSERT INTO fine_rule VALUES ('DAILY', '*', '*', '*', 25, 1, 'days', 1, 0, 1, 'days', 'deducted', 1000, 1,
    NULL, NULL, 0, 0, NULL)`)
  const { salt, hash } = hashPin(PIN, seeded(9), QUICK_PIN_COST)
  db.prepare(`INSERT INTO staff VALUES ('rortiz', 'Rosa Ortiz', 'RO', 'manager', ?, ?, ?, 1)`).run(
    MANAGERS_BADGE,
    salt,
    hash,
  )
  db.prepare(`INSERT INTO staff VALUES ('bcole', 'Ben Cole', 'BC', 'staff', ?, ?, ?, 1)`).run(BADGE, salt, hash)
  db.prepare(`INSERT INTO meta VALUES ('as_of_ms', ?)`).run(String(AS_OF))
}

/** "847-555-0123": any of ten million. */
function phoneOf(random: Seeded): string {
  const digits = String(random.whole(10_000_000)).padStart(7, '0')
  return `847-${digits.slice(0, 3)}-${digits.slice(3)}`
}

function people(db: Database, size: Size, random: Seeded, names: Names): void {
  const patron = db.prepare(
    `INSERT INTO patron ${PATRON_COLUMNS} VALUES (?, ?, ?, ?, ?, ?, '', ?, ?, ?, '2029-08-31', ?, ?, '', 'en', 0, 1)`,
  )
  const card = db.prepare(`INSERT INTO card VALUES (?, ?, 'current')`)
  const address = db.prepare(`INSERT INTO patron_address VALUES (?, 1, 'home', ?, 'Openfields', 'IL', ?, 1)`)
  const charge = db.prepare(`INSERT INTO charge ${CHARGE_COLUMNS} VALUES (?, ?, NULL, 'overdue', ?, ?, ?, '')`)
  for (let id = 1; id <= size.patrons; id += 1) {
    const [surname, given] = [surnameOf(random, names), givenOf(random, names)]
    const category = random.pick(['ADULT', 'ADULT', 'ADULT', 'CHILD', 'SENIOR'])
    const born = `${1935 + random.whole(85)}-0${1 + random.whole(9)}-1${random.whole(10)}`
    const keys = [nameKey(surname), nameKey(given)]
    const contact = [`p${id}@library.example`, phoneOf(random)]
    patron.run(id, `p${id}`, category, random.pick(BRANCHES), surname, given, ...keys, born, ...contact)
    card.run(cardOf(id), id)
    const street = `${1 + random.whole(2000)} ${random.skewed(names.surnames, 50)} Street`
    address.run(id, street, `600${10 + random.whole(89)}`)
    if (owes(id)) charge.run(`c${id}`, id, AS_OF - DAY_MS, 350, 350)
  }
}

function material(db: Database, size: Size, random: Seeded, names: Names): void {
  const title = db.prepare(`INSERT INTO title VALUES (?, ?, ?, ?, ?, '', ?, 'book', 'eng', ?)`)
  const isbn = db.prepare('INSERT INTO title_isbn VALUES (?, ?)')
  const words = db.prepare('INSERT INTO title_words (rowid, words) VALUES (?, ?)')
  for (let id = 1; id <= size.titles; id += 1) {
    const name = titleOf(random, names)
    const author = `${surnameOf(random, names)}, ${givenOf(random, names)}`
    const number = `978${String(id).padStart(10, '0')}`
    title.run(id, `t${id}`, name, author, number, String(1950 + random.whole(77)), titleKey(name))
    isbn.run(number, id)
    words.run(id, titleWords(`${name} ${author}`))
  }
  const item = db.prepare(`INSERT INTO item VALUES (?, ?, ?, ?, ?, ?, ?, 'Adult', 'available', 2000, '')`)
  for (let id = 1; id <= size.items; id += 1) {
    const branch = random.pick(BRANCHES)
    const call = `${String(random.whole(1000)).padStart(3, '0')}.${random.whole(999)} ${random.pick(names.surnames)}`
    const type = random.chance(0.15) ? 'DVD' : 'BOOK'
    item.run(id, itemOf(id), titleOfItem(id, size), type, branch, branch, call.slice(0, 12).toUpperCase())
  }
}

function openWork(db: Database, size: Size, random: Seeded): void {
  const loan = db.prepare(`INSERT INTO loan ${LOAN_COLUMNS} VALUES (?, ?, ?, ?, ?, ?, ?, 0)`)
  for (let n = 1; n <= size.loans; n += 1) {
    // Few people have much out, most have little: a patron number that often comes from a small circle.
    const patron = 1 + random.whole(random.chance(0.3) ? Math.ceil(size.patrons / 50) : size.patrons)
    const out_at = AS_OF - random.whole(40) * DAY_MS
    const party = Buffer.from(random.bytes(16)).toString('hex')
    loan.run(n * 5, `import:${n}`, party, patron, random.pick(BRANCHES), out_at, out_at + 21 * DAY_MS)
  }
  for (const item of crowdedItems(size).filter((one) => one % 5 !== 0 || one / 5 > size.loans)) {
    const party = Buffer.from(random.bytes(16)).toString('hex')
    const patron = 1 + random.whole(size.patrons)
    loan.run(item, `import:crowd${item}`, party, patron, 'MAPLE', AS_OF - 10 * DAY_MS, AS_OF + 11 * DAY_MS)
  }
  const hold = db.prepare(`INSERT INTO hold ${HOLD_COLUMNS} VALUES (?, ?, ?, NULL, ?, ?, NULL, 'waiting')`)
  for (let n = 1; n <= size.holds && n * WAITED_EVERY <= size.titles; n += 1) {
    hold.run(`h${n}`, 1 + random.whole(size.patrons), n * WAITED_EVERY, random.pick(BRANCHES), AS_OF - n * 1000)
  }
  for (let at = 1; at <= CROWDED_TITLES; at += 1) {
    for (let n = 1; n < CROWD; n += 1) {
      const id = size.holds + at * CROWD + n
      hold.run(`h${id}`, 1 + random.whole(size.patrons), at * WAITED_EVERY, random.pick(BRANCHES), AS_OF + n)
    }
  }
}

function make(folder: string, size: Size): void {
  const random = seeded(SEED)
  const names = makeNames(random)
  const store = openStore(folder, KEY)
  try {
    const { db } = store.reference
    db.pragma('cache_size = -400000')
    db.transaction(() => {
      policy(db)
      people(db, size, random, names)
      material(db, size, random, names)
      openWork(db, size, random)
    })()
    makeMissingKeys(store.reference)
    db.exec(`INSERT INTO title_words (title_words) VALUES ('optimize')`)
    db.pragma('wal_checkpoint(TRUNCATE)')
    keepOwn(store.db, { [OWN_BRANCH]: 'MAPLE', [OWN_DESK_NAME]: 'Desk 2' })
  } finally {
    store.close()
  }
}

/** Changes whenever the generator, the schema or the size does. */
function fingerprint(size: Size): string {
  const { patrons, titles, items, loans, holds } = size
  const hash = createHash('sha256').update(JSON.stringify({ patrons, titles, items, loans, holds }))
  for (const name of ['made-library.ts', 'seeded.ts']) hash.update(readFileSync(join(import.meta.dirname, name)))
  const catalog = ['fold.ts', 'name-tails.ts', 'patron-keys.ts', 'title-words.ts']
  for (const name of catalog) hash.update(readFileSync(join(ROOT, 'shared', 'catalog', name)))
  hash.update(ALIKE_KEYS_VERSION)
  for (const file of ['journal', 'reference']) {
    const folder = join(ROOT, 'migrations', 'station', file)
    for (const name of readdirSync(folder).toSorted()) hash.update(readFileSync(join(folder, name)))
  }
  return hash.digest('hex').slice(0, 12)
}

/** The folder of the library, made if missing. Older ones of the same size are removed. */
export function libraryFolder(size: Size): string {
  const folder = join(BENCH_FOLDER, `library-${size.name}-${fingerprint(size)}`)
  if (existsSync(folder)) return folder
  mkdirSync(BENCH_FOLDER, { recursive: true })
  for (const name of readdirSync(BENCH_FOLDER)) {
    if (name.startsWith(`library-${size.name}-`)) rmSync(join(BENCH_FOLDER, name), { recursive: true })
  }
  make(`${folder}.partial`, size)
  renameSync(`${folder}.partial`, folder)
  return folder
}

/** A copy to work on, on the same disk. @param from the files of a desk; the library alone where none is given */
export function copyLibrary(size: Size, name: string, from = libraryFolder(size)): string {
  const folder = join(BENCH_FOLDER, `work-${size.name}-${name}`)
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  for (const file of [JOURNAL_FILE, REFERENCE_FILE]) {
    copyFileSync(join(from, file), join(folder, file), constants.COPYFILE_FICLONE)
  }
  return folder
}

/** Removes the copies that benchmarks have worked on. */
export function removeWork(size: Size): void {
  for (const name of existsSync(BENCH_FOLDER) ? readdirSync(BENCH_FOLDER) : []) {
    if (name.startsWith(`work-${size.name}-`)) rmSync(join(BENCH_FOLDER, name), { recursive: true, force: true })
  }
}
