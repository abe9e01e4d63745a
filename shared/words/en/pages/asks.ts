/** English for an act on an approved page, while a second person is asked for this act alone. */
import { countedIn } from '../../plural.ts'

const n = countedIn('en')

export const ASKS = {
  backup: (folder: string) => `Make a backup in ${folder}`,
  export: (file: string) => `Export the journal to ${file}`,
  move: (desk: string, branch: string) => `Move this desk: ${desk}, ${branch}`,
  clock: (now: string) => `Trust this computer’s clock: ${now}`,
  outage: (from: string, to: string, is_extending: boolean) =>
    `Declare an outage: ${from} to ${to}${is_extending ? ', with more time for loans that were due' : ''}`,
  outage_back: (from: string, to: string) => `Withdraw the outage: ${from} to ${to}`,
  rule: (change: string) => `Change the rules: ${change}`,
  undo_rule: (change: string) => `Undo the last change to the rules: ${change}`,
  apply_rule: (rule: string) => `Apply to existing loans: ${rule}`,
  apply_dates: (rule: string, count: number, before: string, after: string) =>
    `Give ${n(count, 'existing loan', 'existing loans')} the due dates of ${rule}: ${before}, then ${after}`,
  span: (first: string, last: string) => `${first} to ${last}`,
}
