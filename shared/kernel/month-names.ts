/** The months in both languages of the desk, to read dates by. No name begins like another's of the other. Pure. */
const MONTHS = [
  'january february march april may june july august september october november december',
  'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre',
].map((names) => names.split(' '))

/** So many letters tell a month. */
export const MONTH_LETTERS = 3

export const MONTH_NAMES: readonly string[] = MONTHS.flat()

/** "mar", "march" and "marzo" are 3; 0 for a word that begins like no month. @param word lower case */
export function monthNumber(word: string): number {
  if (word.length < MONTH_LETTERS) return 0
  const start = word.slice(0, MONTH_LETTERS)
  return Math.max(...MONTHS.map((names) => names.findIndex((name) => name.startsWith(start)))) + 1
}
