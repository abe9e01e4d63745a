/**
 * Spells out numerals as spoken, for filing English titles: "1984" among N, "2001" among T, "4th" among F. Not for
 * volume numbers, which are counted.
 */

const ONES = [
  ['', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'],
  ['thirteen', 'fourteen', 'fifteen', 'sixteen', 'seventeen', 'eighteen', 'nineteen'],
].flat()
const TENS = ['', '', 'twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety']
const LARGE = ['', 'thousand', 'million', 'billion']

const ORDINALS: Readonly<Record<string, string>> = {
  one: 'first',
  two: 'second',
  three: 'third',
  five: 'fifth',
  eight: 'eighth',
  nine: 'ninth',
  twelve: 'twelfth',
}

const join = (...parts: readonly string[]): string => parts.filter((part) => part !== '').join(' ')

/** 0 to 999; zero is the empty string. */
function underThousand(value: number): string {
  const hundreds = Math.floor(value / 100)
  const rest = value % 100
  const tail = rest < 20 ? (ONES[rest] ?? '') : join(TENS[Math.floor(rest / 10)] ?? '', ONES[rest % 10] ?? '')
  return join(hundreds > 0 ? `${ONES[hundreds]} hundred` : '', tail)
}

/** Years as spoken: "nineteen eighty four", "nineteen hundred", "twenty ten"; 2000 to 2009 as numbers. */
function asYear(value: number): string | null {
  const isYear = (value >= 1100 && value < 2000) || (value >= 2010 && value < 2100)
  if (!isYear || (value % 1000 === 0 && value !== 1000)) return null
  const rest = value % 100
  const tail = rest === 0 ? 'hundred' : rest < 10 ? `oh ${ONES[rest]}` : underThousand(rest)
  return join(underThousand(Math.floor(value / 100)), tail)
}

/** Digits in words: up to twelve digits; longer ones, and those with a leading zero, digit by digit. */
export function spokenNumber(digits: string): string {
  if (digits.length > 12 || (digits.length > 1 && digits.startsWith('0'))) {
    return Array.from(digits, (digit) => ONES[Number(digit)] || 'zero').join(' ')
  }
  const value = Number(digits)
  if (value === 0) return 'zero'
  const year = digits.length === 4 ? asYear(value) : null
  if (year !== null) return year
  const groups: string[] = []
  for (let left = value, step = 0; left > 0; left = Math.floor(left / 1000), step += 1) {
    const words = underThousand(left % 1000)
    if (words !== '') groups.unshift(join(words, LARGE[step] ?? ''))
  }
  return groups.join(' ')
}

/** "first", "twenty third", "hundredth". */
export function spokenOrdinal(digits: string): string {
  const words = spokenNumber(digits).split(' ')
  const last = words.pop() ?? ''
  const ordinal = ORDINALS[last] ?? (last.endsWith('y') ? `${last.slice(0, -1)}ieth` : `${last}th`)
  return join(...words, ordinal)
}
