/**
 * A scripted wire in the place of the station: answers the contract's methods from a scene and notes every call.
 * It follows the snapshot rules (a version that grows, a band number that grows) and knows no rule of circulation.
 */
import type { DeskSnapshot, Row } from '../../../shared/desk/screen.ts'
import { type PatronHit, type TitleHit } from '../../../shared/ipc/contract.ts'
import { DEFAULT_SETTINGS, type Settings } from '../../../shared/ipc/settings.ts'
import type { Push, Result } from '../../../shared/ipc/envelope.ts'
import { pageRefSchema } from '../../../shared/desk/page.ts'
import { cannedPage } from './pages.ts'
import { DANA, EMPTY, row } from './scenes.ts'

export type Call = { readonly method: string; readonly input: Readonly<Record<string, unknown>> }
/** Takes a call instead of the canned desk; null leaves it to the desk. */
export type Interceptor = (call: Call) => Promise<Result | null> | Result | null

export type CannedWire = {
  readonly call: (method: string, input: unknown) => Promise<Result>
  readonly onPush: (listener: (push: Push) => void) => () => void
  readonly calls: Call[]
  readonly push: (push: Push) => void
  readonly intercept: (interceptor: Interceptor) => void
  readonly snapshot: () => DeskSnapshot
  readonly show: (snapshot: DeskSnapshot) => void
}

const PEOPLE: readonly PatronHit[] = [
  person(1, 'Smith, Joanne', '3456', '12 Apr 1980', '18 Elm St', ['1 late']),
  person(2, 'Smith, Jonah', '9921', '3 Jan 2011', '18 Elm St', []),
  {
    ...person(3, 'Smithson, Jody', '0007', '30 Jul 1955', '4 Mill Rd', ['owes $12.00', 'blocked']),
    former: 'Jody Smart',
  },
  person(4, 'Berg, Anna', '471108', 'May 9, 1962', '7 Oak Rd', []),
  { ...person(5, 'Rosenberg, Ruth', '0815', 'May 5, 1955', '7 Oak Rd', []), is_inside: true },
]
function person(id: number, name: string, tail: string, born: string, street: string, badges: string[]): PatronHit {
  const category = 'Resident adult'
  return {
    patron_id: id,
    name,
    former: '',
    card_tail: tail,
    born_on: born,
    age: null,
    street,
    category,
    badges,
    is_inside: false,
  }
}

const TITLES: readonly TitleHit[] = [
  title(1, 'The Warmth of Other Suns', 'Wilkerson, Isabel', '2010', 2),
  title(2, 'Warmth', 'Sherrell, Daniel', '2021', 0),
]
function title(title_id: number, name: string, author: string, year: string, in_count: number): TitleHit {
  const availability = in_count > 0 ? '2 of 3 in at Maple Street' : 'All out, next back Fri, Dec 4'
  return {
    title_id,
    title: name,
    author,
    year,
    format: 'Book',
    call_number: '304.809 WIL',
    availability,
    in_count,
    items_count: 3,
  }
}

const found = <Hit>(hits: readonly Hit[], name: (hit: Hit) => string, text: string): Result => {
  const words = text.toLowerCase().split(/\s+/)
  const matching = hits.filter((hit) => words.every((word) => name(hit).toLowerCase().includes(word)))
  return { kind: 'ok', output: { hits: matching, has_more: false } }
}

/** What the canned desk makes of a scan: a card that starts with 2 opens Dana, anything else is lent or taken back. */
function scanned(now: DeskSnapshot, text: string): DeskSnapshot {
  const number = (now.band?.number ?? 0) + 1
  const isCard = text.startsWith('2')
  const isIn = now.mode === 'in'
  const outcome = text.startsWith('9') ? 'stop' : 'done'
  const band = {
    number,
    outcome,
    weight: 'full',
    kind: null,
    heading: text,
    sentence: 'Canned.',
    fact: null,
    spoken: `${text}.`,
  } as const
  const base = { ...now, stage: 'desk', staff: EMPTY.staff, version: now.version + 1, band } as const
  if (isCard)
    return { ...base, patron: DANA, beside: 'patron', page: null, rows: [], rows_count: 0, totals: EMPTY.totals }
  const made: Row = row(`s${number}`, `Book ${text}`, { outcome, barcode: text, happened: isIn ? 'Reshelve' : 'Out' })
  const totals = isIn
    ? { ...now.totals, in_count: now.totals.in_count + 1 }
    : { ...now.totals, out_count: now.totals.out_count + 1 }
  return { ...base, rows: [made, ...now.rows].slice(0, 100), rows_count: now.rows_count + 1, totals }
}

function answered(now: DeskSnapshot, row_id: unknown): DeskSnapshot {
  const rows = now.rows.map((one) => (one.row_id === row_id ? { ...one, choices: [], happened: 'Decided' } : one))
  const undecided_count = rows.filter((one) => one.choices.length > 0).length
  return { ...now, version: now.version + 1, rows, totals: { ...now.totals, undecided_count } }
}

/** A page of the canned library: the account with loans and forms, a title with its copies. */
function wentTo(now: DeskSnapshot, ref: unknown): DeskSnapshot {
  const known = pageRefSchema.nullable().parse(ref)
  return { ...now, page: known && cannedPage(known), version: now.version + 1 }
}

function finished(now: DeskSnapshot): DeskSnapshot {
  return {
    ...now,
    page: null,
    version: now.version + 1,
    patron: null,
    beside: now.mode === 'out' ? 'nothing' : 'cart',
    rows: [],
    rows_count: 0,
    totals: EMPTY.totals,
    mode: now.mode,
  }
}

const ok = (output: unknown): Result => ({ kind: 'ok', output })
const NO_QUESTIONS = {
  findings: [],
  changed_rules: [],
  erased_count: 0,
  opening: [],
  numberless_count: 0,
  number_offers: [],
  is_preview: false,
  losses: [],
  beside_desk: [],
}
const IDLE_IMPORT = { running: false, progress: 0, files: [], report_file: '', report: [], ...NO_QUESTIONS }
const BRANCHES = [
  { branch_code: 'MAPLE', name: 'Maple Street Branch' },
  { branch_code: 'NORTH', name: 'North Branch' },
]
const SET_UP_LOOK = {
  branches: BRANCHES,
  staff: [{ staff_code: 'rortiz', name: 'Rosa Ortiz', initials: 'RO', role: 'manager', role_name: 'Manager' }],
  patrons_count: 240,
  items_count: 1900,
  sample_folder: '',
}

export function createCannedWire(scene: DeskSnapshot, start: Partial<Settings> = {}): CannedWire {
  let now = scene
  let settings: Settings = { ...DEFAULT_SETTINGS, sound_volume: 0, ...start }
  let interceptor: Interceptor = () => null
  const calls: Call[] = []
  const listeners = new Set<(push: Push) => void>()
  const show = (snapshot: DeskSnapshot): Result => {
    now = snapshot
    return ok({ snapshot })
  }
  const text = (input: Call['input']): string => (typeof input['text'] === 'string' ? input['text'] : '')
  const METHODS: Readonly<Record<string, (input: Call['input']) => Result>> = {
    'desk.scan': (input) => show(scanned(now, text(input))),
    'desk.answer': (input) => show(answered(now, input['row_id'])),
    'desk.finish': () =>
      now.totals.undecided_count > 0
        ? { kind: 'refused', code: 'rows-undecided', says: '2 to decide before you finish.', way_out: 'Use the keys.' }
        : show(finished(now)),
    'desk.clear': () => show(finished(now)),
    'desk.mode': (input) => show({ ...finished(now), mode: input['mode'] === 'in' ? 'in' : 'out' }),
    'desk.go': (input) => show(wentTo(now, input['page'])),
    'desk.back': () => show({ ...now, page: null, version: now.version + 1 }),
    'desk.open-patron': () => show({ ...finished(now), patron: DANA, beside: 'patron' }),
    'staff.sign-in': (input) =>
      input['pin'] === '471147'
        ? show({ ...now, stage: 'desk', staff: EMPTY.staff, version: now.version + 1 })
        : { kind: 'refused', code: 'sign-in-failed', says: 'That is not a badge or PIN.', way_out: 'Try again.' },
    'search.patrons': (input) => found(PEOPLE, (hit) => hit.name, text(input)),
    'search.titles': (input) => found(TITLES, (hit) => `${hit.title} ${hit.author}`, text(input)),
    'settings.get': () => ok({ settings }),
    'settings.set': (input) => {
      settings = { ...settings, ...(input['settings'] as Partial<Settings>) }
      return ok({ settings })
    },
    'branch.list': () => ok({ branches: BRANCHES }),
    'set-up.look': () => ok(SET_UP_LOOK),
    'import.status': () => ok(IDLE_IMPORT),
    'import.start': () => ok(IDLE_IMPORT),
  }
  return {
    call: async (method, input) => {
      const call: Call = { method, input: input as Call['input'] }
      calls.push(call)
      const taken = await interceptor(call)
      return taken ?? METHODS[method]?.(call.input) ?? ok({ snapshot: now })
    },
    onPush: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    calls,
    push: (push) => listeners.forEach((listener) => listener(push)),
    intercept: (next) => (interceptor = next),
    snapshot: () => now,
    show: (snapshot) => {
      now = snapshot
      for (const listener of listeners) listener({ topic: 'desk-changed', version: snapshot.version })
    },
  }
}
