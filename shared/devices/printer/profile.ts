/**
 * What a model of receipt printer understands, as data: nothing in the drivers knows a model by name. A profile claims
 * only what the maker documents; whatever a printer cannot print by itself is sent to it as a picture.
 */
import type { Symbology } from '../../catalog/symbology.ts'
import type { CodePage, PageNumbers } from './code-pages.ts'

export type PrinterLanguage = 'esc-pos' | 'star'

/**
 * `gs-v-0`: rows of dots, one after the other. `esc-x`: strips of 24 rows, each column from the top. `star-rows`: rows
 * of dots in Star's graphic mode, of a printer that has nothing else: no letters, no bars and no feed.
 */
export type RasterCommand = 'gs-v-0' | 'esc-x' | 'star-rows'

/** How the printer says that everything before has been printed. `gs-r`: that everything before has been read. */
export type AcknowledgementWay = 'gs-paren-h' | 'gs-r' | 'star-etb'

/** How the printer says how it is: asked in real time, or by itself whenever something changes. */
export type StatusWay = 'dle-eot' | 'asb' | 'star'

export type DrawerKick = {
  /** The connector: 0 is pin 2 of an Epson, drawer 1 of a Star; 1 is pin 5, drawer 2. */
  readonly connector: 0 | 1
  readonly on_ms: number
  readonly off_ms: number
}

export type PrinterProfile = {
  readonly code: string
  readonly brand: string
  readonly model: string
  /** What the printer says about itself over USB or when asked for its name; compared without spaces and dashes. */
  readonly words: readonly string[]
  readonly language: PrinterLanguage
  readonly columns: 32 | 42 | 48
  /** In the order in which a line tries them. */
  readonly pages: readonly CodePage[]
  readonly page_numbers: PageNumbers
  readonly raster: RasterCommand
  /** What it draws as bars by itself. */
  readonly symbologies: readonly Symbology[]
  /** Whether it draws QR codes by itself. */
  readonly has_qr: boolean
  readonly cutter: 'partial' | 'none'
  /** Lines from the print head to the cutter, or to the edge where the paper is torn off. */
  readonly feed_count: number
  readonly kick: DrawerKick
  /** Empty: it answers nothing, so nobody hears whether it printed. */
  readonly status: readonly StatusWay[]
  readonly acknowledgement: AcknowledgementWay
}

/** Dots across one letter, which every profile has in common. */
export const LETTER_WIDTH_DOTS = 12

export function dotsOf({ columns }: Pick<PrinterProfile, 'columns'>): number {
  return columns * LETTER_WIDTH_DOTS
}
