/**
 * Writes every patron into files, beside the desk: one export at a time, with progress. Its entry says how many, and
 * nobody. Must never leave a folder of names that no entry tells of, nor one half written.
 */
import { setImmediate as nextTurn } from 'node:timers/promises'
import { changed, withBand } from '../../../shared/desk/session/session.ts'
import { silentBand } from '../../../shared/desk/words/words.ts'
import { FormFiles, type OutLoss } from '../../../shared/import/files-out/form-files.ts'
import { OWN_FILES } from '../../../shared/import/files-out/own-files.ts'
import type { PatronForm } from '../../../shared/import/files-out/patron-forms.ts'
import type { MappingName } from '../../../shared/import/mapping/patron-mapping.ts'
import type { LossLine } from '../../../shared/import/mapping/loss-line.ts'
import type { Input, Output } from '../../../shared/ipc/contract.ts'
import type { Push } from '../../../shared/ipc/envelope.ts'
import { must } from '../../../shared/kernel/assert.ts'
import { labelOf } from '../../../shared/words/labels.ts'
import { openWork } from '../../data-in/files-out/read-patrons.ts'
import { writePatrons, type Written } from '../../data-in/files-out/write-patrons.ts'
import { mappingOf, type NoMapping } from '../../data-in/folder.ts'
import { lossSaid } from '../../data-in/loss-said.ts'
import { no, ok, type Answer } from '../../ipc/answer.ts'
import { ownCommand } from '../../library/follow.ts'
import { mayOwn } from '../../library/grants.ts'
import { record } from '../../library/record.ts'
import { makeFolder } from '../../store/files/new-folder.ts'
import { speechOf } from '../clerk-language.ts'
import { actorOf, type Desk } from '../desk.ts'
import { newPlace, notMadeRefusal } from '../staff/new-place.ts'
import { ownPinRefusal } from '../staff/own-pin.ts'
import { isExporting, keepLosses, LOSS_REPORT, whileExporting } from './export-state.ts'
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
  const out = outOf(input)
  if ('code' in out) {
    const { code, problem } = out
    if (code === 'mapping-wrong') return no(code, { place: problem })
    const folder = input.mapping_from ?? ''
    return code === 'mapping-none' ? no(code, { folder }) : no('folder-unreadable', { folder })
  }
  const written = await whileExporting(library, write(desk, place.path, out, push)).finally(() => show(desk, push))
  if ('refused' in written) return written
  keepLosses(library, out.form, written.losses)
  const { exported, exported_says } = speechOf(desk).words.pages.this_desk.data_out
  if (desk.session.staff && desk.session.lock === null)
    desk.session = withBand(desk.session, silentBand(exported, exported_says(written.patrons_count, place.path)))
  return ok({ folder: place.path, ...written, files: [...written.files], losses: [...written.losses] })
}

type Out = { readonly form: PatronForm; readonly theirs: FormFiles | null }

/** The files of the form that is wanted; or why the mapping cannot be used. */
function outOf({ form = 'datestamp', mapping_from = '' }: Input<'patrons.export'>): Out | NoMapping {
  if (form === 'datestamp') return { form, theirs: null }
  const found = mappingOf(mapping_from, form)
  return 'code' in found ? found : { form, theirs: new FormFiles(found.mapping, form) }
}

type WrittenOut = Written & { readonly losses: readonly LossLine[] }

async function write(
  desk: Desk,
  path: string,
  { form, theirs }: Out,
  push: (push: Push) => void,
): Promise<WrittenOut | Extract<Exported, { readonly refused: unknown }>> {
  const { library } = desk
  const by = actorOf(desk)
  let written = null as WrittenOut | null
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
      const patrons = await writePatrons(library.db, theirs?.files ?? OWN_FILES, { file, pause })
      const losses = theirs ? lossesSaid(desk, theirs.losses({ ...openWork(library.db), ...patrons })) : []
      if (form !== 'datestamp') file(LOSS_REPORT).write(lossReport(desk, form, losses))
      written = { ...patrons, losses }
    },
    () => {
      const { patrons_count } = must(written, 'written before it is entered')
      const entry = { kind: 'patrons-exported', body: { form, rows_count: patrons_count } } as const
      record(library, by, ownCommand(library, entry.kind), [entry])
    },
  ).finally(() => noteHalfExport(library, ''))
  return failed ? { refused: notMadeRefusal(failed, 'folder') } : must(written, 'written before it is in its place')
}

function lossesSaid(desk: Desk, losses: readonly OutLoss[]): readonly LossLine[] {
  const { whys } = speechOf(desk).words.pages.this_desk.data_out
  return losses.map(({ whys: codes, examples, ...line }) => {
    return { ...line, reason: codes.map((code) => labelOf(whys, code)).join('; '), examples: [...examples] }
  })
}

/** Beside the files, and no CSV: the importer would take it for one more of theirs. */
function lossReport(desk: Desk, form: MappingName, losses: readonly LossLine[]): string {
  const { words } = speechOf(desk)
  const lines = losses.map((line) => {
    return [lossSaid(words.screen.import.report_lines, line), ...line.examples].join(' · ')
  })
  return `${[words.pages.this_desk.data_out.losses[form], '', ...lines].join('\r\n')}\r\n`
}

/** The page shows the bar, or the act again. */
function show(desk: Desk, push: (push: Push) => void): void {
  desk.session = changed(desk.session)
  push({ topic: 'desk-changed', version: desk.session.version })
}
