/**
 * Backing up, checking and exporting. Each shows its result in the band. Must never overwrite an existing file: it may
 * be the only good backup.
 */
import { join } from 'node:path'
import { withBand } from '../../../shared/desk/session/session.ts'
import { plainBand, silentBand } from '../../../shared/desk/words/words.ts'
import type { Push } from '../../../shared/ipc/envelope.ts'
import { no, ok, type Answer } from '../../ipc/answer.ts'
import type { Output } from '../../../shared/ipc/contract.ts'
import type { Handlers } from '../../ipc/router.ts'
import { exportLines } from '../../journal/export.ts'
import { headText } from '../../journal/journal.ts'
import { witnessOf } from '../../journal/missing.ts'
import { verifyJournal } from '../../journal/verify.ts'
import { SIGNED_HEAD_FILE } from '../../store/files/signed-files.ts'
import { writeWitness } from '../../store/files/witness-files.ts'
import { speechOf } from '../clerk-language.ts'
import { headOnPaper, signHead, type HeadOnPaper } from '../../library/signing-head.ts'
import { isWatched } from '../approvals/carry-out.ts'
import { backUpBeside, isBackingUp, sayBytes, sayTook, toItsEnd } from './backing-up.ts'
import { actorOf, type Desk } from '../desk.ts'
import type { Actor } from '../../library/actor.ts'
import { ownCommand } from '../../library/follow.ts'
import { record } from '../../library/record.ts'
import type { EventDraft } from '../../../shared/journal/event.ts'
import { makeNewFiles, newPlace } from '../staff/new-place.ts'
import { noteBackup, noteFailedBackup } from '../../library/last-backup.ts'
import type { Words } from '../../../shared/words/en/en.ts'

export type KeepingMethod = 'store.backup' | 'journal.verify' | 'journal.export'

/** For a person who looks into the folder of a backup. */
const NOTE_FILE = 'note.txt'

export function keepingHandlers(desk: Desk, push: (push: Push) => void): Pick<Handlers, KeepingMethod> {
  return {
    'store.backup': async ({ to_folder }) => {
      if (isBackingUp(desk.library)) return no('backup-running')
      const place = newPlace(desk.library, to_folder, 'folder')
      if ('code' in place) return { refused: place }
      return toItsEnd(desk.library, makeBackup(desk, place.path, push))
    },
    'journal.verify': () => {
      const { events_count, head, problems } = verifyJournal(desk.library.db)
      const { verified, verified_says, broken, broken_says } = wordsOf(desk)
      if (problems.length === 0) say(desk, 'done', verified, verified_says(events_count))
      else say(desk, 'stop', broken, broken_says(problems.length, events_count, problems[0]?.says ?? ''))
      return ok({ events_count, head, problems: [...problems] })
    },
    'journal.export': ({ to_file }) => {
      const place = newPlace(desk.library, to_file, 'file')
      if ('code' in place) return { refused: place }
      const { lines, events_count } = exportLines(desk.library.db, signHead(desk.library))
      // The end of the file, which its own entry comes after.
      const head = headText(desk.library.journal.head, desk.library.journal.terminal)
      const witness = witnessOf(desk.library.journal)
      const entry = { kind: 'journal-exported', body: { events_count } } as const
      const enter = (): void => recordKept(desk, actorOf(desk), entry)
      const refused = makeNewFiles([{ path: place.path, text: `${lines.join('\n')}\n` }], enter)
      if (refused) return { refused }
      writeWitness(desk.library.folder, 'export', witness)
      const { exported, exported_says } = wordsOf(desk)
      say(desk, 'done', exported, exported_says(events_count, place.path))
      return ok({ file: place.path, events_count, head })
    },
  }
}

async function makeBackup(
  desk: Desk,
  folder: string,
  push: (push: Push) => void,
): Promise<Answer<Output<'store.backup'>>> {
  const by = actorOf(desk)
  // From before the copy began: everything up to it is in the copy.
  const witness = witnessOf(desk.library.journal)
  const paper = headOnPaper(desk.library)
  const { bytes, took_ms } = await backUpBeside(desk, folder, push).catch((fault: unknown) => {
    try {
      noteFailedBackup(desk.library)
    } catch {
      // A full disk fails both: the clerk is told of the backup.
    }
    throw fault
  })
  putNote(desk, folder, paper)
  noteBackup(desk.library, folder, took_ms)
  writeWitness(desk.library.folder, 'backup', witness)
  recordKept(desk, by, { kind: 'backup-made', body: {} })
  const { backup } = wordsOf(desk)
  const took = sayTook(speechOf(desk), took_ms)
  if (isWatched(desk, by.staff?.staff_code)) say(desk, 'done', backup.done, backup.says(sayBytes(bytes), folder, took))
  // Carried out by approval, it has no answer that a screen waits for.
  push({ topic: 'desk-changed', version: desk.session.version })
  return ok({ folder, bytes })
}

/**
 * A note beside the copies: the end of the journal, and who signed it, to be compared with the paper of the recovery
 * key. A backup without it is as good; the desk says at a restore that nothing was signed.
 */
function putNote(desk: Desk, folder: string, { head, fingerprint, signed }: HeadOnPaper): void {
  const { note } = wordsOf(desk).backup
  const made_text = speechOf(desk).moment(desk.library.clock.now())
  const text = note({ made_text, desk_name: desk.library.deskName, head, fingerprint })
  const files = [{ path: join(folder, NOTE_FILE), text: `${text.join('\n')}\n` }]
  if (signed !== '') files.push({ path: join(folder, SIGNED_HEAD_FILE), text: `${signed}\n` })
  makeNewFiles(files)
}

/** Under the name of the person who asked. A copy ends before this entry. */
function recordKept(desk: Desk, by: Actor, draft: EventDraft): void {
  record(desk.library, by, ownCommand(desk.library, draft.kind), [draft])
}

function wordsOf(desk: Desk): Words['outcomes']['records'] {
  return speechOf(desk).words.outcomes.records
}

/** Only for a signed-in clerk: a script that runs before anyone signed in changes nothing on the screen. */
function say(desk: Desk, outcome: 'done' | 'stop', heading: string, sentence: string): void {
  if (desk.session.staff && desk.session.lock === null) {
    desk.session = withBand(
      desk.session,
      outcome === 'done' ? silentBand(heading, sentence) : plainBand(outcome, heading, sentence),
    )
  }
}
