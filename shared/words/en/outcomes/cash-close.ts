/** English for closing a drawer and what follows from it. Never names a patron. */
export const CASH_CLOSE = {
  closed: 'Drawer closed',
  z: (number: string) => `Z report ${number}`,
  agrees: 'The count agrees.',
  over: (amount: string) => `${amount} over`,
  short: (amount: string) => `${amount} short`,
  left: (amount: string) => `${amount} stays in the drawer`,
  bag: (amount: string) => `${amount} goes to the bank`,
  review_needed: 'Another staff member has to review this close.',
  reviewed: 'Close reviewed',
  review_open: 'It stays on the list until another staff member agrees, or what was found is recorded.',
  close_others: (drawer: string) => `Close the drawer of another person: ${drawer}`,
  sign_off: (drawer: string, amount: string) => `Sign off a difference of ${amount}: ${drawer}`,
  handed_over: 'Drawer taken over',
  banked: 'Deposit confirmed',
  copied: 'Copy printed',
  copy: (count: number) => `Copy ${count}`,
}
