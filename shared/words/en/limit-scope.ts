/** English for what a limit counts. */
import type { LimitScope } from '../../refusals/limit-scope.ts'

/** "everything", "item type DVD at this branch in the household". */
export function limitScope({ of, name, at, whose }: LimitScope): string {
  const what = {
    everything: 'everything',
    rule: `items under loan rule ${name}`,
    'item-type': `item type ${name}`,
    group: name,
  }[of]
  const where = { anywhere: '', here: ' at this branch' }[at]
  return `${what}${where}${{ patron: '', household: ' in the household' }[whose]}`
}
