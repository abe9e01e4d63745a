/** Initials that nobody has yet, made from a name: "Rosa Ortiz" where RO is taken is ROR, then RO2. Pure. */

const LENGTH_MAX = 5
/** Nobody's library has more people of one name. */
const NUMBER_MAX = 99

function lettersOf(name: string): readonly string[] {
  const plain = name.normalize('NFD').replace(/\p{M}/gu, '').toUpperCase()
  return plain.split(/[^\p{L}]+/u).filter((word) => word !== '')
}

/** @param taken in capitals @returns empty when the name has no letter */
export function freeInitials(name: string, taken: ReadonlySet<string>): string {
  const words = lettersOf(name)
  const [last = ''] = words.slice(-1)
  const first = words.map((word) => word.charAt(0)).join('')
  if (first === '') return ''
  const longer = words.length > 1 ? `${words[0]?.charAt(0) ?? ''}${last.slice(0, 2)}` : last.slice(0, 2)
  const numbered = Array.from({ length: NUMBER_MAX - 1 }, (_none, at) => `${first.slice(0, 3)}${at + 2}`)
  const all = [first.slice(0, LENGTH_MAX), longer, ...numbered]
  return all.find((one) => !taken.has(one)) ?? ''
}
