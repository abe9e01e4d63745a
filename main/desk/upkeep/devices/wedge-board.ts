/** The scanner that types, as this desk measured it: what is kept, and the scans of a measuring that is under way. */
import {
  TRIES_COUNT,
  wedgeSetupSchema,
  type HeardScan,
  type WedgeSetup,
} from '../../../../shared/devices/scan/wedge-setup.ts'
import { ownDocument, readOwn, type OwnValues } from '../../../journal/own-values.ts'
import type { Library } from '../../../library/library.ts'

const NAME = 'keyboard_scanner'

export class WedgeBoard {
  /** Null: nobody measured one. */
  setup: WedgeSetup | null = null
  #tries: readonly HeardScan[] = []

  /** The last scans on the page, oldest first. */
  get tries(): readonly HeardScan[] {
    return this.#tries
  }

  heard(scan: HeardScan): void {
    this.#tries = [...this.#tries, scan].slice(-TRIES_COUNT)
  }

  again(): void {
    this.#tries = []
  }
}

/** What was kept and cannot be read is as if nobody had measured. */
export function readWedge(library: Library): WedgeSetup | null {
  const text = readOwn(library.db, NAME)
  return text === '' ? null : (wedgeSetupSchema.safeParse(ownDocument(text)).data ?? null)
}

/** To be kept with the entry that says so. */
export function wedgeKept(setup: WedgeSetup | null): OwnValues {
  return { [NAME]: setup === null ? '' : JSON.stringify(setup) }
}
