/**
 * The library: its store, journal and clock, and what is read once and kept: branches, calendars, policy, what the copy
 * is and how old. Call `reload` after an import. No session: the screens, the script door and upkeep share it.
 */
import { z } from 'zod'
import { prepareCalendar, type PreparedCalendar } from '../../shared/circulation/calendar/calendar-index.ts'
import type { CalendarFacts, ClosedDays, OpenRange } from '../../shared/policy/facts.ts'
import { preparePolicy, type PreparedPolicy } from '../../shared/policy/policy-index.ts'
import { PolicyHistory, type PolicyVersion } from '../../shared/policy/policy-versions.ts'
import type { PreparedRules } from '../../shared/policy/policy.ts'
import {
  branchCode,
  categoryCode,
  type BranchCode,
  type CategoryCode,
  type Random,
  type StaffCode,
} from '../../shared/kernel/ids.ts'
import type { KeyKept } from '../../shared/kernel/key-kept.ts'
import { languageSchema, type Language } from '../../shared/kernel/language.ts'
import { must } from '../../shared/kernel/assert.ts'
import { instant, minuteOfDay, type Instant } from '../../shared/kernel/time.ts'
import { parseZoneName, type ZoneName } from '../../shared/kernel/zone.ts'
import type { Journal } from '../journal/journal.ts'
import type { Signing } from '../journal/signing.ts'
import { allBranches, closedDaysOf, hoursOf, readMeta } from '../store/policy/library-rows.ts'
import type { ReadHandle } from '../store/sql.ts'
import { categoriesOfMany } from '../store/policy/policy-rows.ts'
import type { ReadStore } from '../store/store.ts'
import { ALONE, type Central } from '../journal/settle.ts'
import type { DeskClock } from './desk-clock.ts'
import { readPolicy, readPolicyVersions } from './library-policy.ts'
import { checkNoBranch } from './own-branch.ts'
import { ownDocument, readOwn, writeOwn } from '../journal/own-values.ts'

export type Branch = { readonly branch_code: BranchCode; readonly name: string; readonly zone: ZoneName }

export const OWN_BRANCH = 'branch_code'
export const OWN_DESK_NAME = 'desk_name'
export const OWN_SAMPLE = 'sample_since'
const OWN_PIN_COST = 'pin_cost_log2'
/** The language each staff member chose at this desk, by their code. */
const OWN_LANGUAGES = 'staff_languages'
const languagesSchema = z.record(z.string(), languageSchema)

function zoneOf(name: string): ZoneName {
  return must(parseZoneName(name), `a zone this machine knows: ${name}`)
}

/** How slow PINs are hashed here, read without opening a library; null before the first one. */
export function ownPinCost(db: ReadHandle): number | null {
  const own = readOwn(db, OWN_PIN_COST)
  return own === '' ? null : Number(own)
}

/** The zone of the desk's branch, read without opening a library; null before set-up. */
export function ownZone(db: ReadHandle): ZoneName | null {
  const own = readOwn(db, OWN_BRANCH)
  const row = db.all(allBranches, {}).find(({ branch_code }) => branch_code === own)
  return row ? zoneOf(row.zone_name) : null
}

export type LibraryParts = {
  readonly store: ReadStore
  readonly journal: Journal
  readonly clock: DeskClock
  readonly random: Random
  /** Measures how slow the hash of a PIN may be here; asked once in the life of a desk. */
  readonly measurePinCost: () => number
  /** How this computer keeps the key. */
  readonly key_kept: KeyKept
  /** Signs the journal's end; none on a computer that has no key for it. */
  readonly signing?: Signing | null
  /** The server of the library; none unless said. */
  readonly central?: Central
}

export class Library {
  /** Both files as the desk sees them. */
  readonly db: ReadHandle
  /** The folder of the data files. */
  readonly folder: string
  /** Their key. */
  readonly key: Uint8Array
  readonly key_kept: KeyKept
  readonly journal: Journal
  readonly clock: DeskClock
  readonly random: Random
  readonly signing: Signing | null
  readonly central: Central
  readonly #measurePinCost: () => number
  #branches = new Map<string, Branch>()
  #calendars = new Map<string, PreparedCalendar>()
  #policy: PreparedPolicy | null = null
  #policies: PolicyHistory | null = null
  #versions: readonly PolicyVersion[] = []
  #here: Branch | null = null
  #deskName = ''
  #is_sample = false
  #languages: Readonly<Record<string, Language>> = {}
  #name: string | null = null
  #asOf: Instant | null = null
  #many: readonly CategoryCode[] = []

  constructor({
    store,
    journal,
    clock,
    random,
    measurePinCost,
    key_kept,
    signing = null,
    central = ALONE,
  }: LibraryParts) {
    this.journal = journal
    this.signing = signing
    this.central = central
    this.clock = clock
    this.random = random
    this.#measurePinCost = measurePinCost
    this.db = store.db
    this.folder = store.folder
    this.key = store.key
    this.key_kept = key_kept
    this.reload()
  }

  reload(): void {
    const branches = this.db.all(allBranches, {}).map((row) => {
      return { branch_code: branchCode(row.branch_code), name: row.name, zone: zoneOf(row.zone_name) }
    })
    this.#branches = new Map(branches.map((branch) => [branch.branch_code, branch]))
    this.#calendars.clear()
    this.#policy = preparePolicy(readPolicy(this.db))
    this.#versions = readPolicyVersions(this.db)
    this.#policies = new PolicyHistory(this.#policy, this.#versions)
    const own = readOwn(this.db, OWN_BRANCH)
    this.#here = this.#branches.get(own) ?? null
    if (this.#here === null) checkNoBranch(this.db, own)
    this.#deskName = readOwn(this.db, OWN_DESK_NAME)
    this.#is_sample = readOwn(this.db, OWN_SAMPLE) !== ''
    const languages = languagesSchema.safeParse(ownDocument(readOwn(this.db, OWN_LANGUAGES)))
    this.#languages = languages.success ? languages.data : {}
    this.#name = this.db.get(readMeta, { name: 'library_name' })?.value ?? null
    const asOf = this.db.get(readMeta, { name: 'as_of_ms' })?.value
    this.#asOf = asOf ? instant(Number(asOf)) : null
    this.countPatrons()
  }

  /** After patrons came or went. */
  countPatrons(): void {
    this.#many = this.db.all(categoriesOfMany, {}).map((row) => categoryCode(row.category_code))
  }

  /** The categories that so many patrons have that a category tells nobody. */
  many(): readonly CategoryCode[] {
    return this.#many
  }

  /** The desk's branch; null until set-up. */
  here(): Branch | null {
    return this.#here
  }

  get deskName(): string {
    return this.#deskName
  }

  /** Whether the people and titles here are made up: the sample library. */
  get is_sample(): boolean {
    return this.#is_sample
  }

  /** The language this staff member chose; null: none yet. */
  languageChosen(reader: StaffCode): Language | null {
    return this.#languages[reader] ?? null
  }

  chooseLanguage(reader: StaffCode, language: Language): void {
    this.#languages = { ...this.#languages, [reader]: language }
    writeOwn(this.journal, { [OWN_LANGUAGES]: JSON.stringify(this.#languages) })
  }

  /** How slow the hash of a PIN is at this desk: the same for all, or the time would tell them apart. */
  pinCost(): number {
    const known = ownPinCost(this.db)
    if (known !== null) return known
    const measured = this.#measurePinCost()
    writeOwn(this.journal, { [OWN_PIN_COST]: String(measured) })
    return measured
  }

  /** The name of the library; null where its data does not say. */
  get name(): string | null {
    return this.#name
  }

  /** When the reference data was last known to be current. */
  get asOf(): Instant | null {
    return this.#asOf
  }

  branch(code: string): Branch | null {
    return this.#branches.get(code) ?? null
  }

  branches(): readonly Branch[] {
    return [...this.#branches.values()]
  }

  rules(): PreparedRules {
    return this.policy().loans
  }

  /** Everything the library decided about lending, fines, losses and limits. */
  policy(): PreparedPolicy {
    return must(this.#policy, 'the policy was read')
  }

  /** The same as of a moment: it applies to a loan made or renewed then. */
  policyAt(moment: Instant): PreparedPolicy {
    return must(this.#policies, 'the policy was read').at(moment)
  }

  /** Former versions of the rules, newest first: loans from that time may still use them. */
  get policyVersions(): readonly PolicyVersion[] {
    return this.#versions
  }

  calendar(branch: Branch): PreparedCalendar {
    const known = this.#calendars.get(branch.branch_code)
    if (known) return known
    const made = prepareCalendar(this.#calendarFacts(branch))
    this.#calendars.set(branch.branch_code, made)
    return made
  }

  /** The open hours by weekday, Sunday first. */
  hoursWeek({ branch_code }: Pick<Branch, 'branch_code'>): readonly (readonly OpenRange[])[] {
    const week: OpenRange[][] = [[], [], [], [], [], [], []]
    for (const row of this.db.all(hoursOf, { branch_code })) {
      week[row.weekday]?.push({ opens: minuteOfDay(row.opens_minute), closes: minuteOfDay(row.closes_minute) })
    }
    return week
  }

  #calendarFacts(branch: Branch): CalendarFacts {
    const week = this.hoursWeek(branch)
    const closed = this.db.all(closedDaysOf, { branch_code: branch.branch_code }).map((row): ClosedDays => {
      const { from_on, to_on, reason } = row
      return { from_on, to_on, is_yearly: row.is_yearly === 1, is_open: row.is_open === 1, reason }
    })
    return { zone: branch.zone, week, closed }
  }
}
