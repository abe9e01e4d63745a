/** How the panel has something done to a training device: sent at once, without a mark that work is under way. */
import type { Input } from '../../../shared/ipc/contract.ts'
import { useDesk } from '../../desk/use-desk.ts'

type TrainingAct = 'training.scan' | 'training.printer' | 'training.drawer' | 'training.tear-off' | 'training.listen'

export type Train = <Name extends TrainingAct>(method: Name, input: Input<Name>) => void

export function useTraining(): Train {
  const desk = useDesk()
  return (method, input) => void desk.perform({ method, input }, desk.mint())
}
