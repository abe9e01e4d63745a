/** Spanish for what a limit counts. */
import type { LimitScope } from '../../refusals/limit-scope.ts'

/** "todo", "tipo de artículo DVD en esta sucursal en el hogar". */
export function limitScope({ of, name, at, whose }: LimitScope): string {
  const what = {
    everything: 'todo',
    rule: `lo que cubre la regla de préstamo ${name}`,
    'item-type': `tipo de artículo ${name}`,
    group: name,
  }[of]
  const where = { anywhere: '', here: ' en esta sucursal' }[at]
  return `${what}${where}${{ patron: '', household: ' en el hogar' }[whose]}`
}
