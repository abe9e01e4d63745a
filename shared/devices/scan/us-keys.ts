/** The characters of the keys of a US keyboard, which scanners press until they are told of another. */

const ROWS: readonly (readonly [code: string, plain: string, shifted: string])[] = [
  ...Array.from('1234567890', (plain, at) => [`Digit${plain}`, plain, '!@#$%^&*()'[at] ?? ''] as const),
  ...Array.from('0123456789', (plain) => [`Numpad${plain}`, plain, plain] as const),
  ...Array.from('abcdefghijklmnopqrstuvwxyz', (plain) => {
    const shifted = plain.toUpperCase()
    return [`Key${shifted}`, plain, shifted] as const
  }),
  ['Backquote', '`', '~'],
  ['Minus', '-', '_'],
  ['Equal', '=', '+'],
  ['BracketLeft', '[', '{'],
  ['BracketRight', ']', '}'],
  ['Backslash', '\\', '|'],
  ['Semicolon', ';', ':'],
  ['Quote', "'", '"'],
  ['Comma', ',', '<'],
  ['Period', '.', '>'],
  ['Slash', '/', '?'],
  ['Space', ' ', ' '],
  ['NumpadDecimal', '.', '.'],
  ['NumpadSubtract', '-', '-'],
  ['NumpadAdd', '+', '+'],
  ['NumpadMultiply', '*', '*'],
  ['NumpadDivide', '/', '/'],
]
const KEYS: ReadonlyMap<string, readonly [plain: string, shifted: string]> = new Map(
  ROWS.map(([code, plain, shifted]) => [code, [plain, shifted]]),
)

/** Null: a key that types nothing. Caps Lock does not matter: a scanner holds Shift for what it means. */
export function usCharacter(code: string, is_shift: boolean): string | null {
  return KEYS.get(code)?.[is_shift ? 1 : 0] ?? null
}
