/** What a station is given, and what it gives: the same for Electron, the script door, tests and benchmarks. */
import type { PatronWindowWish, Screen } from '../shared/devices/display/screens.ts'
import type { PatronView } from '../shared/devices/display/view.ts'
import type { FromDevicesHost, ToDevicesHost } from '../shared/devices/wire.ts'
import type { Push, Reply, Request } from '../shared/ipc/envelope.ts'
import type { Random } from '../shared/kernel/ids.ts'
import type { OperatingCode } from '../shared/kernel/outcome.ts'
import type { Clock } from '../shared/kernel/time.ts'
import type { LibraryParts } from './library/library.ts'
import type { SigningPorts } from './journal/signing.ts'
import type { Sync } from './sync/sync.ts'

export type StationPorts = Pick<LibraryParts, 'key_kept'> & {
  readonly dataFolder: string
  /** 32 bytes; null when the keystore lost it, which opens the rescue screen. */
  readonly key: Uint8Array | null
  /** False: the key was there before, so it is that of a desk that was begun, and begins no other. */
  readonly is_key_new?: boolean
  readonly clock: Clock
  readonly monotonic_ms: () => number
  readonly random: Random
  readonly measurePinCost: () => number
  /** Lines for the log. They never hold a name, a card or a title. */
  readonly log: (line: string) => void
  readonly push: (push: Push) => void
  readonly version: string
  /** The key that signs how far the journal goes; none: this program signs nothing. */
  readonly signing?: SigningPorts | null
  /** A desk for practice, which starts on no other folder; else a desk at work, which starts on none for practice. */
  readonly is_practice?: boolean
  /** To the devices process; none: this program has no devices. */
  readonly askDevices?: (asked: ToDevicesHost) => void
  /** To the displays that face the patron, each time that changes; none: nobody shows it. */
  readonly showPatron?: (view: PatronView) => void
  /** Where the window that faces the patron should be; none: this program has no windows. */
  readonly wantPatronWindow?: (wish: PatronWindowWish | null) => void
  /** Ends this program and starts it again for practice. */
  readonly openPractice?: () => void
  /** Keeps a new key for the next start; rejects when that fails. */
  readonly keepKey?: (key: Uint8Array) => Promise<void>
  /** The result of `sessionState` before this process was restarted. */
  readonly resume?: string
}

export type Station = {
  readonly handle: (request: Request) => Promise<Reply>
  /** From the devices process. */
  readonly devicesSaid: (said: FromDevicesHost) => void
  /** The screens beside the desk's own, where there are windows. */
  readonly screensAre: (screens: readonly Screen[]) => void
  /** The session, for the next station process if this one dies. Kept in memory only. */
  readonly sessionState: () => string
  /**
   * Goes on with a newer reference file of the library, which is moved into place: whoever is served stays served.
   *
   * @throws OperatingError file-busy while data is taken in, other-library, file-missing, file-damaged, other-layout
   */
  readonly swapReference: (path: string) => Promise<void>
  /** Why the files do not open; null while they are open. */
  readonly trouble: () => OperatingCode | null
  /** How far this desk's work is at its central server; null: it has none, or is not open. */
  readonly syncPlaces: () => ReturnType<Sync['places']> | null
  readonly close: () => Promise<void>
}
