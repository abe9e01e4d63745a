/** Words of a table that are broken in the middle, as they are drawn: each with the cell it is in. */
import type { Page } from 'playwright-core'

/** Of a word that goes on in another line, or beyond its cell. Longer than this, as a path, it may be broken. */
const WORD_MAX = 28

export function brokenWords(page: Page, section_id: string): Promise<readonly string[]> {
  return page.locator(`[data-section="${section_id}"] :is(td, th)`).evaluateAll((cells, most) => {
    const broken: string[] = []
    for (const cell of cells) {
      const walker = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT)
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
        for (const found of (node.textContent ?? '').matchAll(/[^\s-]+/g)) {
          const range = document.createRange()
          range.setStart(node, found.index)
          range.setEnd(node, found.index + found[0].length)
          const tops = new Set([...range.getClientRects()].map((rect) => Math.round(rect.top)))
          const isOver = range.getBoundingClientRect().right > cell.getBoundingClientRect().right + 1
          if (found[0].length <= most && (tops.size > 1 || isOver)) broken.push(`${found[0]} in ${cell.textContent}`)
        }
      }
    }
    return broken
  }, WORD_MAX)
}
