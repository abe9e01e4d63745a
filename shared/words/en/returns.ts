/** English for what a return asks of a person. */
export const RETURNS = {
  asks: {
    returned: 'The patron said they had returned it: where was it?',
    'never-had': 'The patron said they never had it: where was it?',
    charge: (owed: string) => `Billed as lost, ${owed} owed: what should happen to it?`,
    receipt: (back: string) => `Paid already, ${back} is refunded with the receipt: was it shown?`,
  },
}
