/**
 * The history of rule changes at this desk, in words, and undoing the last one. Changes of roles are listed too; they
 * are made on the staff pages. Must never undo a row that was changed again since.
 */
import { isSettingName } from '../../shared/policy/library-settings.ts'
import { refuse, type Refusal } from '../../shared/refusals/refusals.ts'
import { canonical, eventRefText, parseEvent, type DeskEvent } from '../../shared/journal/event.ts'
import { instant } from '../../shared/kernel/time.ts'
import { rowOf, storedRow, valuesOf } from '../../shared/policy/form-rows.ts'
import { isRowTable, type RowTable } from '../../shared/policy/tables.ts'
import { readListed } from '../store/journal/journal-rows.ts'
import { allSettings } from '../store/policy/policy-rows.ts'
import { changeWords, lineWords, rowName, settingText, type Names } from '../../shared/words/policy-rows.ts'
import { roleChangeText } from '../../shared/words/role-change.ts'
import type { Speech } from '../../shared/words/speech.ts'
import { allStaff } from '../store/policy/staff-rows.ts'
import type { Command } from '../library/command.ts'
import { roleNames } from '../library/staff-known.ts'
import {
  meantBy,
  objection,
  ownGrantMissing,
  policyNow,
  save,
  SETTING,
  type ChangedTable,
  type Meant,
} from './change-rules.ts'
import type { Actor } from '../library/actor.ts'
import type { Library } from '../library/library.ts'

type Changed = Extract<DeskEvent, { kind: 'policy-changed' }>
type Applied = Extract<DeskEvent, { kind: 'policy-applied' }>
type Stored = Changed['body']['before']

/** Among the newest this many, finds the last change of a rule or a setting. */
const LOOKED_AT_MAX = 200

export type HistoryEntry = {
  readonly event: string
  readonly at_ms: number
  readonly at_text: string
  readonly initials: string
  readonly what: string
  readonly notes: readonly string[]
}

export function namesNow(library: Library): Names {
  const branches = new Map(library.branches().map((branch) => [branch.branch_code as string, branch.name]))
  return { branches, policy: policyNow(library) }
}

type AllNames = Names & { readonly roleOf: (role_code: string) => string }

function allNames(library: Library, { words }: Speech): AllNames {
  return { ...namesNow(library), roleOf: roleNames(library, words) }
}

function changes(library: Library, limit: number): readonly Changed[] {
  return library.db.all(readListed, { kind: 'policy-changed', limit }).flatMap(({ content }) => {
    const event = parseEvent(content)
    return event.kind === 'policy-changed' ? [event] : []
  })
}

function rowLines(speech: Speech, table: RowTable, before: Stored, after: Stored, names: Names): readonly string[] {
  const was = before && valuesOf(table, before)
  const is = after && valuesOf(table, after)
  if (was && is) return changeWords(speech, table, was, is, names)
  const whole = is ?? was
  return whole ? [lineWords(speech, table, whole, names)] : []
}

/** The value of a stored setting; null: it has its default. */
export function storedValue(row: Readonly<Record<string, unknown>> | null): string | null {
  const value = row?.['value'] ?? null
  return row === null ? null : typeof value === 'string' ? value : ''
}

function lines(speech: Speech, body: Changed['body'], names: AllNames): Pick<HistoryEntry, 'what' | 'notes'> {
  const { table, key, before, after } = body
  if (!isRowTable(table) && table !== SETTING) return roleChangeText(speech, body, names.roleOf)
  const { rows } = speech.words.policy
  const what = rowName(speech, table, key)
  if (table === SETTING) {
    const said = (row: Stored): string =>
      isSettingName(key) ? settingText(speech, key, storedValue(row), names) : (storedValue(row) ?? '')
    return { what, notes: [rows.setting_change(said(before), said(after))] }
  }
  const done = before === null ? rows.added : after === null ? rows.deleted : rows.changed
  return { what: done(what), notes: rowLines(speech, table, before, after, names) }
}

/** A change that is not recorded yet, in one line: "Loan rule REGULAR changed: period 14 days, was 21 days". */
export function changeSaid(library: Library, speech: Speech, { table, key, before, after }: Meant): string {
  const { what, notes } = lines(
    speech,
    { table, key, before, after, is_kept_by_loans: false },
    allNames(library, speech),
  )
  return notes.length === 0 ? what : `${what}: ${notes.join('; ')}`
}

/** Rows that were applied to existing loans. */
function applied(library: Library, limit: number): readonly Applied[] {
  return library.db.all(readListed, { kind: 'policy-applied', limit }).flatMap(({ content }) => {
    const event = parseEvent(content)
    return event.kind === 'policy-applied' ? [event] : []
  })
}

function appliedLines(speech: Speech, { table, key }: Applied['body']): Pick<HistoryEntry, 'what' | 'notes'> {
  const what = table === SETTING || isRowTable(table) ? rowName(speech, table, key) : key
  return { what: speech.words.policy.rows.applied(what), notes: [] }
}

export function historyOf(library: Library, speech: Speech, limit: number): readonly HistoryEntry[] {
  const initials = new Map(library.db.all(allStaff, {}).map((one) => [one.staff_code, one.initials]))
  const names = allNames(library, speech)
  const entry = (head: DeskEvent['head'], said: Pick<HistoryEntry, 'what' | 'notes'>): HistoryEntry => ({
    event: eventRefText(head),
    at_ms: head.at_ms,
    at_text: speech.moment(instant(head.at_ms)),
    initials: initials.get(head.staff) ?? head.staff,
    ...said,
  })
  const all = [
    ...changes(library, limit).map(({ head, body }) => ({ head, said: lines(speech, body, names) })),
    ...applied(library, limit).map(({ head, body }) => ({ head, said: appliedLines(speech, body) })),
  ]
  const newest = all.toSorted(({ head: one }, { head: other }) => other.epoch - one.epoch || other.seq - one.seq)
  return newest.slice(0, limit).map(({ head, said }) => entry(head, said))
}

type Last = { readonly table: ChangedTable; readonly body: Changed['body'] }

function last(library: Library): Last | null {
  for (const { body } of changes(library, LOOKED_AT_MAX)) {
    if (body.table === SETTING || isRowTable(body.table)) return { table: body.table, body }
  }
  return null
}

/** What undo would revert: "Fine rule late changed"; null when there is nothing. */
export function lastChange(library: Library, speech: Speech): string | null {
  const found = last(library)
  return found && lines(speech, found.body, allNames(library, speech)).what
}

/** The same with what each value would be again. */
export function undoSaid(library: Library, speech: Speech): string | null {
  const found = last(library)
  const meant = found && undoing(library, found)
  return meant === null || 'code' in meant ? lastChange(library, speech) : changeSaid(library, speech, meant)
}

function standing(library: Library, table: ChangedTable, key: string): Stored {
  if (table === SETTING) return library.db.all(allSettings, {}).find((one) => one.name === key) ?? null
  const row = rowOf(policyNow(library), table, key)
  return row && storedRow(row)
}

/** A rule that older loans do not keep yet, and what it was for them: "Fine rule BOOKS: Amount: $0.25, now $0.40". */
export function appliedSaid(library: Library, speech: Speech, table: ChangedTable, key: string): string {
  const names = allNames(library, speech)
  const after = standing(library, table, key)
  const notes = library.policyVersions
    .filter((one) => one.table === table && one.row_key === key)
    .map(({ fact }) => (fact === null || table === SETTING ? fact : storedRow(fact as Parameters<typeof storedRow>[0])))
    .flatMap((before) => lines(speech, { table, key, before, after, is_kept_by_loans: false }, names).notes)
  const what = rowName(speech, table, key)
  return notes.length === 0 ? what : `${what}: ${[...new Set(notes)].join('; ')}`
}

/** What undoing the last change would record, or why it cannot. */
function undoing(library: Library, { table, body }: Last): Meant | Refusal {
  const { key, before } = body
  const values = before === null || table === SETTING ? before : valuesOf(table, before)
  if (before !== null && values === null) return refuse('policy-overtaken', { key })
  // If the row is gone there is nothing to delete: that is reported as overtaken below.
  const meant = meantBy(library, { table, key, after: values })
  if ('code' in meant) return meant.code === 'policy-row-unknown' ? refuse('policy-overtaken', { key }) : meant
  return canonical(meant.before) === canonical(body.after) ? meant : refuse('policy-overtaken', { key })
}

/** Undoes the last change. Warnings that this brings back existed before. @returns why not, or what was undone */
export function undoLastChange(library: Library, actor: Actor, command: Command): Refusal | { readonly undone: Meant } {
  const found = last(library)
  if (!found) return refuse('nothing-to-undo')
  const meant = undoing(library, found)
  if ('code' in meant) return meant
  const refused = ownGrantMissing(library, actor, meant) ?? objection(meant, 'everything odd')
  if (refused) return refused
  save(library, actor, command, meant)
  return { undone: meant }
}

export function settingRows(library: Library): ReadonlyMap<string, string> {
  return new Map(library.db.all(allSettings, {}).map((row) => [row.name, row.value]))
}
