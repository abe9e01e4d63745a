/**
 * Cuts a text into runs of one font and one direction, in the order in which they stand on paper, by the Unicode
 * Bidirectional Algorithm.
 */
import bidiFactory, { type Bidi } from 'bidi-js'
import { characters } from '../../../../shared/receipt/clean.ts'
import { fontFor, type LoadedFont } from './fonts.ts'

export type Run = {
  readonly font: LoadedFont
  /** UTF-16 units of the whole text. */
  readonly from: number
  readonly to: number
  /** Odd: from right to left. */
  readonly level: number
}

// Its types are those of an ES module, which Node does not take it for: what comes is the function itself.
const bidi = (bidiFactory as unknown as () => Bidi)()
const RIGHT_TO_LEFT = /[\p{sc=Arab}\p{sc=Hebr}\p{sc=Syrc}\p{sc=Thaa}\p{sc=Nkoo}]/u

function logicalRuns(text: string): readonly Run[] {
  const levels = RIGHT_TO_LEFT.test(text) ? bidi.getEmbeddingLevels(text, 'auto').levels : null
  const runs: Run[] = []
  let from = 0
  for (const character of characters(text)) {
    const to = from + character.length
    const font = fontFor(character)
    const level = levels?.[from] ?? 0
    const last = runs.at(-1)
    if (last && last.font === font && last.level === level) runs[runs.length - 1] = { ...last, to }
    else runs.push({ font, from, to, level })
    from = to
  }
  return runs
}

/** Rule L2: from the highest level down to the lowest odd one, turn around whatever is on it or above. */
export function runsOf(text: string): readonly Run[] {
  const runs = [...logicalRuns(text)]
  const highest = Math.max(0, ...runs.map(({ level }) => level))
  for (let level = highest; level > 0; level -= 1) {
    let start = 0
    while (start < runs.length) {
      let end = start
      while (end < runs.length && (runs[end]?.level ?? 0) >= level) end += 1
      if (end > start) runs.splice(start, end - start, ...runs.slice(start, end).toReversed())
      start = end + 1
    }
  }
  return runs
}
