/**
 * Labels as they lie on their sheets, to scale: one drawing a sheet, measured in micrometers, so that what the system
 * prints, or saves as a PDF, fits the labels.
 */
import type { ReactNode } from 'react'
import type { Section } from '../../../shared/desk/page.ts'
import { bars } from '../../../shared/receipt/bars.ts'
import { LABEL_PAPERS, LABEL_SHEETS, placeLabels, type LabelSheet } from '../../../shared/catalog/label-sheets.ts'
import type { Label } from '../../../shared/receipt/layout/labels.ts'
import css from '../../styles/paper.module.css'

/** Printers are not exact: nothing stands closer to the edge of a label. */
const EDGE_UM = 1_800
/** 14 points at the most. */
const LETTER_UM_MAX = 4_900
/** 8 points: letters become no smaller because a line is long; it is squeezed. */
const LETTER_UM_MIN = 2_800
/** The width of a letter, of its height. */
const LETTER_WIDTH = 0.6
const LINE_HEIGHT = 1.15
/** 13 mil: what scanners of libraries read best. */
const BAR_UM_MAX = 330
/** The clear space at both ends that a scanner needs, in narrow bars. */
const QUIET = 10

type PlacedProps = { readonly label: Label; readonly left_um: number; readonly top_um: number }

function LabelText({
  text,
  x,
  y,
  size_um,
  room_um,
}: Record<'x' | 'y' | 'size_um' | 'room_um', number> & { text: string }) {
  const isTooWide = text.length * LETTER_WIDTH * size_um > room_um
  const squeezed = isTooWide ? { textLength: room_um, lengthAdjust: 'spacingAndGlyphs' as const } : {}
  return (
    <text x={x} y={y} fontSize={size_um} textAnchor="middle" fill="currentColor" {...squeezed}>
      {text}
    </text>
  )
}

function LabelBars({
  drawn,
  left_um,
  top_um,
  room_um,
  height_um,
}: {
  readonly drawn: NonNullable<Label['bars']>
  readonly left_um: number
  readonly top_um: number
  readonly room_um: number
  readonly height_um: number
}): ReactNode {
  const widths = bars(drawn.value, drawn.symbology)
  const all = widths.reduce((sum, width) => sum + width, 0) + 2 * QUIET
  const bar_um = Math.min(BAR_UM_MAX, room_um / all)
  let at_um = left_um + (room_um - all * bar_um) / 2 + QUIET * bar_um
  const rects: ReactNode[] = []
  for (const [index, width] of widths.entries()) {
    const width_um = width * bar_um
    if (index % 2 === 0)
      rects.push(<rect key={at_um} x={at_um} y={top_um} width={width_um} height={height_um} fill="currentColor" />)
    at_um += width_um
  }
  return rects
}

function LabelDrawn({ sheet, label, left_um, top_um }: PlacedProps & { readonly sheet: LabelSheet }): ReactNode {
  const { lines, bars: drawn } = label
  const room_um = sheet.width_um - 2 * EDGE_UM
  const high_um = sheet.height_um - 2 * EDGE_UM
  // Bars have two fifths of a label at the least.
  const fits_um = Math.min(LETTER_UM_MAX, (high_um * (drawn ? 0.6 : 1)) / (lines.length * LINE_HEIGHT))
  const longest = Math.max(1, ...lines.map((line) => line.length))
  const size_um = Math.min(fits_um, Math.max(LETTER_UM_MIN, room_um / (longest * LETTER_WIDTH)))
  const line_um = size_um * LINE_HEIGHT
  const above = drawn ? lines.slice(0, -1) : lines
  const bars_um = high_um - lines.length * line_um
  const middle = left_um + sheet.width_um / 2
  const first_um = top_um + EDGE_UM + (drawn ? 0 : bars_um / 2)
  return (
    <g>
      {above.map((text, index) => (
        <LabelText
          key={`${String(index)} ${text}`}
          text={text}
          x={middle}
          y={first_um + index * line_um + size_um}
          size_um={size_um}
          room_um={room_um}
        />
      ))}
      {drawn === null ? null : (
        <>
          <LabelBars
            drawn={drawn}
            left_um={left_um + EDGE_UM}
            top_um={first_um + above.length * line_um}
            room_um={room_um}
            height_um={bars_um}
          />
          <LabelText
            text={lines.at(-1) ?? ''}
            x={middle}
            y={top_um + EDGE_UM + high_um - (line_um - size_um)}
            size_um={size_um}
            room_um={room_um}
          />
        </>
      )}
    </g>
  )
}

type SheetsProps = { readonly section: Extract<Section, { kind: 'labels' }>; readonly name: string }

/** `name` names each sheet for a screen reader, which reads the texts of the labels. */
export function LabelSheets({ section, name }: SheetsProps): ReactNode {
  const sheet = LABEL_SHEETS[section.sheet_code]
  const { width_um, height_um } = LABEL_PAPERS[sheet.paper]
  return placeLabels(sheet, section.start_count, section.labels).map((placed, page) => (
    <div key={`sheet ${String(page)}`} className={css['sheet']} data-part="labels" data-paper={sheet.paper}>
      <svg
        viewBox={`0 0 ${String(width_um)} ${String(height_um)}`}
        role="img"
        aria-label={`${name} ${String(page + 1)}`}
      >
        {placed.map((one) => (
          <LabelDrawn key={`${String(one.left_um)} ${String(one.top_um)}`} sheet={sheet} {...one} />
        ))}
      </svg>
    </div>
  ))
}
