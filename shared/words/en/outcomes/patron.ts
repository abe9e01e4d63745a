/** English for the open account: its panel, its notes, its receipts, and what is told of its record. */
import { countedIn } from '../../plural.ts'

const n = countedIn('en')
const then = (text: string): string => (text === '' ? '' : `, ${text}`)

export const PATRON = {
  panel: {
    expires: (month: string) => `to ${month}`,
    no_expiry: 'does not expire',
    due_recalled: (due: string) => `${due}, recalled`,
    renewed: (count: number) => `renewed ${count}×`,
    barred: { heading: 'Do not serve', detail: 'Call a supervisor.' },
    closed: { heading: 'Account closed', detail: 'Nothing can be checked out.' },
    blocked: (until: string) => (until === '' ? 'Blocked' : `Blocked until ${until}`),
    ready: (count: number) => `${n(count, 'hold', 'holds')} ready for pickup`,
    ready_here: 'on the hold shelf',
    ready_at: (branches: string) => `at ${branches}`,
    owes: (amount: string) => `Owes ${amount}`,
    no_limit: 'no limit set',
    limit: (amount: string) => `limit ${amount}`,
    overdue: (count: number) => `${count} overdue`,
    overdue_limit: (count: number) => `limit ${count}`,
    overdue_below: 'shown first in the loans below',
    recalled: (title: string) => `${title}. On hold for another patron: it cannot be renewed.`,
    recalled_more: (title: string, count: number) =>
      `${title}; ${count} more. On hold for another patron: it cannot be renewed.`,
    guardian: 'Guardian',
    tell: (on: string, by: string) => `Tell them${then(on)}${then(by)}`,
    note: (on: string, by: string) => `Note${then(on)}${then(by)}`,
    expired: (on: string) => ({ heading: `Card expired ${on}`, detail: 'Renew the card before checking out.' }),
    expires_soon: (on: string) => ({ heading: `Card expires ${on}`, detail: 'Due dates end there.' }),
  },
  note: {
    title: 'Note',
    written: { note: 'Note written', block: 'Checkout blocked', message: 'Message left' },
    means: {
      note: 'It is on the account',
      block: 'Nothing is checked out until it is removed',
      message: 'It is shown when the account opens next',
    },
    until: (on: string) => `until ${on}`,
    remove_wish: 'Remove a block',
    removed: 'Note removed',
    block_removed: 'Block removed',
    told: 'Message told',
  },
  receipts: 'Receipts',
  choice: {
    print: 'On paper',
    email: 'By e-mail, once the central server is there; on paper until then',
    none: 'None',
  },
  large: 'large print',
  language: { en: 'in English', es: 'in Spanish' },
  languages: { en: 'English', es: 'Spanish' },
}
