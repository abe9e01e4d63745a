/** English for acts at an open drawer besides payments. Never names a patron. */
export const DRAWER = {
  amount: 'Amount',
  placed: {
    out: { safe: 'Put into the safe', 'change-fund': 'Put into the change fund', 'bank-bag': 'Put into the bank bag' },
    in: { safe: 'Taken from the safe', 'change-fund': 'Taken from the change fund', 'bank-bag': 'Taken from the bag' },
  },
  bag: (number: string) => `Bag ${number}`,
  counted_same: (who: string) => `${who} counted the same`,
  counted_other: (who: string, amount: string, by: string, is_more: boolean) =>
    `${who} counted ${amount}, ${by} ${is_more ? 'more' : 'less'}`,
  paid: { in: 'Paid in', out: 'Paid out' },
  metered: (amount: string) => `${amount} by the meter.`,
  unlocked: { 'no-sale': 'Drawer opened without a sale', 'make-change': 'Change made' },
  pulsed: { test: 'Drawer opened to try it', count: 'Drawer opened to count', again: 'Drawer opened again' },
  key_opened: { key: 'Drawer opened, and not by the desk', unseen: 'Drawer opened while its sensor was away' },
  times: (count: number) => `${count} times`,
  custody: {
    suspend: 'Drawer suspended',
    resume: 'Drawer resumed',
    break: 'Drawer on break',
    cover: 'Drawer taken for the break',
    back: 'Back from break',
  },
  covered: (who: string) => `Waits for ${who} to take it`,
  refund: (number: string) => `Refund ${number}`,
  refund_paid: 'Refund paid',
  refund_due: 'Refund due by check',
  refunded: { cash: 'Give back', card: 'Back on the card', 'office-check': 'The office sends' },
  as_expected: 'It agrees',
  over: (amount: string) => `${amount} over`,
  short: (amount: string) => `${amount} short`,
  /** What a second person is asked for. */
  wish: {
    void: (number: string, amount: string) => `Void receipt ${number}: ${amount}`,
    refund: (amount: string, reason: string) => `Refund ${amount}: ${reason}`,
    'refund-in-cash': (amount: string, reason: string) => `Refund ${amount} in cash that was paid otherwise: ${reason}`,
    pay_out: (amount: string, reason: string) => `Pay out ${amount}: ${reason}`,
    out: 'Take money out of the drawer',
    receive: (what: string, amount: string, who: string, counted: string | null) =>
      `${what}, ${amount}: ${who}${counted === null ? '' : ` counted ${counted}`}`,
    no_sale: (reason: string) => `Open the drawer without a sale: ${reason}`,
    make_change: (amount: string) => `Open the drawer to change ${amount}`,
    pulse: (drawer: string) => `Open without a sale: ${drawer}`,
    count: (drawer: string) => `Surprise count: ${drawer}`,
    custody: {
      suspend: (drawer: string) => `Suspend another’s drawer: ${drawer}`,
      resume: (drawer: string) => `Resume another’s drawer: ${drawer}`,
      break: (drawer: string) => `Put another’s drawer on break: ${drawer}`,
      cover: (drawer: string) => `Cover a break: ${drawer}`,
      back: (drawer: string) => `End the break of another’s drawer: ${drawer}`,
    },
  },
}
