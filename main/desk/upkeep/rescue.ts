/**
 * The station when its files do not open: it says why in plain words, records nothing, and offers the ways out that fit
 * the trouble: trying again, a backup, the recovery key, going on with what can be read.
 */
import { NOTHING_WAITS, type DeskSnapshot } from '../../../shared/desk/screen.ts'
import { isRestorable, isUnlockable } from '../../../shared/desk/ways-out.ts'
import { CONTRACT, type MethodName } from '../../../shared/ipc/contract.ts'
import { DEFAULT_SETTINGS } from '../../../shared/ipc/settings.ts'
import type { OperatingError } from '../../../shared/kernel/outcome.ts'
import { no, ok } from '../../ipc/answer.ts'
import type { Handlers } from '../../ipc/router.ts'
import { tongueBefore } from '../../library/library-speech.ts'
import type { WayOut } from './ways-out.ts'
import { faultText } from '../../../shared/words/faults.ts'
import { wordsOf } from '../../../shared/words/speech.ts'

export type RescuePorts = {
  readonly error: OperatingError
  /** What may be lost if a manager goes on; empty when that is not offered. */
  readonly go_on: string
  readonly snapshot_version: number
  readonly folder: string
  readonly version: string
  readonly memory_bytes: () => number
  readonly ways: Pick<Handlers, WayOut>
}

export function rescueHandlers(ports: RescuePorts): Handlers {
  const stopped = Object.fromEntries(Object.keys(CONTRACT).map((name) => [name, () => no('recording-stopped')]))
  const snapshot = rescueSnapshot(ports)
  const open: Partial<Handlers> = {
    ...ports.ways,
    'desk.snapshot': () => ok({ snapshot }),
    'settings.get': () => ok({ settings: DEFAULT_SETTINGS }),
    'branch.list': () => ok({ branches: [] }),
    'system.status': () =>
      ok({
        version: ports.version,
        data_folder: ports.folder,
        journal_events_count: 0,
        patrons_count: 0,
        items_count: 0,
        memory_bytes: ports.memory_bytes(),
        stage: 'rescue',
        trouble: snapshot.strip.trouble,
        missing: [],
        restored: [],
        unproved: [],
        broken_from: '',
        backup_ahead: null,
        changed_staff: [],
        signing_key: '',
      }),
  }
  return { ...(stopped as Record<MethodName, () => ReturnType<typeof no>>), ...open }
}

export function rescueSnapshot({
  error,
  go_on,
  snapshot_version,
}: Pick<RescuePorts, 'error' | 'go_on' | 'snapshot_version'>): DeskSnapshot {
  const tongue = tongueBefore()
  return {
    version: snapshot_version,
    stage: 'rescue',
    mode: 'out',
    modifiers: [],
    ...tongue,
    strip: {
      branch_name: '',
      desk_name: '',
      zone: 'UTC',
      data_as_of_ms: null,
      data_as_of_text: '',
      trouble: faultText(wordsOf(tongue.language), error.code),
      is_sample: false,
      jobs: { tone: 'ok', says: '' },
      receipt_printer: '',
      devices: { tone: 'ok', says: wordsOf(tongue.language).screen.strip.scanners.keyboard },
      drawers: { tone: 'ok', says: '' },
    },
    rescue: { can_restore: isRestorable(error.code), can_unlock: isUnlockable(error.code), go_on },
    staff: null,
    asked_pin: null,
    patron: null,
    band: null,
    rows: [],
    rows_count: 0,
    waiting: NOTHING_WAITS,
    asked_row_id: null,
    page: null,
    totals: { out_count: 0, in_count: 0, renewed_count: 0, other_count: 0, undecided_count: 0, due_range_text: '' },
    beside: 'nothing',
    closed_places: [],
    papers: [],
    logo: null,
    finish_label: '',
    undo_label: '',
    recovered: '',
    wedge: null,
    practice: null,
    training: null,
  }
}
