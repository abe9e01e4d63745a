/**
 * The practice shift at a practice desk: which task is told now, and whether what just happened did it. Its progress is
 * kept beside the settings, so that it can be left and resumed. A desk is a practice desk for good or never: its mark
 * is written before its first entry, and a program started for the other kind refuses the folder.
 */
import { z } from 'zod'
import { changed } from '../../../shared/desk/session/session.ts'
import type { Session } from '../../../shared/desk/session/session.ts'
import type { PracticeView } from '../../../shared/desk/session/practice-view.ts'
import { NOTHING_DONE, taskNow, TASK_IDS, TASKS, type Progress } from '../../../shared/desk/session/practice-tasks.ts'
import type { JobKind } from '../../../shared/devices/job.ts'
import { openJobsReady } from '../../journal/queue-jobs.ts'
import { ownDocument, readOwn, writeOwn } from '../../journal/own-values.ts'
import { findItem } from '../../library/here.ts'
import type { Library } from '../../library/library.ts'
import { isForPractice, OWN_PRACTICE } from '../../library/sample.ts'
import { patronById } from '../../store/patrons/patron-rows.ts'
import { speechOf } from '../clerk-language.ts'
import type { Desk } from '../desk.ts'

/** More than a task takes. */
const EVENTS_MAX = 200

const taskIds = z.array(z.enum(TASK_IDS))
const progressSchema = z.object({ done: taskIds, skipped: taskIds, from_seq: z.int() })

/** As it is kept: it is asked for with every snapshot, also where nobody practices. */
const PROGRESS = new WeakMap<Library, Progress | null>()

function progressOf(library: Library): Progress | null {
  const known = PROGRESS.get(library)
  if (known !== undefined) return known
  const kept = readOwn(library.db, OWN_PRACTICE)
  const progress = kept === '' ? null : progressIn(kept)
  PROGRESS.set(library, progress)
  return progress
}

/** The mark of a practice desk stays one whatever it says: what cannot be read begins again from the first task. */
function progressIn(kept: string): Progress {
  const read = progressSchema.safeParse(ownDocument(kept))
  return read.success ? read.data : NOTHING_DONE
}

function keep(library: Library, progress: Progress): void {
  writeOwn(library.journal, { [OWN_PRACTICE]: JSON.stringify(progress) })
  PROGRESS.set(library, progress)
}

/**
 * Marks a fresh folder as one for practice. Throws when the folder is of the other kind: practice must never reach a
 * library's own data, nor may a desk at work begin on made-up people.
 */
export function keepApart(library: Library, is_practice: boolean, is_set_up: boolean): void {
  if (isForPractice(library) === is_practice) return
  if (!is_practice) throw new Error('practice-folder')
  if (is_set_up) throw new Error('folder-of-a-desk-at-work')
  keep(library, NOTHING_DONE)
}

/** Looks whether what a device did, at a practice desk, did the task that is told. */
export function notePracticeOfDevice(desk: Desk, done: JobKind | null): void {
  if (!isForPractice(desk.library)) return
  noteTraining(desk, done)
  notePractice(desk, '', desk.session)
}

function noteTraining({ library, devices }: Desk, done: 'receipt' | 'drawer' | null): void {
  const papers_open_count = openJobsReady(library.journal).filter(({ kind }) => kind === 'receipt').length
  devices.training.note({ papers_open_count, done })
}

/** Looks whether the request did the task that is told. */
export function notePractice(desk: Desk, method: string, before: Session): void {
  const { library, session } = desk
  const progress = progressOf(library)
  const task = progress && taskNow(progress)
  if (!progress || !task) return
  noteTraining(desk, null)
  const { noted: training } = desk.devices.training
  const { patron_id } = session
  const born_on = patron_id === null ? null : (library.db.get(patronById, { patron_id })?.born_on ?? null)
  const events = library.journal
    .newest(EVENTS_MAX)
    .filter(({ head }) => head.seq > progress.from_seq)
    .toReversed()
  if (TASKS[task].isDone({ method, before, now: session, events, born_on, training })) {
    goOn(desk, { ...progress, done: [...progress.done, task] })
  }
}

function goOn(desk: Desk, progress: Progress): void {
  keep(desk.library, { ...progress, from_seq: desk.library.journal.head.seq })
  desk.devices.training.noteAgain()
  desk.session = changed(desk.session)
}

/** The next task without this one; nothing at a desk at work. */
export function skipTask(desk: Desk): void {
  const progress = progressOf(desk.library)
  const task = progress && taskNow(progress)
  if (progress && task) goOn(desk, { ...progress, skipped: [...progress.skipped, task] })
}

/** All tasks again, from the first. */
export function beginAgain(desk: Desk): void {
  if (isForPractice(desk.library)) goOn(desk, NOTHING_DONE)
}

/** What the screen tells; null at a desk at work. */
export function practiceNow(desk: Desk): PracticeView | null {
  const progress = progressOf(desk.library)
  if (!progress) return null
  const task = taskNow(progress)
  const { done, skipped } = progress
  const { tasks, summary } = speechOf(desk).words.pages.practice
  const counts = { done_count: done.length, skipped_count: skipped.length, tasks_count: TASK_IDS.length }
  if (task === null)
    return { ...counts, number: TASK_IDS.length, says: summary(done.length, skipped.length), scans: [], is_over: true }
  const { says, names } = tasks[task]
  const scans = TASKS[task].scans.map((text, at) => ({
    text,
    name: names[at] ?? findItem(desk.library, text)?.title ?? text,
  }))
  return { ...counts, number: TASK_IDS.indexOf(task) + 1, says, scans, is_over: false }
}
