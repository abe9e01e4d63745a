/**
 * What every paper is given: which library, when, how large; and what an item says about itself. Plain facts, read
 * before a builder makes the document.
 */
import type { Locale } from '../kernel/language.ts'
import type { Instant } from '../kernel/time.ts'
import type { ZoneName } from '../kernel/zone.ts'
import type { Symbology } from '../catalog/symbology.ts'
import type { PaperSize } from './document.ts'

export type PaperFacts = {
  readonly library_name: string
  readonly branch_name: string
  /** Address, telephone, web: one line each, as the library wants them. */
  readonly contact_lines: readonly string[]
  /** Thanks, hours, a reading club: the library's own words, printed as they are in any language. */
  readonly foot_lines: readonly string[]
  /** Where patrons renew and look things up; null: the library has none on its papers. */
  readonly web_address: string | null
  readonly printed_at: Instant
  readonly zone: ZoneName
  /** How dates, times and amounts are written. */
  readonly locale: Locale
  readonly size: PaperSize
  /** The symbology of barcodes on slips. */
  readonly symbology: Symbology
}

export type PaperItem = { readonly title: string; readonly barcode: string }

/** An item on a slip or list for the staff. */
export type ShelfItem = PaperItem & { readonly author: string; readonly call_number: string }
