/**
 * A shelf as it was read, to be drawn: its spines from left to right, what does not belong there, and where each move
 * ends among the spines that stay. Long runs in order are drawn as one mark, so that what is wrong stays in sight.
 */
import type { ShelfReading, ShelvedItem } from './read-shelf.ts'

export type Spine<Item> = {
  readonly kind: 'spine'
  readonly item: Item
  /** Its position as scanned, from 1. */
  readonly stood_number: number
  readonly mark: 'fits' | 'move' | 'stray'
  /** Of a move: its place in the order of the moves, from 1; otherwise null. */
  readonly move_number: number | null
  /** Of a move: the position of the spine it goes behind, of those that are not moved; 0 is the start. */
  readonly after_number: number | null
}

/** Spines in order, as one mark. */
type Run = { readonly kind: 'run'; readonly count: number }
export type ShelfMark<Item> = Spine<Item> | Run

/** As many marks as fit side by side, each wide enough for its call number. */
export const SHELF_MARKS_MAX = 24
/** Fewer in order than this are drawn one by one. */
const RUN_MIN = 3

/** Every spine with its mark. */
function spinesOf<Item extends ShelvedItem>(items: readonly Item[], reading: ShelfReading<Item>): Spine<Item>[] {
  const { strays, moves, order } = reading
  const numbers = new Map(items.map((item, at) => [item, at + 1] as const))
  const strayed = new Set(strays.map(({ item }) => item))
  const moved = new Map(moves.map(({ item }, at) => [item, at + 1] as const))
  const ends = new Map<Item, number>()
  let kept = 0
  for (const item of order) {
    if (moved.has(item)) ends.set(item, kept)
    else kept = numbers.get(item) ?? kept
  }
  return items.map((item, at) => {
    const move_number = moved.get(item) ?? null
    const mark = strayed.has(item) ? 'stray' : move_number === null ? 'fits' : 'move'
    return { kind: 'spine', item, stood_number: at + 1, mark, move_number, after_number: ends.get(item) ?? null }
  })
}

/** The positions to be drawn one by one: what is wrong, its neighbors, both sides of where a move ends, both ends. */
function shownOf<Item>(spines: readonly Spine<Item>[]): ReadonlySet<number> {
  const wrong = spines.flatMap(({ mark, stood_number: at, after_number }) => [
    ...(mark === 'fits' ? [] : [at - 1, at, at + 1]),
    ...(after_number === null ? [] : [after_number, after_number + 1]),
  ])
  return new Set([1, spines.length - 1, spines.length, ...wrong])
}

/**
 * The marks of a shelf, at most `SHELF_MARKS_MAX`; of more, the end of the shelf, where the clerk stands.
 * @param items as scanned, each once
 */
export function shelfMarks<Item extends ShelvedItem>(
  items: readonly Item[],
  reading: ShelfReading<Item>,
): readonly ShelfMark<Item>[] {
  const spines = spinesOf(items, reading)
  const shown = shownOf(spines)
  const marks: ShelfMark<Item>[] = []
  let run: Spine<Item>[] = []
  const endRun = (): void => {
    if (run.length < RUN_MIN) marks.push(...run)
    else marks.push({ kind: 'run', count: run.length })
    run = []
  }
  for (const spine of spines) {
    if (!shown.has(spine.stood_number)) run.push(spine)
    else {
      endRun()
      marks.push(spine)
    }
  }
  endRun()
  if (marks.length <= SHELF_MARKS_MAX) return marks
  const cut = marks.slice(0, marks.length - SHELF_MARKS_MAX + 1)
  const count = cut.reduce((sum, mark) => sum + (mark.kind === 'run' ? mark.count : 1), 0)
  return [{ kind: 'run', count }, ...marks.slice(cut.length)]
}
