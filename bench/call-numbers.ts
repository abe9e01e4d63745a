/** Sorts call numbers into shelf order, with authors and titles: a pull list of a whole library. No store. */
import { inShelfOrder, type Placed } from '../shared/catalog/call-number/call-number.ts'
import type { ShelfProfile } from '../shared/catalog/call-number/profile.ts'
import { countText, median, msText, timed, type Figure } from './support/figures.ts'
import { givenOf, makeNames, seeded, surnameOf, titleOf, type Names, type Seeded } from './support/seeded.ts'
import type { Size } from './support/sizes.ts'

const COUNT = 5_000
const MS_MAX = 100

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'

const letterOf = (random: Seeded): string => LETTERS[random.whole(LETTERS.length)] ?? 'A'
const cutterOf = (random: Seeded): string => `${letterOf(random)}${1 + random.whole(999)}`

/** Half Dewey with everything that public libraries add to it, the rest fiction, biography and LC. */
function numberOf(random: Seeded, author: string): { call_number: string; profile: ShelfProfile } {
  const mark = author.slice(0, 3).toUpperCase()
  const kind = random.whole(10)
  if (kind < 5) {
    const prefix = ['', '', '', 'J ', 'REF ', 'DVD '][random.whole(6)] ?? ''
    const dewey = `${String(random.whole(1000)).padStart(3, '0')}.${random.whole(10)}/${random.whole(1000)}`
    return { call_number: `${prefix}${dewey} ${mark}${kind === 0 ? ` v.${random.whole(20)}` : ''}`, profile: 'dewey' }
  }
  if (kind < 8) return { call_number: `FIC ${mark}`, profile: 'fiction' }
  if (kind === 8) return { call_number: `B ${mark}`, profile: 'biography' }
  const year = 1950 + random.whole(75)
  return {
    call_number: `${letterOf(random)}A${random.whole(9999)}.${random.whole(99)} .${cutterOf(random)} ${year}`,
    profile: 'lc',
  }
}

function itemsOf(random: Seeded, names: Names): Placed[] {
  return Array.from({ length: COUNT }, () => {
    const author = `${surnameOf(random, names)}, ${givenOf(random, names)}`
    return { ...numberOf(random, author), author, title: titleOf(random, names) }
  })
}

/** The first sort of a freshly started program, and the median of more; beside a sort of the bare texts. */
export function benchCallNumbers(size: Size): Figure[] {
  const random = seeded(3112)
  const names = makeNames(seeded(20_261_124))
  const carts = Array.from({ length: size.rounds }, () => itemsOf(random, names))
  const ms = carts.map((items) => timed(() => inShelfOrder(items)))
  const bare = carts.map((items) => timed(() => items.map((item) => item.call_number).sort()))
  const [first = 0] = ms
  const middle = median(ms)
  return [
    {
      what: `${countText(COUNT)} call numbers sorted into shelf order, with authors and titles`,
      measured: `first ${msText(first)}, median ${msText(middle)}`,
      target: `under ${MS_MAX} ms`,
      isMet: first < MS_MAX && middle < MS_MAX,
      beside: `sorted as bare text (which is not shelf order) ${msText(median(bare))}; ${size.rounds} rounds`,
    },
  ]
}
