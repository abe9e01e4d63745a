/**
 * The lines of a payment: which are paid, and how much of each is paid now. The focus stays in the amount, whose arrows
 * and Space walk and choose them; a click does the same.
 */
import { Check } from 'lucide-react'
import { useEffect, useRef, type MouseEvent, type ReactNode } from 'react'
import { paidNow, type Payment } from '../../../shared/desk/pay/payment.ts'
import { cents } from '../../../shared/kernel/money.ts'
import { payNow, type Pay } from '../../desk/pay.ts'
import { payToggle } from '../../desk/run-pay.ts'
import { useDesk, useMoney, useWords } from '../../desk/use-desk.ts'
import rows from '../../styles/form/pay-lines.module.css'
import css from '../../styles/pay.module.css'
import { shown } from '../../text.ts'

type Line = Payment['lines'][number]
/** Fewer are in sight together in the lowest window. */
const COUNTED_FROM = 4
export const PAY_LINES_ID = 'pay-lines'
export const payLineId = (section: Payment, line_id: string): string =>
  `pay-line-${section.lines.findIndex((line) => line.line_id === line_id)}`

type LineProps = {
  readonly section: Payment
  readonly line: Line
  readonly pay: Pay
  readonly now_cents: number
}

function PayLine({ section, line, pay, now_cents }: LineProps): ReactNode {
  const desk = useDesk()
  const words = useWords().pay
  const money = useMoney()
  const row = useRef<HTMLDivElement>(null)
  const isAt = pay.line_id === line.line_id
  useEffect(() => {
    if (isAt) row.current?.scrollIntoView({ block: 'nearest' })
  }, [isAt])
  const isChosen = pay.chosen.includes(line.line_id)
  const owed = money(cents(line.owed_cents))
  const now = money(cents(now_cents))
  const [label, caption, fund] = [shown(line.label), shown(line.caption), shown(line.fund)]
  const isPart = isChosen && now_cents > 0 && now_cents < line.owed_cents
  return (
    <div
      ref={row}
      id={payLineId(section, line.line_id)}
      role="option"
      aria-selected={isChosen}
      data-line={line.line_id}
      data-current={isAt || undefined}
      // The focus stays in the amount.
      onMouseDown={(event: MouseEvent) => event.preventDefault()}
      onClick={() => payToggle(desk, line.line_id)}
    >
      <span className={rows['tick']}>{isChosen ? <Check className="icon" aria-hidden="true" /> : null}</span>
      <span className={rows['what']} title={[label, ...(caption === '' ? [] : [caption])].join(', ')}>
        <b>
          <bdi>{label}</bdi>
        </b>
        {caption === '' ? null : (
          <>
            , <bdi>{caption}</bdi>
          </>
        )}
      </span>
      <span className={rows['since']}>{shown(line.since)}</span>
      <span className={rows['fund']} title={fund}>
        {fund}
      </span>
      <span className={`number ${rows['figure']}`}>
        <span className="unseen">{words.columns.owed} </span>
        {owed}
      </span>
      <span className={`number ${rows['figure']} ${rows['now']}`}>
        <span className="unseen">{words.columns.now} </span>
        {now}
        {isPart ? <small> {words.is_part}</small> : null}
      </span>
    </div>
  )
}

export function PayLines({ section, pay }: { readonly section: Payment; readonly pay: Pay }): ReactNode {
  const words = useWords().pay
  const { columns } = words
  const now = paidNow(section, new Set(pay.chosen), payNow(pay, section).coming)
  return (
    <div className={css['lines']}>
      <div className={rows['scroll']} tabIndex={0}>
        <div className={rows['columns']} aria-hidden="true">
          <span />
          <span>
            {columns.what}
            {section.lines.length < COUNTED_FROM ? '' : ` · ${words.in_all(section.lines.length)}`}
          </span>
          <span>{columns.since}</span>
          <span>{columns.fund}</span>
          <span className={rows['figure']}>{columns.owed}</span>
          <span className={rows['figure']}>{columns.now}</span>
        </div>
        <div id={PAY_LINES_ID} role="listbox" aria-multiselectable aria-label={words.lines}>
          {section.lines.map((line) => {
            const now_cents = now.get(line.line_id) ?? 0
            return <PayLine key={line.line_id} section={section} line={line} pay={pay} now_cents={now_cents} />
          })}
        </div>
      </div>
    </div>
  )
}
