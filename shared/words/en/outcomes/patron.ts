/** English for the open account: its panel, its notes, its receipts, and what is told of its record. */

export const PATRON = {
  note: {
    title: 'Note',
    written: { note: 'Note written', block: 'Checkout blocked', message: 'Message left' },
    means: {
      note: 'It is on the account',
      block: 'Nothing is checked out until it is removed',
      message: 'It is shown the next time the account opens',
    },
    until: (on: string) => `until ${on}`,
    removed: 'Note removed',
    block_removed: 'Block removed',
    told: 'Message told',
    tell: (text: string) => `Tell them: ${text}`,
  },
  receipts: 'Receipts',
  choice: {
    print: 'On paper',
    email: 'By e-mail (on paper until the central server is set up)',
    none: 'None',
  },
  large: 'large print',
  language: { en: 'in English', es: 'in Spanish' },
  languages: { en: 'English', es: 'Spanish' },
}
