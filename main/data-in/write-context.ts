/**
 * What the writers of rows share: the connection, the codes that are known by now, and what this run has seen already.
 * A writer puts one row in place, or answers why it cannot.
 */
import { isLuhn } from '../../shared/catalog/isbn.ts'
import type { RowFault } from '../../shared/import/reason.ts'
import type { OpeningSum } from '../../shared/import/opening-sum.ts'
import type { Moment } from '../../shared/import/date-fields.ts'
import { NumberSearch } from '../../shared/import/marc-number.ts'
import type { PatronId } from '../../shared/kernel/ids.ts'
import { instant, type Instant, type LocalDate } from '../../shared/kernel/time.ts'
import { endOfDay, fromLocal, parseZoneName, startOfDay, toLocalDate, type ZoneName } from '../../shared/kernel/zone.ts'
import { erasedOn, hasErased, hashOf } from '../store/patrons/erased-patrons.ts'
import { branchZones, categoryCodes, itemTypeCodes } from '../store/import/import-library-rows.ts'
import type { ChangesHere } from '../store/import/import-changes.ts'
import { holderOf, patronByNumber } from '../store/import/import-people-rows.ts'
import type { ImportTransaction } from '../store/import/import-transaction.ts'
import type { Numbers } from '../store/numbers/numbers.ts'
import { readMeta } from '../store/policy/library-rows.ts'
import type { ReadHandle, WriteHandle } from '../store/sql.ts'
import { FileFacts } from './file-facts.ts'
import type { RulesHere } from './judge-rules.ts'
import type { StaffHere } from './judge-staff.ts'

export type PinHasher = (pin: string) => { readonly salt: Uint8Array; readonly hash: Uint8Array }

/** What was changed in a row that is taken. */
export type RowNote = { readonly line: number; readonly note: RowFault }

/** Puts a row in place; answers why it cannot. */
export type Writer<Row> = (row: Row, line: number) => RowFault | null

/** What the rows of a file say in sum, held against what stands in the reference file. */
type Tally = { readonly checked: (connection: ReadHandle) => readonly OpeningSum[] }

export const ZONE_META = 'library_zone'
export const NAME_META = 'library_name'

/** How many days are kept as instants before starting over. */
const DAYS_KEPT_MAX = 5000

export class WriteContext {
  readonly connection: WriteHandle
  /** Which number a new record goes by. */
  readonly numbers: Pick<Numbers, 'of'>
  /** Numbers of the file whose erased patrons asked to be patrons again. */
  readonly taken_back: string[] = []
  /** What this desk changed of the data by itself. */
  readonly changes: ChangesHere
  /** What it made of the rules, and what a person said of that. */
  readonly rules: RulesHere
  /** Which changes of staff may go in. */
  readonly staff: StaffHere
  readonly hashPin: PinHasher
  readonly #transaction: ImportTransaction
  /** When this file was begun: what it dates later has not happened yet. */
  readonly #now: Instant
  readonly #file: string
  readonly #zones: ReadonlyMap<string, ZoneName>
  readonly #categories: ReadonlySet<string>
  readonly #item_types: ReadonlySet<string>
  readonly #take_back: ReadonlySet<string>
  readonly #journal_db: ReadHandle
  readonly #hasErased: boolean
  readonly #days = new Map<string, Instant>()
  #notes: RowNote[] = []
  #atEnd: () => void = () => {}
  #opening: Tally | null = null
  /** The library's own zone; null until library.csv has been taken in. */
  readonly library_zone: ZoneName | null
  /** MARC records of the file that have no number. */
  readonly numberless = new NumberSearch()
  readonly facts = new FileFacts()
  /** Of barcodes with 14 digits: how many there were, and how many with a wrong check digit. */
  fourteen_count = 0
  bad_check_count = 0
  /** Patrons of the file who were erased here and left out. */
  erased_count = 0
  /** Rows of people who work here and have a PIN: the file’s is not looked at. */
  pins_kept_count = 0

  constructor(
    file: string,
    ports: {
      connection: WriteHandle
      numbers: Pick<Numbers, 'of'>
      journal_db: ReadHandle
      transaction: ImportTransaction
      changes: ChangesHere
      rules: RulesHere
      staff: StaffHere
      now: Instant
      hashPin: PinHasher
      take_back: ReadonlySet<string>
    },
  ) {
    this.#file = file
    this.connection = ports.connection
    this.numbers = ports.numbers
    this.#transaction = ports.transaction
    this.changes = ports.changes
    this.rules = ports.rules
    this.staff = ports.staff
    this.#now = ports.now
    this.hashPin = ports.hashPin
    this.#take_back = ports.take_back
    this.#journal_db = ports.journal_db
    this.#hasErased = hasErased(ports.journal_db)
    const zones = ports.connection.all(branchZones, {}).flatMap(({ branch_code, zone_name }) => {
      const zone = parseZoneName(zone_name)
      return zone === null ? [] : [[branch_code, zone] as const]
    })
    this.#zones = new Map(zones)
    this.#categories = new Set(ports.connection.all(categoryCodes, {}).map(({ code }) => code))
    this.#item_types = new Set(ports.connection.all(itemTypeCodes, {}).map(({ code }) => code))
    this.library_zone = parseZoneName(ports.connection.get(readMeta, { name: ZONE_META })?.value ?? '')
  }

  /** A fault when this key came before in this run, in this file or another; else it is remembered from now on. */
  again(scope: string, key: string, column: string, line: number): RowFault | null {
    const seen = this.#transaction.seen(scope, key, this.#file, line)
    if (seen === null) return null
    const file = seen.file === this.#file ? null : seen.file
    return { column, value: key, reason: { code: 'came-before', file, line: seen.line } }
  }

  /** Whether this is the first row about `key` in this file: then what was known of it is replaced. */
  isFirst(scope: string, key: string, line: number): boolean {
    return this.#transaction.seen(scope, key, this.#file, line) === null
  }

  /**
   * A reference for a record that the file has no name for: the same whenever the same is taken in. Keyed, because the
   * journal seals it.
   */
  refOf(scope: string, parts: readonly (string | null)[], line: number): string {
    for (let nth = 0; ; nth += 1) {
      const hash = hashOf(this.#journal_db, JSON.stringify([scope, ...parts, nth]))
      const ref = `import:${Buffer.from(hash).toString('hex').slice(0, 24)}`
      if (this.isFirst(scope, ref, line)) return ref
    }
  }

  /** Tells what was changed in a row that is taken. */
  note(line: number, note: RowFault): void {
    this.#notes.push({ line, note })
  }

  /** What was told since this was asked last. */
  takeNotes(): readonly RowNote[] {
    if (this.#notes.length === 0) return this.#notes
    const notes = this.#notes
    this.#notes = []
    return notes
  }

  /** What to report when the file was read to its end: a row may refer to one further down. */
  whenRead(tell: () => void): void {
    this.#atEnd = tell
  }

  end(): void {
    const tell = this.#atEnd
    this.#atEnd = () => {}
    tell()
  }

  /** The file brings open debts or credits: what its rows say is counted. */
  tallyOpening<Kept extends Tally>(tally: Kept): Kept {
    this.#opening = tally
    return tally
  }

  /** @throws FileRefused when what the rows said does not stand in the reference file, to the cent */
  checkedOpening(): readonly OpeningSum[] {
    return this.#opening?.checked(this.connection) ?? []
  }

  unknownBranch(code: string, column = 'branch_code'): RowFault | null {
    return this.#zones.has(code) ? null : { column, value: code, reason: { code: 'no-branch' } }
  }

  unknownCategory(code: string): RowFault | null {
    if (this.#categories.has(code)) return null
    return { column: 'category_code', value: code, reason: { code: 'no-category' } }
  }

  unknownItemType(code: string): RowFault | null {
    if (this.#item_types.has(code)) return null
    return { column: 'item_type_code', value: code, reason: { code: 'no-item-type' } }
  }

  zoneOf(branch_code: string): ZoneName | null {
    return this.#zones.get(branch_code) ?? null
  }

  /** The day at a branch when this file was begun; null where its zone is not known. */
  todayAt(branch_code: string): LocalDate | null {
    const zone = this.zoneOf(branch_code)
    return zone && toLocalDate(this.#now, zone)
  }

  /** Whether that day has not come yet there. Hours are not looked at: two systems' clocks hardly ever agree. */
  isToCome(on: LocalDate, zone: ZoneName): boolean {
    return on > toLocalDate(this.#now, zone)
  }

  patron(external_id: string): PatronId | null {
    return this.connection.get(patronByNumber, { external_id })?.patron_id ?? null
  }

  /** The library's number of whoever has this card. */
  holderOf(barcode: string): string | null {
    return this.connection.get(holderOf, { barcode })?.external_id ?? null
  }

  /** Why a row cannot be about this patron: nobody has the number, or an erased patron had it. */
  noPatron(value: string): RowFault {
    const on = this.#erasedOn(value)
    return { column: 'patron_id', value, reason: on === null ? { code: 'no-patron' } : { code: 'erased', on } }
  }

  /** The same of a guardian or one of the family, whose number is then taken as empty. */
  noLinked(value: string, column: string): RowFault {
    const on = this.#erasedOn(value)
    const reason = on === null ? ({ code: 'guardian-unknown' } as const) : ({ code: 'guardian-erased', on } as const)
    return { column, value, reason }
  }

  /** Whom a number of another system names: it may be known here by another one. */
  patronNamed(number: string): PatronId | null {
    return this.patron(this.facts.numbers_here.get(number) ?? number)
  }

  /** A fault when this patron was erased here; one who asked to come back is known again, and that is told. */
  erased(value: string, line: number): RowFault | null {
    const on = this.#erasedOn(value)
    if (on === null) return null
    if (!this.#take_back.has(value)) {
      this.erased_count += 1
      return { column: 'patron_id', value, reason: { code: 'erased', on } }
    }
    this.taken_back.push(value)
    this.note(line, { column: 'patron_id', value, reason: { code: 'erased-taken-back', on } })
    return null
  }

  #erasedOn(value: string): LocalDate | null {
    return this.#hasErased ? erasedOn(this.#journal_db, value) : null
  }

  /** Counts a barcode for the summary; a wrong check digit is never a reason to leave it out. */
  countBarcode(barcode: string): void {
    if (!/^\d{14}$/.test(barcode)) return
    this.fourteen_count += 1
    if (!isLuhn(barcode)) this.bad_check_count += 1
  }

  /** A moment by the library's clock; null when it needs that clock and no zone is known. */
  libraryInstantOf(moment: Moment): Instant | null {
    if (moment.kind === 'instant') return instant(moment.at_ms)
    return this.library_zone === null ? null : this.instantOf(moment, this.library_zone, 'start')
  }

  /** A moment of a file as an instant; a bare date is the start or the end of that day on the clock of `zone`. */
  instantOf(moment: Moment, zone: ZoneName, date_means: 'start' | 'end'): Instant {
    if (moment.kind === 'instant') return instant(moment.at_ms)
    if (moment.kind === 'local') return fromLocal(moment, zone)
    const key = `${date_means} ${moment.on} ${zone}`
    const known = this.#days.get(key)
    if (known !== undefined) return known
    const at = date_means === 'start' ? startOfDay(moment.on, zone) : endOfDay(moment.on, zone)
    if (this.#days.size >= DAYS_KEPT_MAX) this.#days.clear()
    this.#days.set(key, at)
    return at
  }
}

export function unknownItem(value: string): RowFault {
  return { column: 'item_barcode', value, reason: { code: 'no-item' } }
}

export function changedHere(column: string, value: string): RowFault {
  return { column, value, reason: { code: 'changed-here' } }
}

/** A rule for a branch, category or item type that the library does not have; '*' means any. */
export function unknownScope(
  context: WriteContext,
  row: { readonly branch_code: string; readonly category_code: string; readonly item_type_code: string },
): RowFault | null {
  const { branch_code, category_code, item_type_code } = row
  return (
    (branch_code === '*' ? null : context.unknownBranch(branch_code)) ??
    (category_code === '*' ? null : context.unknownCategory(category_code)) ??
    (item_type_code === '*' ? null : context.unknownItemType(item_type_code))
  )
}
