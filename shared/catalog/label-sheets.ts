/**
 * Sheets of labels as data, and where each label lies on its sheet. Pure; lengths in micrometers. The
 * measures are those that the products are known by, and were not held against the makers' templates: print a trial
 * sheet first. A sheet that was begun goes on at the label that is still there.
 */

/** Letter is 8.5 by 11 inches. */
export const LABEL_PAPERS = {
  letter: { width_um: 215_900, height_um: 279_400 },
  a4: { width_um: 210_000, height_um: 297_000 },
} as const

export type LabelSheet = {
  /** As it stands on its box, in any language. */
  readonly name: string
  readonly paper: keyof typeof LABEL_PAPERS
  readonly columns_count: number
  readonly rows_count: number
  readonly width_um: number
  readonly height_um: number
  /** Of the first label, from the edges of the paper. */
  readonly left_um: number
  readonly top_um: number
  /** From one label to the next. */
  readonly across_um: number
  readonly down_um: number
}

export const LABEL_SHEET_CODES = ['avery-5160', 'avery-5167', 'avery-l7160', 'avery-l7651'] as const
export type LabelSheetCode = (typeof LABEL_SHEET_CODES)[number]

export const LABEL_SHEETS: Readonly<Record<LabelSheetCode, LabelSheet>> = {
  'avery-5160': {
    name: 'Avery 5160',
    paper: 'letter',
    columns_count: 3,
    rows_count: 10,
    width_um: 66_675,
    height_um: 25_400,
    left_um: 4_763,
    top_um: 12_700,
    across_um: 69_850,
    down_um: 25_400,
  },
  'avery-5167': {
    name: 'Avery 5167',
    paper: 'letter',
    columns_count: 4,
    rows_count: 20,
    width_um: 44_450,
    height_um: 12_700,
    left_um: 7_144,
    top_um: 12_700,
    across_um: 52_388,
    down_um: 12_700,
  },
  'avery-l7160': {
    name: 'Avery L7160',
    paper: 'a4',
    columns_count: 3,
    rows_count: 7,
    width_um: 63_500,
    height_um: 38_100,
    left_um: 7_200,
    top_um: 15_150,
    across_um: 66_040,
    down_um: 38_100,
  },
  'avery-l7651': {
    name: 'Avery L7651',
    paper: 'a4',
    columns_count: 5,
    rows_count: 13,
    width_um: 38_100,
    height_um: 21_200,
    left_um: 4_750,
    top_um: 10_700,
    across_um: 40_600,
    down_um: 21_200,
  },
}

/** The most labels that any of these sheets has. */
export const LABELS_OF_SHEET_MAX = 80

type Placed<Label> = { readonly label: Label; readonly left_um: number; readonly top_um: number }

/**
 * The labels sheet by sheet, in rows from the top.
 * @param start_count the first label that is still on the first sheet; beyond its end: a whole new sheet
 */
export function placeLabels<Label>(
  sheet: LabelSheet,
  start_count: number,
  labels: readonly Label[],
): readonly (readonly Placed<Label>[])[] {
  const { columns_count, rows_count, left_um, top_um, across_um, down_um } = sheet
  const on_sheet_count = columns_count * rows_count
  const skipped_count = start_count > on_sheet_count ? 0 : start_count - 1
  const sheets: Placed<Label>[][] = []
  for (const [index, label] of labels.entries()) {
    const at = index + skipped_count
    const [page, place] = [Math.floor(at / on_sheet_count), at % on_sheet_count]
    const [column, row] = [place % columns_count, Math.floor(place / columns_count)]
    sheets[page] = [
      ...(sheets[page] ?? []),
      { label, left_um: left_um + column * across_um, top_um: top_um + row * down_um },
    ]
  }
  return sheets
}
