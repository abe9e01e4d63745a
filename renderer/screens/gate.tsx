/** What the screens without a desk share: their frame, their fields, and why something was refused. */
import type { LucideIcon } from 'lucide-react'
import type { InputHTMLAttributes, ReactNode } from 'react'
import { useDeskState, useSaid } from '../desk/use-desk.ts'
import { Banners } from '../parts/frame/banners.tsx'
import { PracticeBar } from '../parts/frame/practice-bar.tsx'
import { Strip } from '../parts/frame/strip.tsx'
import { HelpPanel } from '../parts/help/help-panel.tsx'
import control from '../styles/control.module.css'
import css from '../styles/gate.module.css'

type GateProps = {
  readonly name: 'sign-in' | 'locked' | 'set-up' | 'rescue'
  readonly icon: LucideIcon
  readonly heading: string
  readonly lead: string
  readonly isWide?: boolean
  readonly keepsFocus?: boolean
  readonly children: ReactNode
}

/** Help lies over the sheet, which stays as it is below. */
export function Gate({ name, icon: Icon, heading, lead, isWide, keepsFocus, children }: GateProps): ReactNode {
  const isHelp = useDeskState().panel === 'help'
  return (
    <div className={css['gate']} data-screen={name}>
      <div>
        <Strip />
        <PracticeBar />
        <Banners />
      </div>
      {isHelp ? (
        <main className={css['over']}>
          <h1 className="unseen">{heading}</h1>
          <HelpPanel />
        </main>
      ) : null}
      <main hidden={isHelp} className={css['middle']} data-keeps-focus={keepsFocus || undefined}>
        <div className={isWide ? `${css['sheet']} ${css['wide']}` : css['sheet']}>
          <div className={css['mark']}>
            <Icon aria-hidden="true" strokeWidth={1.5} />
            <div>
              <h1>{heading}</h1>
              <p className={css['lead']}>
                <bdi>{lead}</bdi>
              </p>
            </div>
          </div>
          {children}
        </div>
      </main>
    </div>
  )
}

/** The region is on the page before it has words, so that they are read out. */
export function Refused({ says }: { readonly says: string }): ReactNode {
  const said = useSaid()
  return (
    <p role="alert" className={says === '' ? 'unseen' : css['error']}>
      {said(says)}
    </p>
  )
}

type FieldProps = InputHTMLAttributes<HTMLInputElement> & {
  readonly label: string
  readonly hint?: string
  readonly isHome?: boolean
  readonly isSecret?: boolean
}

export function Field({ label, hint, isHome, isSecret, ...input }: FieldProps): ReactNode {
  return (
    <label className={control['field']}>
      {label}
      <input
        type={isSecret ? 'password' : 'text'}
        inputMode={isSecret ? 'numeric' : 'text'}
        data-home={isHome || undefined}
        data-use="free"
        autoComplete="off"
        spellCheck={false}
        {...input}
      />
      {hint === undefined ? null : <small>{hint}</small>}
    </label>
  )
}
