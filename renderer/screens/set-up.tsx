/** First start: the library's data, the desk's branch, and the first staff member. One page. */
import { Stamp } from 'lucide-react'
import { useCallback, useEffect, useRef, useState, type FormEvent, type ReactNode } from 'react'
import type { Output } from '../../shared/ipc/contract.ts'
import { useDesk, useDeskState, useSaid, useWords } from '../desk/use-desk.ts'
import { whyNot } from '../desk/wire.ts'
import { focusHome } from '../fields/field.ts'
import { ImportStep } from '../parts/page/import-step.tsx'
import { Button } from '../parts/frame/keys.tsx'
import css from '../styles/gate.module.css'
import panel from '../styles/panel.module.css'
import { formText, shown } from '../text.ts'
import type { ScreenWords } from '../screen-words.ts'
import { Field, Gate, Refused } from './gate.tsx'
import { RestoreWay } from './ways.tsx'
import { WhoStep } from './who-step.tsx'

type Look = Output<'set-up.look'>
type Branch = Look['branches'][number]

type Problem = keyof ScreenWords['gate']['set_up']['problem']

/** Where the focus goes for each problem. */
const FIELD_OF: Readonly<Record<Problem, string>> = {
  branch: 'branch_code',
  name: 'staff_name',
  initials: 'initials',
  pin: 'pin',
  pin_again: 'pin_again',
}

/** What is missing or wrong in the form; null when it can be sent. */
export function setUpProblem(fields: {
  branch_code: string
  /** A person of the imported staff; empty for a new one. */
  staff_code: string
  staff_name: string
  initials: string
  pin: string
  pin_again: string
}): Problem | null {
  if (fields.branch_code === '') return 'branch'
  if (fields.staff_code === '' && fields.staff_name === '') return 'name'
  if (fields.staff_code === '' && fields.initials === '') return 'initials'
  if (!/^\d{6,12}$/.test(fields.pin)) return 'pin'
  return fields.pin === fields.pin_again ? null : 'pin_again'
}

function Branches({ branches }: { readonly branches: readonly Branch[] }): ReactNode {
  const words = useWords().gate.set_up
  return (
    <fieldset className={panel['group']}>
      <legend>{words.where}</legend>
      <div className={panel['choices']}>
        {branches.map((branch) => (
          <label key={branch.branch_code} className={panel['choice']}>
            <input type="radio" name="branch_code" value={branch.branch_code} defaultChecked={branches.length === 1} />
            <bdi>{shown(branch.name)}</bdi>
          </label>
        ))}
      </div>
    </fieldset>
  )
}

function DeskStep({ look: { branches, staff } }: { readonly look: Look }): ReactNode {
  const words = useWords().gate.set_up
  const desk = useDesk()
  const [said, setSaid] = useState('')
  const step = useRef<HTMLFormElement>(null)
  // The files of the import fill the window: without this the second step is below it, and nothing points there.
  useEffect(() => {
    step.current?.scrollIntoView({ block: 'start' })
    step.current?.querySelector('input')?.focus({ preventScroll: true })
  }, [])
  const send = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault()
    const data = new FormData(event.currentTarget)
    const staff_code = formText(data, 'staff_code')
    const known = staff.find((one) => one.staff_code === staff_code)
    const fields = {
      branch_code: formText(data, 'branch_code'),
      desk_name: formText(data, 'desk_name') || words.first_name,
      staff_name: known?.name ?? formText(data, 'staff_name'),
      initials: known?.initials ?? formText(data, 'initials').toUpperCase(),
      pin: formText(data, 'pin'),
    }
    const problem = setUpProblem({ ...fields, staff_code, pin_again: formText(data, 'pin_again') })
    setSaid(problem === null ? '' : words.problem[problem])
    if (problem !== null) {
      event.currentTarget.querySelector<HTMLInputElement>(`input[name="${FIELD_OF[problem]}"]`)?.focus()
      return
    }
    const answer = await desk.ask('desk.set-up', {
      commandId: desk.mint(),
      ...fields,
      ...(known ? { staff_code } : {}),
    })
    if (answer.kind === 'ok') return desk.take(answer.output.snapshot)
    setSaid(whyNot(answer))
  }
  return (
    <form ref={step} className={css['step']} onSubmit={(event) => void send(event)} autoComplete="off">
      <h2>{words.desk_and_you}</h2>
      <Branches branches={branches} />
      <WhoStep staff={staff} />
      <div className={css['pair']}>
        <Field name="pin" label={words.pin} isSecret maxLength={12} hint={words.pin_hint} />
        <Field name="pin_again" label={words.pin_again} isSecret maxLength={12} />
      </div>
      <Field name="desk_name" label={words.desk_name} defaultValue={words.first_name} maxLength={40} />
      <Refused says={said} />
      <div className={css['buttons']}>
        <Button type="submit" look="main">
          {words.open}
        </Button>
      </div>
    </form>
  )
}

const NOTHING_YET: Look = { branches: [], staff: [], patrons_count: 0, items_count: 0, sample_folder: '' }

/** What is in, asked again after each import. */
function useLook(): { readonly look: Look; readonly reload: () => void } {
  const desk = useDesk()
  const [look, setLook] = useState<Look>(NOTHING_YET)
  const reload = useCallback(() => {
    void desk.ask('set-up.look', {}).then((answer) => {
      if (answer.kind === 'ok') setLook(answer.output)
    })
  }, [desk])
  useEffect(reload, [reload])
  return { look, reload }
}

const BUTTON_KEYS: ReadonlySet<string> = new Set(['F2', 'F3', 'F4'])

/** The keys that buttons of this screen name press them, unless help lies over it: the desk's own keys mean nothing. */
function useButtonKeys(): void {
  useEffect(() => {
    const hear = (event: KeyboardEvent): void => {
      if (!BUTTON_KEYS.has(event.key)) return
      event.preventDefault()
      const button = `[data-screen="set-up"] main:not([hidden]) button[aria-keyshortcuts="${event.key}"]`
      if (!event.repeat) document.querySelector<HTMLButtonElement>(button)?.click()
    }
    window.addEventListener('keydown', hear)
    return () => window.removeEventListener('keydown', hear)
  }, [])
}

/** The way to the practice desk, for those who would rather try before they decide anything here. */
function PracticeFirst(): ReactNode {
  const desk = useDesk()
  const words = useWords().import
  const [said, setSaid] = useState('')
  const open = async (): Promise<void> => {
    const answer = await desk.ask('practice.open', {})
    if (answer.kind !== 'ok') setSaid(whyNot(answer))
    else setSaid(answer.output.is_opening ? words.practice_opens : words.practice_by_hand)
  }
  return (
    <section className={css['step']} aria-label={words.practice}>
      <p>{words.practice_hint}</p>
      <div className={css['buttons']}>
        <Button chord="F4" onClick={() => void open()}>
          {words.practice}
        </Button>
      </div>
      <p role="status" className={said === '' ? 'unseen' : css['good']}>
        {said}
      </p>
    </section>
  )
}

export function SetUpScreen(): ReactNode {
  const all = useWords()
  const words = all.gate.set_up
  const { notice } = useDeskState()
  const inWords = useSaid()
  const { look, reload } = useLook()
  const [isChoosing, setChoosing] = useState(false)
  const hasData = look.branches.length > 0
  useButtonKeys()
  useEffect(focusHome, [])
  const offers = { hasData, sample_folder: look.sample_folder, isChoosing, onChoosing: setChoosing }
  return (
    <Gate name="set-up" icon={Stamp} heading={words.welcome} lead={words.lead} isWide keepsFocus>
      {notice ? <p className={css['error']}>{inWords(`${notice.heading} ${notice.sentence}`)}</p> : null}
      <ImportStep offers={offers} counts={look} onDone={reload} />
      {hasData ? <DeskStep look={look} /> : <PracticeFirst />}
      <details className={css['fold']} data-part="restore">
        <summary>{all.rescue.restore.heading}</summary>
        <RestoreWay isNew />
      </details>
    </Gate>
  )
}
