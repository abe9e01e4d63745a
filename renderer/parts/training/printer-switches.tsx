/** How the training printer is, and what can be done to it. */
import type { ReactNode } from 'react'
import type { TrainingNow } from '../../../shared/devices/training/wire.ts'
import { useWords } from '../../desk/use-desk.ts'
import type { ScreenWords } from '../../screen-words.ts'
import css from './training.module.css'
import { Button } from '../frame/keys.tsx'
import { useTraining } from './use-training.ts'

type Printer = TrainingNow['printer']
type State = { readonly says: string; readonly tone: 'ok' | 'warn' }

function stateOf(words: ScreenWords['training']['printer'], printer: Printer): State {
  const { is_plugged, is_stalled, is_cover_open, paper, is_printing } = printer
  if (!is_plugged) return { says: words.unplugged, tone: 'warn' }
  if (is_stalled) return { says: words.stalled, tone: 'warn' }
  if (is_cover_open) return { says: words['cover-open'], tone: 'warn' }
  if (paper === 'out') return { says: words['paper-out'], tone: 'warn' }
  if (is_printing) return { says: words.printing, tone: 'ok' }
  return paper === 'near-end' ? { says: words['near-end'], tone: 'warn' } : { says: words.ready, tone: 'ok' }
}

export function PrinterSwitches({ printer }: { readonly printer: Printer }): ReactNode {
  const train = useTraining()
  const words = useWords().training.printer
  const { paper, is_cover_open, is_stalled, is_plugged } = printer
  const { says, tone } = stateOf(words, printer)
  const isOut = paper === 'out'
  return (
    <section aria-labelledby="training-printer" data-part="training-printer">
      <h3 id="training-printer">{words.heading}</h3>
      <p role="status" className={css['state']} data-tone={tone}>
        {says}
      </p>
      <div className={css['switches']}>
        <Button onClick={() => train('training.printer', { paper: isOut ? 'enough' : 'out' })}>
          {isOut ? words.load_paper : words.take_paper}
        </Button>
        {paper === 'enough' ? (
          <Button onClick={() => train('training.printer', { paper: 'near-end' })}>{words.nearly_out}</Button>
        ) : null}
        <Button onClick={() => train('training.printer', { is_cover_open: !is_cover_open })}>
          {is_cover_open ? words.shut_cover : words.open_cover}
        </Button>
        <Button onClick={() => train('training.printer', { is_stalled: !is_stalled })}>
          {is_stalled ? words.go_on : words.stall}
        </Button>
        <Button onClick={() => train('training.printer', { is_plugged: !is_plugged })}>
          {is_plugged ? words.unplug : words.plug}
        </Button>
      </div>
    </section>
  )
}
