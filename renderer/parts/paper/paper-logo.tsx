/** The library's logo at the head of paper, dot by dot, as a printer burns it. */
import { useMemo, type ReactNode } from 'react'
import { isBlack, type Bitmap } from '../../../shared/devices/printer/bitmap.ts'
import { unpacked, type PackedBitmap } from '../../../shared/devices/printer/logo.ts'
import css from '../../styles/paper.module.css'

/** The dots that follow each other in a row are one box. */
function boxesOf(bitmap: Bitmap): string {
  const boxes: string[] = []
  for (let y = 0; y < bitmap.height_dots; y += 1) {
    for (let x = 0; x < bitmap.width_dots; x += 1) {
      if (!isBlack(bitmap, x, y)) continue
      const from = x
      while (isBlack(bitmap, x, y)) x += 1
      boxes.push(`M${from} ${y}h${x - from}v1H${from}z`)
    }
  }
  return boxes.join('')
}

export function PaperLogo({ logo }: { readonly logo: PackedBitmap }): ReactNode {
  const { width_dots, height_dots, dots } = logo
  const boxes = useMemo(() => {
    const bitmap = unpacked({ width_dots, height_dots, dots })
    return bitmap === null ? '' : boxesOf(bitmap)
  }, [width_dots, height_dots, dots])
  return (
    <div className={css['logo']} data-part="logo">
      <svg viewBox={`0 0 ${width_dots} ${height_dots}`} aria-hidden="true">
        <path d={boxes} fill="currentColor" />
      </svg>
    </div>
  )
}
