/** One of a few, as radio buttons in a row. Never a list that opens: a scan would change it. */
import type { ReactNode } from 'react'
import css from '../../styles/panel.module.css'

type RadiosProps<Value extends string> = {
  readonly legend: string
  readonly name: string
  readonly value: Value
  readonly choices: readonly (readonly [Value, string])[]
  readonly onChoose: (value: Value) => void
}

export function Radios<Value extends string>(props: RadiosProps<Value>): ReactNode {
  return (
    <fieldset className={css['group']}>
      <legend>{props.legend}</legend>
      <div className={css['choices']}>
        {props.choices.map(([value, label]) => (
          <label key={value} className={css['choice']}>
            <input
              type="radio"
              name={props.name}
              checked={value === props.value}
              onChange={() => props.onChoose(value)}
            />
            {label}
          </label>
        ))}
      </div>
    </fieldset>
  )
}
