/** English for the panel of the patron whose account is open. */
import { countedIn } from '../plural.ts'

const counted = countedIn('en')

const written = (...parts: readonly string[]): string => parts.filter((part) => part !== '').join(', ')

export const PANEL = {
  expires: (month: string) => `to ${month}`,
  never_expires: 'does not expire',
  non_resident: 'Non-Resident',
  /** Whom to talk to at an organization. */
  contact: 'Contact',
  recalled_loan: (due: string) => `${due}, recalled`,
  renewed: (count: number) => `renewed ${count}×`,
  barred: 'Do not serve',
  barred_detail: 'Call a supervisor.',
  /** For a role that may override it. */
  barred_own: 'Your role can override it.',
  closed: 'Account closed',
  closed_detail: 'Nothing can be checked out. {key:account}, then I, opens it again.',
  blocked: (until: string) => (until === '' ? 'Blocked' : `Blocked until ${until}`),
  card_expired: (on: string) => `Card expired ${on}`,
  card_expired_detail: '{key:account}, then I renews it.',
  card_expires: (on: string) => `Card expires ${on}`,
  card_expires_detail: 'Due dates are shortened to it. {key:account}, then I renews it.',
  card_unfit: 'The card no longer fits the address',
  card_unfit_detail: '{key:account}, then I settles it.',
  mail_back: 'Mail returned',
  email_bounced: 'E-mail bounced',
  email_bounced_detail: 'Ask for the address. {key:account}, then Q corrects it.',
  holds_ready: (count: number) => `${counted(count, 'hold', 'holds')} ready for pickup`,
  for_others: (count: number) => `${counted(count, 'hold', 'holds')} ready for another patron`,
  for_others_detail: 'This patron may pick up.',
  ready_at: (branches: string) => `at ${branches}`,
  on_hold_shelf: 'on the hold shelf',
  owes: (amount: string) => `Owes ${amount}`,
  borrowing_stops: (at: string) => `checkout is blocked at ${at}`,
  no_limit: 'no limit set',
  overdue: (count: number) => `${count} overdue`,
  overdue_detail: 'listed first',
  recalled: (due: string) => `Recalled, due ${due}`,
  recalled_detail: (title: string, others_count: number) =>
    `${title}${others_count === 0 ? '' : `; ${others_count} more`}. On hold for another patron: no renewals.`,
  guardian: 'Guardian',
  guardian_sees: {
    titles: 'The guardian may be told the titles',
    sums: 'The guardian is told counts and debts, not the titles',
    nothing: 'Of age: the guardian is told nothing',
  },
  note: (on: string, by: string) => written('Note', on, by),
  tell_them: (on: string, by: string) => written('Tell them', on, by),
}
