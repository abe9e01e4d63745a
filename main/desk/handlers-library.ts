/** The methods around the desk: staff, branches, search, settings, imports, journal, backup, status. */
import { join } from 'node:path'
import { readScan } from '../../shared/catalog/barcode.ts'
import { must } from '../../shared/kernel/assert.ts'
import { eventRefText } from '../../shared/journal/event.ts'
import { isSecret } from '../../shared/journal/logged.ts'
import { AUTHORITY_COLUMNS, type AuthorityColumn } from '../../shared/import/mapping/authority.ts'
import { ticked } from '../../shared/policy/form-rows.ts'
import type { ImportStatus, Input } from '../../shared/ipc/contract.ts'
import type { Push } from '../../shared/ipc/envelope.ts'
import { no, ok, type Answer } from '../ipc/answer.ts'
import type { Handlers } from '../ipc/router.ts'
import { countEvents } from '../store/journal/journal-rows.ts'
import { countRecords } from '../store/policy/library-rows.ts'
import type { Desk } from './desk.ts'
import { ownCommand } from '../library/follow.ts'
import { pastOf, record } from '../library/record.ts'
import { commandOf } from '../library/command.ts'
import { mayOwn } from '../library/grants.ts'
import { staffHandlers, type StaffMethod } from './staff/handlers-staff.ts'
import { exportPatrons } from './data-in/exporting.ts'
import type { Importing } from './data-in/importing.ts'
import { lookInFolder } from './data-in/look-in-folder.ts'
import { typedPlace } from './staff/new-place.ts'
import { isForPractice, sampleFolder, writeSample } from '../library/sample.ts'
import { refuse, type Refusal } from '../../shared/refusals/refusals.ts'
import { authorityOf, numberPlaces } from '../data-in/remembered.ts'
import { keepingHandlers, type KeepingMethod } from './upkeep/keeping-safe.ts'
import { searchPatrons } from '../search/search-patrons.ts'
import { searchTitles } from '../search/search-titles.ts'
import { changeSettings, readSettings } from '../library/settings.ts'
import { deskZone } from '../library/here.ts'
import { ownPinRefusal } from './staff/own-pin.ts'
import { isSetUp, snapshotOf } from './snapshot.ts'
import { confirmKey, showKey } from './upkeep/show-key.ts'
import { foundAtOpenings, troubleOf } from './upkeep/witnessing.ts'
import { toLocalDate } from '../../shared/kernel/zone.ts'
import { datesIn } from '../../shared/words/dates.ts'
import { speechOf, tongueNow } from './clerk-language.ts'
import { actorOf } from './desk.ts'
import { curbed, isListCurbed, noteList } from './patrons/list-looks.ts'

export type LibraryMethod = StaffMethod | SearchMethod | DataMethod | KeepingMethod | RecordMethod

export type LibraryPorts = {
  readonly version: string
  readonly importing: Importing
  readonly push: (push: Push) => void
  readonly memory_bytes: () => number
}

export function libraryHandlers(desk: Desk, ports: LibraryPorts): Pick<Handlers, LibraryMethod> {
  return {
    ...staffHandlers(desk),
    ...searchHandlers(desk),
    ...dataHandlers(desk, ports),
    ...keepingHandlers(desk, ports.push),
    ...recordHandlers(desk, ports),
  }
}

type SearchMethod = 'search.patrons' | 'search.titles'

function searchHandlers(desk: Desk): Pick<Handlers, SearchMethod> {
  const { library } = desk
  return {
    'search.patrons': ({ text, limit }) => {
      const today = toLocalDate(library.clock.now(), deskZone(library))
      const { language, locale } = tongueNow(desk)
      const found = searchPatrons(library.db, text, limit, today, datesIn(language, locale))
      if (!isListCurbed(library)) return ok(found)
      if (found.hits.length > 0) noteList(library, actorOf(desk), text)
      return ok({ ...found, hits: found.hits.map(curbed) })
    },
    'search.titles': ({ text, limit }) => {
      const reading = readScan(text, { source: 'typed' })
      const isbn = reading.kind === 'barcode' ? (reading.isbn ?? '') : ''
      return ok(searchTitles(library.db, text, isbn, limit, speechOf(desk).words.pages.items.hit))
    },
  }
}

type DataMethod = 'settings.get' | 'settings.set' | 'folder.list' | 'import.start' | 'import.status' | 'patrons.export'

function dataHandlers(desk: Desk, { importing, push }: LibraryPorts): Pick<Handlers, DataMethod> {
  const { library } = desk
  return {
    'settings.get': () => ok({ settings: readSettings(library.db) }),
    'settings.set': ({ settings }) => {
      const before_minutes_count = readSettings(library.db).idle_lock_minutes
      const after_minutes_count = settings.idle_lock_minutes ?? before_minutes_count
      if (before_minutes_count !== after_minutes_count) {
        if (!mayOwn(library, actorOf(desk), 'look-after-desk')) return no('not-permitted')
        const body = { before_minutes_count, after_minutes_count }
        const command = ownCommand(library, 'idle lock changed')
        record(library, actorOf(desk), command, [{ kind: 'idle-lock-changed', body }])
      }
      return ok({ settings: changeSettings(library, settings) })
    },
    'folder.list': ({ folder }) => {
      if (isSetUp(library) && desk.session.staff === null) return no('not-signed-in')
      if (isSetUp(library) && !mayOwn(library, actorOf(desk), 'look-after-desk')) return no('not-permitted')
      const place = folder.trim() === '' ? { path: '' } : typedPlace(folder)
      if ('code' in place) return { refused: place }
      const listed = lookInFolder(place.path)
      return listed === null ? no('folder-unreadable', { folder }) : ok(listed)
    },
    'import.start': (input) => startImport(desk, importing, input),
    'patrons.export': (input) => exportPatrons(desk, input, push),
    // The set-up screen asks while nobody can sign in. What an import left out is for the staff.
    'import.status': () =>
      isSetUp(library) && desk.session.staff === null ? no('not-signed-in') : ok(importing.status()),
  }
}

function startImport(desk: Desk, importing: Importing, input: Input<'import.start'>): Answer<ImportStatus> {
  const { library } = desk
  // Before anyone can sign in, the person setting up the desk imports the data; afterwards it needs the grant in
  // one's own role, and no approval replaces it.
  const command = commandOf('import.start', input)
  // A repeat of a finished command is answered, whoever is at the desk by now.
  const past = pastOf(library, command)
  if (past === 'changed') return no('command-changed')
  const isDone = past !== null
  if (isSetUp(library) && !isDone) {
    if (!mayOwn(library, actorOf(desk), 'look-after-desk')) return no('not-permitted')
    const refused = ownPinRefusal(desk, 'import.start', input.own_pin)
    if (refused) return { refused }
  }
  const is_sample = input.is_sample ?? false
  const mixed = isDone ? null : mixedLibraries(desk, is_sample)
  if (mixed) return { refused: mixed }
  // What its rules are warned of is meant, whatever the year.
  const accepted = is_sample ? null : input.accept_findings
  const { keep_rules: keep = [], take_rules = [] } = input
  const take_back = [input.take_back ?? []].flat().map((number) => number.trim())
  const take = Array.isArray(take_rules) ? take_rules : ticked(take_rules)
  const number_from = numberPlaces(library.db, input.number_from)
  const folder = is_sample ? join(library.folder, 'sample') : input.folder
  if (is_sample && !isDone) writeSample(sampleFolder(), folder, library.clock.now())
  const mapping = input.mapping || null
  const { is_preview = false } = input
  const answers = { keep, take }
  const authority = authorityOf(library.db, mapping, columnsSaid(input.authority))
  return importing.start(command, {
    folder,
    is_sample,
    accepted,
    answers,
    number_from,
    take_back,
    authority,
    mapping,
    is_preview,
  })
}

/** As a list, or a checkbox each. */
function columnsSaid(said: Input<'import.start'>['authority']): readonly AuthorityColumn[] | undefined {
  if (said === undefined || Array.isArray(said)) return said
  return AUTHORITY_COLUMNS.filter((column) => said[column] === true)
}

/** The sample library stays alone, and so does that of a practice desk: their patrons are made up. */
function mixedLibraries({ library }: Desk, is_sample: boolean): Refusal | null {
  // Its own import comes before it is set up.
  if (isForPractice(library) && isSetUp(library)) return refuse('practice-desk')
  if (library.is_sample) return is_sample ? null : refuse('sample-library', { folder: library.folder })
  return is_sample && library.branches().length > 0 ? refuse('library-here') : null
}

type RecordMethod = 'journal.recent' | 'recovery-key.show' | 'recovery-key.confirm' | 'system.status'

function recordHandlers(desk: Desk, ports: LibraryPorts): Pick<Handlers, RecordMethod> {
  const { db } = desk.library
  return {
    'journal.recent': ({ limit }) =>
      ok({
        events: desk.library.journal
          .newest(limit)
          .filter(({ kind }) => !isSecret(kind))
          .map((event) => ({
            event: eventRefText(event.head),
            kind: event.kind,
            at_ms: event.head.at_ms,
            staff_code: event.head.staff,
            item_barcode: ('item_barcode' in event.body ? event.body.item_barcode : null) ?? '',
          })),
      }),
    'recovery-key.show': (input) => showKey(desk, input),
    'recovery-key.confirm': (input) => confirmKey(desk, input),
    'system.status': () => {
      const counts = must(db.get(countRecords, {}), 'counts of the records')
      return ok({
        version: ports.version,
        data_folder: desk.library.folder,
        journal_events_count: db.get(countEvents, {})?.events_count ?? 0,
        patrons_count: counts.patrons_count ?? 0,
        items_count: counts.items_count ?? 0,
        memory_bytes: ports.memory_bytes(),
        stage: snapshotOf(desk).stage,
        trouble: troubleOf(desk.library, speechOf(desk)),
        ...foundAtOpenings(desk.library),
      })
    },
  }
}
