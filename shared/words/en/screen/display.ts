/** English for the displays that face the patron. Twenty letters for what stands on a pole display. */

export const DISPLAY = {
  training: 'TRAINING',
  closed: 'Closed',
  welcome: 'Welcome',
  welcome_name: (name: string) => `Welcome, ${name}`,
  due_amount: 'Amount due',
  paid: 'Paid',
  given: 'Given',
  change: 'Change',
  thanks: 'Thank you',
  paid_back: 'Paid back',
  checked_out: 'Checked out',
  renewed: 'Renewed',
  due: 'Due',
  due_range: (first: string, last: string) => `${first} to ${last}`,
  due_from: (first: string) => `from ${first}`,
}
