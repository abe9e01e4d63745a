/**
 * The paper that hangs out of the training printer, as dots: each sheet a picture that grows while it is printed. A
 * screen reader has its words.
 */
import { useCallback, useEffect, useRef, type ReactNode } from 'react'
import type { Sheet } from '../../../shared/devices/training/wire.ts'
import type { Desk } from '../../desk/desk.ts'
import { useDesk, useWords } from '../../desk/use-desk.ts'
import { trainingPanel } from '../../fields/training-panel.ts'
import css from './training.module.css'
import { Button } from '../frame/keys.tsx'
import { useTraining } from './use-training.ts'

/** Black where a dot is burned, and see-through elsewhere: the paper below is white in every theme. */
function draw(canvas: HTMLCanvasElement, width_dots: number, rows: Uint8Array): void {
  const stride = Math.ceil(width_dots / 8)
  const height_dots = Math.floor(rows.length / stride)
  const brush = canvas.getContext('2d')
  if (brush === null || height_dots === 0) return
  canvas.height = height_dots
  const picture = brush.createImageData(width_dots, height_dots)
  for (let dot = 0; dot < width_dots * height_dots; dot += 1) {
    const [x, y] = [dot % width_dots, Math.floor(dot / width_dots)]
    const isBlack = ((rows[y * stride + (x >> 3)] ?? 0) & (0x80 >> (x & 7))) !== 0
    if (isBlack) picture.data[dot * 4 + 3] = 255
  }
  brush.putImageData(picture, 0, 0)
}

function unpacked(base64: string): Uint8Array {
  return Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
}

function joined(one: Uint8Array, other: Uint8Array): Uint8Array {
  const both = new Uint8Array(one.length + other.length)
  both.set(one)
  both.set(other, one.length)
  return both
}

/** Asks for the rows that the picture lacks, one question after another, until it has all of the sheet. */
async function follow(
  desk: Desk,
  { sheet_number, width_dots, height_dots }: Sheet,
  rows: { bytes: Uint8Array },
  isOver: () => boolean,
): Promise<void> {
  const stride = Math.ceil(width_dots / 8)
  while (!isOver() && rows.bytes.length / stride < height_dots) {
    const answer = await desk.ask('training.sheet', { sheet_number, from_dots: rows.bytes.length / stride })
    if (answer.kind !== 'ok' || answer.output.rows === null || answer.output.rows.rows === '') return
    // A later look, which knows of more, has taken over.
    if (isOver()) return
    rows.bytes = joined(rows.bytes, unpacked(answer.output.rows.rows))
  }
}

type PictureProps = { readonly sheet: Sheet; readonly onDrawn: (() => void) | null }

function SheetPicture({ sheet, onDrawn }: PictureProps): ReactNode {
  const desk = useDesk()
  const canvas = useRef<HTMLCanvasElement>(null)
  const rows = useRef<{ bytes: Uint8Array }>({ bytes: new Uint8Array() })
  useEffect(() => {
    let isOver = false
    const paint = async (): Promise<void> => {
      await follow(desk, sheet, rows.current, () => isOver)
      if (isOver || !canvas.current) return
      draw(canvas.current, sheet.width_dots, rows.current.bytes)
      onDrawn?.()
    }
    void paint()
    return () => {
      isOver = true
    }
  }, [desk, sheet, onDrawn])
  return <canvas ref={canvas} width={sheet.width_dots} height={1} aria-hidden="true" data-height={sheet.height_dots} />
}

function PrintedSheet({ sheet, onDrawn }: PictureProps): ReactNode {
  const words = useWords().training.printer
  const { sheet_number, from, texts, is_cut } = sheet
  const name = from === 'desk' ? words.sheet(sheet_number) : words.network_sheet(sheet_number)
  return (
    <li data-part="training-sheet" data-cut={is_cut} data-from={from}>
      <h4 className="unseen">{name}</h4>
      <SheetPicture sheet={sheet} onDrawn={onDrawn} />
      <p className="unseen">{texts.join('\n')}</p>
      {is_cut ? null : <p className="unseen">{words.uncut}</p>}
    </li>
  )
}

export function PaperRoll({ sheets }: { readonly sheets: readonly Sheet[] }): ReactNode {
  const train = useTraining()
  const words = useWords().training.printer
  const roll = useRef<HTMLDivElement>(null)
  const last = sheets.at(-1)
  const end = last === undefined ? '' : `${last.sheet_number} ${last.height_dots}`
  // Of what is there when the panel is opened, nothing is news.
  const shown_end = useRef<string | null>(last === undefined ? '' : null)
  // What is printed now is at the lower end, as at a printer on the counter. The strip comes in sight while
  // the clerk works; while one of the switches has the focus, they stay where they are.
  const showEnd = useCallback(() => {
    const place = roll.current
    if (place === null || shown_end.current === end) return
    place.scrollTop = place.scrollHeight
    const isInside = trainingPanel()?.contains(document.activeElement) === true
    if (shown_end.current !== null && !isInside) place.scrollIntoView({ block: 'nearest' })
    shown_end.current = end
  }, [end])
  return (
    <section aria-labelledby="training-strip">
      <h3 id="training-strip">{words.strip}</h3>
      {sheets.length === 0 ? (
        <p className={css['quiet']}>{words.nothing}</p>
      ) : (
        <>
          {/* A region that scrolls is reached by keyboard. */}
          <div
            ref={roll}
            className={css['roll']}
            data-part="training-roll"
            tabIndex={0}
            role="group"
            aria-labelledby="training-strip"
          >
            <ol>
              {sheets.map((sheet) => (
                <PrintedSheet key={sheet.sheet_number} sheet={sheet} onDrawn={sheet === last ? showEnd : null} />
              ))}
            </ol>
          </div>
          <Button onClick={() => train('training.tear-off', {})}>{words.tear_off}</Button>
        </>
      )}
    </section>
  )
}
