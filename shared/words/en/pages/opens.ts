/** English for opening a page that a role may not open, while a second person is asked. */

export const OPENS = {
  rules: 'Open the library’s rules',
  staff: 'Open staff and roles',
  work_log: 'Open the work log',
  supervisor: 'Open the desk’s day',
  outages: 'Open outages',
  this_desk: 'Open this desk',
  devices: 'Open devices',
  recovery_key: 'Open the recovery key',
  drawer: 'Open the drawer page',
  card_lists: 'Open card follow-up',
  cash_desk: 'Open the cash desk page',
  data_in: 'Open data import',
  pay: 'Open payments',
  views: 'Open the log of viewed records',
}
