/**
 * A backup beside the desk: one at a time, with progress on the screen, while the desk works. Must never run during an
 * import, nor let one start: the files would not be of one moment.
 */
import { setImmediate as nextTurn } from 'node:timers/promises'
import { changed } from '../../../shared/desk/session/session.ts'
import { backUpFiles } from '../../journal/journal-files.ts'
import type { Push } from '../../../shared/ipc/envelope.ts'
import type { BackupProgress } from '../../store/files/backup.ts'
import { DATA_FILES } from '../../store/files/file-names.ts'
import type { Desk } from '../desk.ts'
import type { Library } from '../../library/library.ts'
import type { Speech } from '../../../shared/words/speech.ts'
import { speechOf } from '../clerk-language.ts'

const TOLD_EVERY_MS = 100
/** The copying part of the progress bar; the rest is reading the copies back. */
const COPYING_SHARE = 0.7

const running = new WeakMap<Library, Promise<unknown>>()
/** Until the note and the entry after the copy are written too. */
const unfinished = new WeakMap<Library, Promise<unknown>>()

export function isBackingUp(library: Library): boolean {
  return running.has(library)
}

/** What comes of a backup: a desk that closes waits for all of it. */
export async function toItsEnd<T>(library: Library, work: Promise<T>): Promise<T> {
  unfinished.set(library, work)
  try {
    return await work
  } finally {
    unfinished.delete(library)
  }
}

/**
 * Waits for the backup of a desk that is closing, its note and its entry. Its result goes to the person who asked for
 * it.
 */
export async function backupEnded(library: Library): Promise<void> {
  await Promise.allSettled([unfinished.get(library)])
}

/** Returns the bytes written and how long it took. */
export async function backUpBeside(
  desk: Desk,
  to_folder: string,
  push: (push: Push) => void,
): Promise<{ readonly bytes: number; readonly took_ms: number }> {
  const began = desk.library.clock.now()
  const tell = teller(desk, push)
  const work = backUpFiles(desk.library.journal, to_folder, { onProgress: tell, pause: () => nextTurn() })
  running.set(desk.library, work)
  showChange(desk, push)
  try {
    return { bytes: await work, took_ms: desk.library.clock.now() - began }
  } finally {
    running.delete(desk.library)
    showChange(desk, push)
  }
}

/** The page shows the bar, or the button again. */
function showChange(desk: Desk, push: (push: Push) => void): void {
  desk.session = changed(desk.session)
  push({ topic: 'desk-changed', version: desk.session.version })
}

/** Tells the screen ten times a second, and at the start of each file. */
function teller(desk: Desk, push: (push: Push) => void): (progress: BackupProgress) => void {
  let at = ''
  let told_at = 0
  return ({ step, file, done_bytes, all_bytes }) => {
    const now = desk.library.clock.now()
    const isNew = at !== `${step} ${file}`
    if (!isNew && now - told_at < TOLD_EVERY_MS) return
    at = `${step} ${file}`
    told_at = now
    const share = all_bytes === 0 ? 1 : done_bytes / all_bytes
    const progress = step === 'copying' ? share * COPYING_SHARE : COPYING_SHARE + share * (1 - COPYING_SHARE)
    const { copying, reading } = speechOf(desk).words.pages.this_desk.desk
    const say = step === 'copying' ? copying : reading
    const place = DATA_FILES.findIndex((name) => name === file) + 1
    const says = say(place, DATA_FILES.length, sayBytes(done_bytes), sayBytes(all_bytes))
    push({ topic: 'progress', of: 'backup', progress, says })
  }
}

export function sayBytes(bytes: number): string {
  const mb = bytes / 1_000_000
  return mb < 10 ? `${mb.toFixed(1)} MB` : `${Math.round(mb).toLocaleString('en-US')} MB`
}

/** "12 seconds"; "3 minutes". */
export function sayTook({ words }: Speech, took_ms: number): string {
  const { moment, seconds: secondsOf, minutes } = words.pages.this_desk.desk
  const seconds = Math.round(took_ms / 1000)
  if (seconds < 1) return moment
  return seconds < 120 ? secondsOf(seconds) : minutes(Math.round(seconds / 60))
}
