/** What a place of the desk gives: its builder, and what a scan means while its page is open. Holds no page. */
import type { Refusal } from '../../../shared/refusals/refusals.ts'
import type { PageRef, PageView } from '../../../shared/desk/page.ts'
import type { ItemRow } from '../../store/circulation/item-rows.ts'
import type { Desk } from '../desk.ts'
import type { Command } from '../../library/command.ts'

/** Builds the page about something (see `PageRef`); null when there is nothing to show, which closes it. */
export type PageBuilder = (desk: Desk, about: string) => PageView | null

/** What was scanned or typed while the page was open: not a badge, which always signs in. */
export type PageScan = {
  readonly barcode: string
  readonly item: ItemRow | null
  readonly isCard: boolean
  readonly isTyped: boolean
}

/** Takes a scan instead of the desk; false leaves it to the desk. */
export type ScanTaker = (desk: Desk, command: Command, scanned: PageScan, page: PageRef) => boolean

/**
 * Takes the last step back instead of the desk: null when it is done, else why not; "not-here" leaves it to the desk.
 */
export type UndoTaker = (desk: Desk, command: Command) => Refusal | null | 'not-here'
