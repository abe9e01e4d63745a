/** English for the safe and the change fund: counts of them, and what goes out of them. */
export const PLACES = {
  counted: 'Count kept',
  settled: 'Count settled',
  holds: 'It holds',
  first: 'This is the first count of it.',
  first_settled: 'What was there before is kept with this first count.',
  moved: {
    'safe-to-bag': 'From the safe into a bag',
    'safe-to-fund': 'From the safe to the change fund',
    'fund-to-safe': 'From the change fund to the safe',
  },
  wish: (what: string, amount: string) => `${what}: ${amount}`,
}
