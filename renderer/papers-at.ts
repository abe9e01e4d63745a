/** Where the papers are that the desk showed, as its sentences say it at this width and over this page. */
import type { Beside } from '../shared/desk/screen.ts'
import type { ScreenWords } from './screen-words.ts'

/** As in the styles: below it, everything is one column. */
const ONE_COLUMN_REM = 54
const PLACED = '{place:papers}'

function isOneColumn(): boolean {
  const root = document.documentElement
  return root.clientWidth < ONE_COLUMN_REM * Number(getComputedStyle(root).fontSize.replace('px', ''))
}

/** The sentence with the place of the papers in it. */
export function atPapers(text: string, words: ScreenWords, beside: Beside): string {
  if (!text.includes(PLACED)) return text
  const { papers_at } = words.side
  if (beside !== 'papers') return text.replaceAll(PLACED, papers_at.kept)
  return text.replaceAll(PLACED, isOneColumn() ? papers_at.below : papers_at.right)
}
