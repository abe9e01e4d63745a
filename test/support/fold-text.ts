/**
 * What an entry changes, as text that a person can read: each change with its fields, each transfer on a line of its
 * own. Imports nothing that folds.
 */
type Side = Readonly<Record<string, string>>
type Moved = {
  readonly debit: Side
  readonly credit: Side
  readonly amount_cents: number
  readonly code: string
  readonly fund: string
}

const isObject = (value: unknown): value is object => value !== null && typeof value === 'object'
const isMoved = (value: unknown): value is Moved => isObject(value) && 'debit' in value && 'credit' in value

/** "$1.75 paid: debit cash K4N7QW.1.40, credit receivable K4N7QW.1.6; fund fines". */
function movedText({ debit, credit, amount_cents, code, fund }: Moved): string {
  const dollars = `$${(amount_cents / 100).toFixed(2)}`
  const [to, from] = [debit, credit].map((side) => Object.values(side).join(' '))
  return `${dollars} ${code}: debit ${to}, credit ${from}; fund ${fund}`
}

function fieldLines(name: string, value: unknown, indent: string): readonly string[] {
  const label = `${indent}${name}`
  if (isMoved(value)) return [`${label} ${movedText(value)}`]
  if (!isObject(value)) return [`${label} ${JSON.stringify(value) ?? 'left out'}`]
  const inner = Object.entries(value)
  if (inner.length === 0) return [`${label} none`]
  return [
    label,
    ...inner.flatMap(([key, one]) => fieldLines(Array.isArray(value) ? '-' : `${key}:`, one, `${indent}  `)),
  ]
}

/** @param changes what the fold gives, in order */
export function foldText(changes: readonly { readonly kind: string }[]): string {
  if (changes.length === 0) return 'changes nothing\n'
  const blocks = changes.map(({ kind, ...fields }) => {
    const lines = Object.entries(fields).flatMap(([name, value]) => fieldLines(`${name}:`, value, '  '))
    return [kind, ...lines].join('\n')
  })
  return `${blocks.join('\n')}\n`
}
