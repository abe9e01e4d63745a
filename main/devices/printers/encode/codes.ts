/**
 * How a barcode comes onto paper: as a command where the printer draws it by itself, else as a picture. One that is too
 * wide for the paper is left to its number, which is printed below each of them.
 */
import type { Symbology } from '../../../../shared/catalog/symbology.ts'
import { barsBitmap, blankBitmap, stamp, type Bitmap } from '../../../../shared/devices/printer/bitmap.ts'
import { dotsOf, type PrinterProfile } from '../../../../shared/devices/printer/profile.ts'
import { bars } from '../../../../shared/receipt/bars.ts'

export const BAR_HEIGHT_DOTS = 80
/** Of the narrowest bar: a quarter of a millimeter, which every scanner reads. */
const BAR_WIDTH_DOTS = 2
/** Of a wide bar of Codabar: the shortest that its standard allows of narrow ones, as printers draw it themselves. */
const WIDE_DOTS = 5

export type Code =
  | { readonly by: 'command'; readonly text: string; readonly symbology: Symbology }
  | { readonly by: 'picture'; readonly bitmap: Bitmap }
  | { readonly by: 'number' }

/** What neither language takes for an escape inside a barcode. */
const PLAIN_CODE = /^[0-9A-Za-z $+\-./:]+$/

/** Bars and gaps in dots. Codabar has narrow and wide ones and nothing else. */
function dotsOfBars(value: string, symbology: Symbology): readonly number[] {
  return bars(value, symbology).map((width) =>
    symbology === 'codabar' && width > 1 ? WIDE_DOTS : width * BAR_WIDTH_DOTS,
  )
}

const sum = (widths: readonly number[]): number => widths.reduce((total, one) => total + one, 0)

/**
 * The dots that a printer needs by itself. It draws Code 128 in its set of single characters: eleven units for each,
 * for the start and for the check, and 13 for the stop.
 */
function commandDots(value: string, symbology: Symbology): number {
  if (symbology === 'codabar') return sum(dotsOfBars(value, symbology))
  return ((value.length + 2) * 11 + 13) * BAR_WIDTH_DOTS
}

function picture(value: string, symbology: Symbology, dots: number): Bitmap | null {
  const widths = dotsOfBars(value, symbology)
  const width = sum(widths)
  if (width > dots) return null
  const bitmap = blankBitmap(dots, BAR_HEIGHT_DOTS)
  stamp(bitmap, barsBitmap(widths, BAR_HEIGHT_DOTS), Math.floor((dots - width) / 2), 0)
  return bitmap
}

export function codeOf(value: string, symbology: Symbology, profile: PrinterProfile): Code {
  const dots = dotsOf(profile)
  const isNative = profile.symbologies.includes(symbology) && PLAIN_CODE.test(value)
  if (isNative && commandDots(value, symbology) <= dots) {
    return { by: 'command', text: symbology === 'codabar' ? `A${value}A` : value, symbology }
  }
  const bitmap = picture(value, symbology, dots)
  return bitmap === null ? { by: 'number' } : { by: 'picture', bitmap }
}
