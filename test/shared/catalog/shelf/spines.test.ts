/** A shelf drawn as spines: what is raised, where its arrow ends, and what is drawn as one run. */
import { describe, expect, test } from 'vitest'
import { readShelf, type ShelvedItem } from '../../../../shared/catalog/shelf/read-shelf.ts'
import { SHELF_MARKS_MAX, shelfMarks, type ShelfMark } from '../../../../shared/catalog/shelf/spines.ts'

const HERE = { branch_code: 'MAIN', location: 'Nonfiction' }

const book = (call_number: string, at: number): ShelvedItem => ({
  barcode: `b${at}`,
  call_number: call_number.replace('!', ''),
  profile: 'dewey',
  location: call_number.endsWith('!') ? 'Juvenile' : 'Nonfiction',
  branch_code: 'MAIN',
  status: 'available',
  is_known: true,
  is_out: false,
  is_on_hold: false,
})

/** "641", "×641" off the shelf, "642→2#1" the first move, behind the second spine, "+5" a run. */
function say(mark: ShelfMark<ShelvedItem>): string {
  if (mark.kind === 'run') return `+${mark.count}`
  const { item, after_number, move_number } = mark
  if (mark.mark === 'stray') return `×${item.call_number}`
  return mark.mark === 'fits' ? item.call_number : `${item.call_number}→${after_number}#${move_number}`
}

function drawn(numbers: readonly string[]): string[] {
  const items = numbers.map(book)
  return shelfMarks(items, readShelf(items, HERE)).map(say)
}

const upTo = (count: number): string[] => Array.from({ length: count }, (_, at) => String(600 + at))

describe('spines', () => {
  test.each<[string, string[], string[]]>([
    ['nothing scanned', [], []],
    ['in order', ['641', '642', '643'], ['641', '642', '643']],
    ['one belongs at the start', ['642', '643', '644', '641'], ['642', '643', '644', '641→0#1']],
    ['one belongs at the end', ['644', '641', '642', '643'], ['644→4#1', '641', '642', '643']],
    ['one of another shelf', ['641', '10!', '642'], ['641', '×10', '642']],
    ['two go to one gap', ['643', '642', '640', '650'], ['643→3#2', '642→3#1', '640', '650']],
    ['a long shelf in order', upTo(20), ['600', '+17', '618', '619']],
    ['a run too short to fold', upTo(5), ['600', '601', '602', '603', '604']],
    [
      'a stray in a long shelf',
      [...upTo(10), '700!', '610', '611', '612', '613', '614', '615', '616'],
      ['600', '+8', '609', '×700', '610', '+4', '615', '616'],
    ],
    [
      'both sides of a far gap',
      [...upTo(20).filter((one) => one !== '605'), '605'],
      ['600', '+3', '604', '606', '+12', '619', '605→5#1'],
    ],
  ])('%s', (_, numbers, marks) => {
    expect(drawn(numbers)).toEqual(marks)
  })

  test('of more than fit, the end of the shelf stays, and every book is counted', () => {
    const numbers = Array.from({ length: 60 }, (_, at) => (at % 2 === 0 ? String(600 + at) : `${at}!`))
    const items = numbers.map(book)
    const marks = shelfMarks(items, readShelf(items, HERE))
    expect(marks).toHaveLength(SHELF_MARKS_MAX)
    expect(marks.reduce((sum, mark) => sum + (mark.kind === 'run' ? mark.count : 1), 0)).toBe(60)
    expect(marks.at(-1)).toMatchObject({ kind: 'spine', stood_number: 60, mark: 'stray' })
  })
})
