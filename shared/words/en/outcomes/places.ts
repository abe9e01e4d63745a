/** English for counts of the safe and the change fund. */
export const PLACES = {
  counted: 'Count kept',
  settled: 'Count settled',
  holds: 'It holds',
  first: 'This is the first count of it.',
  first_settled: 'What was there before is kept with this first count.',
}
