/** The cards and items in the tray of the training scanner, of the sample library (`demo/library`). Pure. */

type TrayItem = { readonly text: string; readonly kind: 'card' | 'item' | 'unknown' }

const tray = (kind: TrayItem['kind'], texts: readonly string[]): readonly TrayItem[] =>
  texts.map((text) => ({ text, kind }))

export const PRACTICE_TRAY: readonly TrayItem[] = [
  ...tray('card', ['21234000123455', '21234010004471']),
  ...tray('item', [
    '31234000123453',
    '31234000123487',
    '31234000126522',
    '31234000123461',
    '31234000124642',
    '31234000123792',
    '31234000123545',
    '31234000123586',
    '31234000123503',
    '31234000123495',
  ]),
  // No library has it: a clerk sees what the desk says then.
  ...tray('unknown', ['31234009999999']),
]
