/** A scan that waits until the rows before it are answered, and what it did at its turn. */
import type { Waiting } from '../screen.ts'
import type { ScanSource } from '../wedge.ts'

export type WaitingScan = {
  /** The id of the scan's own command: what it records at its turn is recorded once, also after a crash. */
  readonly waiting_id: string
  readonly text: string
  readonly source: ScanSource
  /** `nobodys`: the card before it did not open its account, so nothing is done for it at its turn. */
  readonly what: 'card' | 'item' | 'other' | 'nobodys'
  readonly barcode: string
  /** Of an item; empty for everything else: a card names nobody before its turn. */
  readonly title: string
}

/** What a scan did at its turn, for sound and speech: a screen gets one snapshot for the whole run. */
export type RanBand = Waiting['ran'][number]
