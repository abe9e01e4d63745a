/** Who sets the desk up: a person of the imported staff, so that nobody is in it twice, or somebody new. */
import { useState, type ReactNode } from 'react'
import type { Output } from '../../shared/ipc/contract.ts'
import { useWords } from '../desk/use-desk.ts'
import control from '../styles/control.module.css'
import css from '../styles/gate.module.css'
import panel from '../styles/panel.module.css'
import { shown } from '../text.ts'
import { Field } from './gate.tsx'

type Staff = Output<'set-up.look'>['staff']

/** More than this are a list, not buttons. */
const CHOICES_MAX = 6
const NEW = ''

type ChoiceProps = {
  readonly staff: Staff
  readonly who: string
  readonly onWho: (staff_code: string) => void
}

function WhoChoices({ staff, who, onWho }: ChoiceProps): ReactNode {
  const words = useWords().gate.set_up
  const all = [
    ...staff.map((one) => ({ code: one.staff_code, label: words.person(one.name, one.initials, one.role_name) })),
    { code: NEW, label: words.new_person },
  ]
  return (
    <fieldset className={panel['group']}>
      <legend>
        {staff.length === 1 && staff[0] ? words.is_this_you(staff[0].name, staff[0].initials) : words.who_are_you}
      </legend>
      <div className={panel['choices']}>
        {all.map(({ code, label }) => (
          <label key={code} className={panel['choice']}>
            <input type="radio" name="staff_code" value={code} checked={who === code} onChange={() => onWho(code)} />
            <bdi>{shown(label)}</bdi>
          </label>
        ))}
      </div>
    </fieldset>
  )
}

function WhoList({ staff, who, onWho }: ChoiceProps): ReactNode {
  const words = useWords().gate.set_up
  return (
    <label className={control['field']}>
      {words.who_are_you}
      <select name="staff_code" value={who} onChange={(event) => onWho(event.currentTarget.value)}>
        {staff.map((one) => (
          <option key={one.staff_code} value={one.staff_code}>
            {shown(words.person(one.name, one.initials, one.role_name))}
          </option>
        ))}
        <option value={NEW}>{words.new_person}</option>
      </select>
    </label>
  )
}

export function WhoStep({ staff }: { readonly staff: Staff }): ReactNode {
  const words = useWords().gate.set_up
  const [first] = staff
  const [chosen, setChosen] = useState<string | null>(null)
  const who = chosen ?? (first?.role === 'manager' ? first.staff_code : NEW)
  const known = staff.find((one) => one.staff_code === who)
  return (
    <>
      {staff.length === 0 ? null : staff.length > CHOICES_MAX ? (
        <WhoList staff={staff} who={who} onWho={setChosen} />
      ) : (
        <WhoChoices staff={staff} who={who} onWho={setChosen} />
      )}
      {known ? (
        <p>{known.role === 'manager' ? words.known_says : words.known_becomes(known.name)}</p>
      ) : (
        <div className={css['pair']}>
          <Field name="staff_name" label={words.your_name} maxLength={80} />
          <Field name="initials" label={words.your_initials} maxLength={5} hint={words.initials_hint} />
        </div>
      )}
    </>
  )
}
