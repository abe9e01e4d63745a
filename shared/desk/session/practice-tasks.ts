/**
 * The practice shift: fourteen tasks on the sample library, and how each sees that it is done: from what was recorded
 * since it began and from the session, never from what was pressed or shown. Pure. Its words: shared/words, practice.
 */
import type { Noted } from '../../devices/training/noted.ts'
import type { DeskEvent } from '../../journal/event.ts'
import type { Session } from '../session/session.ts'

/** In the order in which they are told; the words have a text for each. */
export const TASK_IDS = [
  'out',
  'decide',
  'book-drop',
  'renew',
  'find',
  'hold',
  'hand-over',
  'explain',
  'waive',
  'undo',
  'paper',
  'drawer',
  'shelf',
  'lock',
] as const
export type TaskId = (typeof TASK_IDS)[number]

/** What has happened in one request, and since the task began. */
export type Happened = {
  readonly method: string
  readonly before: Session
  readonly now: Session
  /** Recorded since the task began, oldest first. */
  readonly events: readonly DeskEvent[]
  /** When the open patron was born: "1998-09-30"; null without one. */
  readonly born_on: string | null
  /** What was done with the training devices since the task began. */
  readonly training: Noted
}

/** Something to scan or to type: its name is in the words of the task. */
type Scans = readonly string[]

type Task = { readonly scans: Scans; readonly isDone: (happened: Happened) => boolean }

const DANA = '21234000123455'
const IMANI = '21234010004471'
const SUNS = '31234000123453'
const DIARY = '31234000123487'
const PARAMO = '31234000126522'
const BECOMING = '31234000123461'
const AMERICANAH = '31234000124642'
const SWEETGRASS = '31234000123792'
const BORN_A_CRIME = '31234000123545'
const CAGED_BIRD = '31234000123503'
const THINKING = '31234000123586'
const DOUGLASS = '31234000123495'
const MARIA_BORN_ON = '1998-09-30'
const WAIVED_CENTS = 100

const barcodes = ({ events }: Happened, kind: 'item-checked-out' | 'item-checked-in'): readonly string[] =>
  events.flatMap((event) => (event.kind === kind ? [event.body.item_barcode] : []))

const has = (happened: Happened, kind: DeskEvent['kind']): boolean =>
  happened.events.some((event) => event.kind === kind)

export const TASKS: Readonly<Record<TaskId, Task>> = {
  out: {
    scans: [DANA, SUNS, DIARY],
    isDone: (happened) => [SUNS, DIARY].every((one) => barcodes(happened, 'item-checked-out').includes(one)),
  },
  decide: {
    scans: [IMANI, SUNS],
    isDone: (happened) => barcodes(happened, 'item-checked-out').includes(SUNS),
  },
  'book-drop': {
    scans: [PARAMO, BECOMING, AMERICANAH],
    isDone: (happened) =>
      [PARAMO, BECOMING, AMERICANAH].every((one) => barcodes(happened, 'item-checked-in').includes(one)),
  },
  renew: { scans: [], isDone: (happened) => happened.method === 'desk.renew-all' && has(happened, 'loan-renewed') },
  find: { scans: [], isDone: ({ method, born_on }) => method === 'desk.open-patron' && born_on === MARIA_BORN_ON },
  hold: { scans: [DIARY], isDone: (happened) => has(happened, 'hold-placed') },
  'hand-over': {
    scans: [DANA, SWEETGRASS],
    isDone: (happened) => barcodes(happened, 'item-checked-out').includes(SWEETGRASS),
  },
  explain: { scans: [], isDone: ({ now }) => now.page?.place === 'explain' },
  waive: {
    scans: [DANA],
    isDone: ({ events }) =>
      events.some(
        ({ kind, body }) => kind === 'charge-moved' && body.code === 'waived' && body.amount_cents === WAIVED_CENTS,
      ),
  },
  undo: { scans: [BORN_A_CRIME], isDone: (happened) => has(happened, 'check-out-undone') },
  paper: { scans: [DANA, THINKING], isDone: ({ training }) => training.has_come },
  drawer: { scans: [], isDone: ({ training }) => training.was_shut },
  shelf: {
    scans: [CAGED_BIRD, DOUGLASS, BORN_A_CRIME],
    isDone: ({ now }) =>
      [CAGED_BIRD, DOUGLASS, BORN_A_CRIME].every((one) => now.shelf_tools.shelf.scanned.includes(one)),
  },
  lock: {
    scans: [],
    isDone: ({ before, now }) => before.lock !== null && now.lock === null && now.staff !== null,
  },
}

/** How far a practice shift is; kept as text. `from_seq`: after which entry of the journal the task began. */
export type Progress = {
  readonly done: readonly TaskId[]
  readonly skipped: readonly TaskId[]
  readonly from_seq: number
}

export const NOTHING_DONE: Progress = { done: [], skipped: [], from_seq: 0 }

/** The task that is told now; null when the shift is over. */
export function taskNow({ done, skipped }: Progress): TaskId | null {
  return TASK_IDS.find((one) => !done.includes(one) && !skipped.includes(one)) ?? null
}
