/** A QR code on paper: the code for a telephone, the address below it for people. */
import type { ReactNode } from 'react'
import { qrSquares, QUIET_SQUARES } from '../../../shared/receipt/layout/qr.ts'
import css from '../../styles/paper.module.css'

export function PaperQr({ text }: { readonly text: string }): ReactNode {
  const squares = qrSquares(text)
  const side = squares.length + 2 * QUIET_SQUARES
  const black = squares.flatMap((row, y) => [...row].flatMap((color, x) => (color === 1 ? [{ x, y }] : [])))
  return (
    <div className={css['qr']}>
      <svg viewBox={`0 0 ${side} ${side}`} shapeRendering="crispEdges" aria-hidden="true">
        {black.map(({ x, y }) => (
          <rect
            key={`${x} ${y}`}
            x={x + QUIET_SQUARES}
            y={y + QUIET_SQUARES}
            width={1}
            height={1}
            fill="currentColor"
          />
        ))}
      </svg>
      <p data-align="center">{text}</p>
    </div>
  )
}
