/**
 * The training devices of a practice desk, beside the work. A click leaves the focus in the scan line; by keyboard a
 * key goes into the panel, Esc back to the line, and the same key again hides it. On a small screen the panel lies over
 * the work for as long as it has the focus.
 */
import { Barcode, BookOpen, CreditCard, GraduationCap, type LucideIcon } from 'lucide-react'
import { useEffect, useRef, type ReactNode } from 'react'
import type { TrainingView } from '../../../shared/desk/session/training-view.ts'
import type { TrainingNow } from '../../../shared/devices/training/wire.ts'
import { runAction } from '../../desk/run.ts'
import { useDesk, useDeskState, useWords } from '../../desk/use-desk.ts'
import { keepPanel } from '../../fields/training-panel.ts'
import css from './training.module.css'
import { shown } from '../../text.ts'
import { Button } from '../frame/keys.tsx'
import { PaperRoll } from './paper-roll.tsx'
import { PrinterSwitches } from './printer-switches.tsx'
import { useTraining } from './use-training.ts'

const ICONS: Readonly<Record<TrainingView['tray'][number]['kind'], LucideIcon>> = {
  card: CreditCard,
  item: BookOpen,
  unknown: Barcode,
}

function Tray({ tray }: Pick<TrainingView, 'tray'>): ReactNode {
  const train = useTraining()
  const words = useWords().training.scanner
  return (
    <section aria-labelledby="training-scanner">
      <h3 id="training-scanner">{words.heading}</h3>
      <ul className={css['tray']}>
        {tray.map(({ text, name, kind }) => {
          const Icon = ICONS[kind]
          return (
            <li key={text}>
              <button
                type="button"
                className={css['picked']}
                data-barcode={text}
                onClick={() => train('training.scan', { barcode: text })}
              >
                <Icon className="icon" aria-hidden="true" />
                <span>
                  <b>
                    <span className="unseen">{words.scan} </span>
                    <bdi>{shown(name)}</bdi>
                  </b>
                  <span className="number">{text}</span>
                </span>
              </button>
            </li>
          )
        })}
      </ul>
    </section>
  )
}

function Jobs({ jobs }: Pick<TrainingView, 'jobs'>): ReactNode {
  const words = useWords().training.jobs
  return (
    <section aria-labelledby="training-jobs">
      <h3 id="training-jobs">{words.heading}</h3>
      {jobs.length === 0 ? <p className={css['quiet']}>{words.none}</p> : null}
      <div role="status">
        <ul className={css['jobs']}>
          {jobs.map(({ job_ref, what, state, tone, notes }) => (
            <li key={job_ref} data-tone={tone}>
              <b>{shown(what)}</b> <span>{shown([state, ...notes].join(' · '))}</span>
            </li>
          ))}
        </ul>
      </div>
    </section>
  )
}

function Drawer({ isOpen }: { readonly isOpen: boolean }): ReactNode {
  const train = useTraining()
  const words = useWords().training.drawer
  return (
    <section aria-labelledby="training-drawer" data-part="training-drawer" data-open={isOpen}>
      <h3 id="training-drawer">{words.heading}</h3>
      <div className={css['drawer']} data-open={isOpen}>
        <span role="status">{isOpen ? words.is_open : words.is_shut}</span>
      </div>
      <Button onClick={() => train('training.drawer', { is_open: !isOpen })}>{isOpen ? words.shut : words.open}</Button>
    </section>
  )
}

function Display({ lines }: { readonly lines: readonly string[] }): ReactNode {
  const words = useWords().training.display
  const [upper = '', lower = ''] = lines
  const isDark = lines.every((line) => line.trim() === '')
  return (
    <section aria-labelledby="training-display">
      <h3 id="training-display">{words.heading}</h3>
      <div className={css['pole']} data-part="training-pole">
        {isDark ? <span className="unseen">{words.dark}</span> : null}
        <span>{upper.trimEnd() || '\u00a0'}</span>
        <span>{lower.trimEnd() || '\u00a0'}</span>
      </div>
    </section>
  )
}

function Network({ listening }: Pick<TrainingNow, 'listening'>): ReactNode {
  const train = useTraining()
  const words = useWords().training.network
  const { state, port_number } = listening
  const isOn = state === 'on'
  return (
    <section aria-labelledby="training-network">
      <h3 id="training-network">{words.heading}</h3>
      <p className={css['quiet']}>{words.lead}</p>
      <p role="status" data-part="training-network" data-state={state}>
        {state === 'off' ? words.off : words[state](port_number)}
      </p>
      <Button onClick={() => train('training.listen', { is_on: !isOn })}>{isOn ? words.stop : words.listen}</Button>
    </section>
  )
}

function Devices({ training }: { readonly training: TrainingView }): ReactNode {
  const words = useWords().training
  const { now, tray, jobs } = training
  if (now === null) return <p role="status">{words.absent}</p>
  return (
    <>
      <Tray tray={tray} />
      <PrinterSwitches printer={now.printer} />
      <PaperRoll sheets={now.sheets} />
      <Jobs jobs={jobs} />
      <Drawer isOpen={now.is_drawer_open} />
      <Display lines={now.pole_lines} />
      <Network listening={now.listening} />
    </>
  )
}

function Panel({ training }: { readonly training: TrainingView }): ReactNode {
  const desk = useDesk()
  const words = useWords().training
  const place = useRef<HTMLElement>(null)
  useEffect(() => (place.current ? keepPanel(place.current) : undefined), [])
  return (
    <aside
      ref={place}
      className={css['panel']}
      aria-label={words.name}
      data-part="training"
      data-keeps-focus
      data-takes-esc
      tabIndex={-1}
    >
      <header className={css['head']}>
        <p className={css['mark']}>
          <GraduationCap aria-hidden="true" />
          <b>{words.mark}</b>
        </p>
        <h2>{words.name}</h2>
        <Button onClick={() => runAction(desk, 'training')}>{words.hide}</Button>
      </header>
      <p className={css['quiet']}>{words.lead}</p>
      <Devices training={training} />
    </aside>
  )
}

export function TrainingPanel(): ReactNode {
  const training = useDeskState().snapshot?.training ?? null
  return training === null ? null : <Panel training={training} />
}
