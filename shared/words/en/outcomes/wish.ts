/**
 * English for an act that a second person is asked for: what will be done, to what, with its amount. They approve this
 * and read nothing else. Never names a patron.
 */

export const WISH = {
  waive: (charge: string, amount: string) => `Waive ${amount}: ${charge}`,
  void: (charge: string, amount: string) => `Void ${amount}: ${charge}`,
  charge: (charge: string, amount: string) => `Charge ${amount}: ${charge}`,
  charge_below: (charge: string, amount: string, less: string) =>
    `Charge ${amount}, ${less} below its price: ${charge}`,
  claim: {
    returned: (title: string) => `Record as claimed returned, over the limit: ${title}`,
    'never-had': (title: string) => `Record as claimed never checked out, over the limit: ${title}`,
  },
  bill_claim: (title: string) => `End the claim and bill it as lost: ${title}`,
  lost: (title: string) => `Bill as lost: ${title}`,
  lost_at: (title: string, price: string, less: string) =>
    `Bill as lost for ${price}, ${less} below its price: ${title}`,
  damage: (title: string) => `Charge for damage: ${title}`,
  damage_at: (title: string, amount: string) => `Charge ${amount} for damage: ${title}`,
  damage_below: (title: string, amount: string, less: string) =>
    `Charge ${amount} for damage, ${less} below its price: ${title}`,
  work: (amount: string) => `Take ${amount} off for work`,
  fine_of_return: (title: string, amount: string) => `Waive the fine of ${amount} at check-in: ${title}`,
  mark: (title: string, mark: string) => `Mark “${mark}”: ${title}`,
  edit: (title: string, changes: string) => `Change ${changes}: ${title}`,
  field: (name: string, before: string, after: string) => `${name} from ${before} to ${after}`,
  none: 'none',
  note: (on: string) => (on === '' ? 'Remove a block' : `Remove the block from ${on}`),
}
