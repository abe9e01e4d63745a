/**
 * Writes every patron into files, beside the desk: one export at a time, with progress. Its entry says how many, and
 * nobody. Must never leave a folder of names that no entry tells of, nor one half written.
 */
import { setImmediate as nextTurn } from 'node:timers/promises'
import { changed, withBand } from '../../../shared/desk/session/session.ts'
import { silentBand } from '../../../shared/desk/words/words.ts'
import { OWN_FILES } from '../../../shared/import/files-out/own-files.ts'
import type { Input, Output } from '../../../shared/ipc/contract.ts'
import type { Push } from '../../../shared/ipc/envelope.ts'
import { must } from '../../../shared/kernel/assert.ts'
import { writePatrons, type Written } from '../../data-in/files-out/write-patrons.ts'
import { no, ok, type Answer } from '../../ipc/answer.ts'
import { ownCommand } from '../../library/follow.ts'
import { mayOwn } from '../../library/grants.ts'
import { record } from '../../library/record.ts'
import { makeFolder } from '../../store/files/new-folder.ts'
import { speechOf } from '../clerk-language.ts'
import { actorOf, type Desk } from '../desk.ts'
import { newPlace, notMadeRefusal } from '../staff/new-place.ts'
import { ownPinRefusal } from '../staff/own-pin.ts'
import { isExporting, whileExporting } from './export-state.ts'
import { noteHalfExport } from './half-export.ts'
import { importOf } from './import-state.ts'

const TOLD_EVERY_MS = 100

type Exported = Answer<Output<'patrons.export'>>

export async function exportPatrons(
  desk: Desk,
  input: Input<'patrons.export'>,
  push: (push: Push) => void,
): Promise<Exported> {
  const { library } = desk
  if (!mayOwn(library, actorOf(desk), 'export-all-patrons')) return no('not-permitted')
  const refused = ownPinRefusal(desk, 'patrons.export', input.own_pin)
  if (refused) return { refused }
  if (importOf(library).running) return no('import-running')
  if (isExporting(library)) return no('export-running')
  const place = newPlace(library, input.to_folder, 'folder')
  if ('code' in place) return { refused: place }
  const written = await whileExporting(library, write(desk, place.path, push)).finally(() => show(desk, push))
  if ('refused' in written) return written
  const { exported, exported_says } = speechOf(desk).words.pages.this_desk.data_out
  if (desk.session.staff && desk.session.lock === null)
    desk.session = withBand(desk.session, silentBand(exported, exported_says(written.patrons_count, place.path)))
  return ok({ folder: place.path, ...written, files: [...written.files] })
}

async function write(
  desk: Desk,
  path: string,
  push: (push: Push) => void,
): Promise<Written | Extract<Exported, { readonly refused: unknown }>> {
  const { library } = desk
  const by = actorOf(desk)
  let written = null as Written | null
  let told_at = 0
  show(desk, push)
  const pause = async (done_count: number, all_count: number): Promise<void> => {
    const now = library.clock.now()
    if (now - told_at >= TOLD_EVERY_MS) {
      told_at = now
      const says = speechOf(desk).words.pages.this_desk.data_out.writing(done_count, all_count)
      push({ topic: 'progress', of: 'export', progress: done_count / all_count, says })
    }
    await nextTurn()
  }
  const failed = await makeFolder(
    path,
    (part) => noteHalfExport(library, part),
    async (file) => {
      written = await writePatrons(library.db, OWN_FILES, { file, pause })
    },
    () => {
      const { patrons_count } = must(written, 'written before it is entered')
      const entry = { kind: 'patrons-exported', body: { form: 'datestamp', rows_count: patrons_count } } as const
      record(library, by, ownCommand(library, entry.kind), [entry])
    },
  ).finally(() => noteHalfExport(library, ''))
  return failed ? { refused: notMadeRefusal(failed, 'folder') } : must(written, 'written before it is in its place')
}

/** The page shows the bar, or the act again. */
function show(desk: Desk, push: (push: Push) => void): void {
  desk.session = changed(desk.session)
  push({ topic: 'desk-changed', version: desk.session.version })
}
