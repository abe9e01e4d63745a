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

type Branch = Output<'branch.list'>['branches'][number]

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
  staff_name: string
  initials: string
  pin: string
  pin_again: string
}): Problem | null {
  if (fields.branch_code === '') return 'branch'
  if (fields.staff_name === '') return 'name'
  if (fields.initials === '') return 'initials'
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

function DeskStep({ branches }: { readonly branches: readonly Branch[] }): ReactNode {
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
    const fields = {
      branch_code: formText(data, 'branch_code'),
      desk_name: formText(data, 'desk_name') || words.first_name,
      staff_name: formText(data, 'staff_name'),
      initials: formText(data, 'initials').toUpperCase(),
      pin: formText(data, 'pin'),
    }
    const problem = setUpProblem({ ...fields, pin_again: formText(data, 'pin_again') })
    setSaid(problem === null ? '' : words.problem[problem])
    if (problem !== null) {
      event.currentTarget.querySelector<HTMLInputElement>(`input[name="${FIELD_OF[problem]}"]`)?.focus()
      return
    }
    const answer = await desk.ask('desk.set-up', { commandId: desk.mint(), ...fields })
    if (answer.kind === 'ok') return desk.take(answer.output.snapshot)
    setSaid(whyNot(answer))
  }
  return (
    <form ref={step} className={css['step']} onSubmit={(event) => void send(event)} autoComplete="off">
      <h2>{words.desk_and_you}</h2>
      <Branches branches={branches} />
      <div className={css['pair']}>
        <Field name="desk_name" label={words.desk_name} defaultValue={words.first_name} maxLength={40} />
        <Field name="staff_name" label={words.your_name} maxLength={80} />
        <Field name="initials" label={words.your_initials} maxLength={5} hint={words.initials_hint} />
      </div>
      <div className={css['pair']}>
        <Field name="pin" label={words.pin} isSecret maxLength={12} hint={words.pin_hint} />
        <Field name="pin_again" label={words.pin_again} isSecret maxLength={12} />
      </div>
      <Refused says={said} />
      <div className={css['buttons']}>
        <Button type="submit" look="main">
          {words.open}
        </Button>
      </div>
    </form>
  )
}

export function SetUpScreen(): ReactNode {
  const words = useWords().gate.set_up
  const desk = useDesk()
  const { notice } = useDeskState()
  const inWords = useSaid()
  const [branches, setBranches] = useState<readonly Branch[]>([])
  const reload = useCallback(() => {
    void desk.ask('branch.list', {}).then((answer) => {
      if (answer.kind === 'ok') setBranches(answer.output.branches)
    })
  }, [desk])
  useEffect(reload, [reload])
  useEffect(focusHome, [])
  return (
    <Gate name="set-up" icon={Stamp} heading={words.welcome} lead={words.lead} isWide keepsFocus>
      {notice ? <p className={css['error']}>{inWords(`${notice.heading} ${notice.sentence}`)}</p> : null}
      <ImportStep hasData={branches.length > 0} onDone={reload} />
      {branches.length > 0 ? <DeskStep branches={branches} /> : null}
      <RestoreWay isNew />
    </Gate>
  )
}
