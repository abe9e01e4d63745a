/**
 * Taking money: what is due and the change at the top, what is given, the lines, and the button that says what Enter
 * does before it is pressed: Tab comes to it right after the fields. Always open while its page is; what is reckoned
 * here is the station's to confirm. Must never send by itself, nor offer a tender that nobody chose.
 */
import { useCallback, useEffect, useLayoutEffect, useRef, type ReactNode } from 'react'
import { givenCents, type Payment as Section } from '../../../shared/desk/pay/payment.ts'
import { missingNumber } from '../../../shared/desk/pay/read-tender.ts'
import { cents } from '../../../shared/kernel/money.ts'
import { hasUnkept, payNow, type Pay, type PayNow } from '../../desk/pay.ts'
import { askPayPreview, openPay } from '../../desk/run-pay.ts'
import { takePayment } from '../../desk/run-take.ts'
import type { Form } from '../../desk/state.ts'
import { useDesk, useDeskState, useMoney, useSaid, useWords } from '../../desk/use-desk.ts'
import foot from '../../styles/form/foot.module.css'
import css from '../../styles/pay.module.css'
import { shown } from '../../text.ts'
import { Button } from '../frame/keys.tsx'
import { OpenForm } from './open-form.tsx'
import { PayLines } from './pay-lines.tsx'
import { PayFields, PayTenders, Wrong } from './pay-tender.tsx'

type Part = { readonly section: Section; readonly pay: Pay; readonly form: Form }

/** What is due, what is given, and the change that goes back, so large that the patron reads it too. */
function Top({ section, pay, now }: Omit<Part, 'form'> & { readonly now: PayNow }): ReactNode {
  const words = useWords().pay
  const money = useMoney()
  const { coming, due_cents } = now
  const figure =
    coming.kind === 'whole'
      ? coming.credit_cents > 0
        ? { label: words.kept, text: money(coming.credit_cents) }
        : { label: words.change, text: money(coming.change_cents) }
      : { label: words.still_due, text: money(coming.kind === 'part' ? coming.stays_cents : due_cents) }
  return (
    <div className={css['figures']}>
      <p>
        <bdi>{shown(section.who)}</bdi>
        <b className="number">{money(due_cents)}</b>
      </p>
      <PayFields section={section} pay={pay} />
      {pay.fault ? <Wrong fault={pay.fault} /> : null}
      <p className={css['change']} role="status" data-part="pay-figure" data-coming={coming.kind}>
        {figure.label}
        <b className="number">{figure.text}</b>
      </p>
    </div>
  )
}

/** What Enter does as it stands. */
function useTakeLabel(pay: Pay, { coming, tenders, due_cents }: PayNow): string {
  const words = useWords().pay
  const money = useMoney()
  const missing = missingNumber(pay.tender, pay.texts)
  if (missing !== null) return words.next_field(words[missing])
  if (coming.kind === 'part') return words.take_part(money(coming.given_cents), money(due_cents))
  if (coming.kind !== 'whole') return words.take
  const given = money(cents(tenders.reduce((sum, one) => sum + givenCents(one), 0)))
  if (coming.credit_cents > 0) return words.take_keep(given, money(coming.credit_cents))
  return coming.change_cents === 0 ? words.take_exact(given) : words.take_change(given, money(coming.change_cents))
}

/** What sends the payment, and what the station says would come of it. */
function Foot({ form, pay, now }: Omit<Part, 'section'> & { readonly now: PayNow }): ReactNode {
  const desk = useDesk()
  const { hint } = useWords().pay
  const label = useTakeLabel(pay, now)
  return (
    <div className={`${foot['foot']} ${css['foot']}`}>
      <div className={foot['acts']}>
        <Button chord="Enter" look="main" isDisabled={form.is_sending} onClick={() => void takePayment(desk)}>
          {label}
        </Button>
      </div>
      {form.preview.length === 0 ? <p className={css['hint']}>{hint}</p> : null}
      <div className={foot['preview']} role="status" data-part="preview">
        {form.preview.map((line) => (
          <p key={line.text} data-tone={line.tone}>
            <bdi>{shown(line.text)}</bdi>
          </p>
        ))}
      </div>
    </div>
  )
}

/** Numbers of a check or a card, and tenders before the last one, are not kept as a draft: when they go, it is said. */
function useSayLost(pay: Pay, form: Form): void {
  const desk = useDesk()
  const { not_kept } = useWords().pay
  const last = useRef({ pay, form })
  useEffect(() => {
    last.current = { pay, form }
  })
  useEffect(
    () => () => {
      const { pay: was, form: sent } = last.current
      if (sent.is_sending || !hasUnkept(was)) return
      desk.store.change({ notice: { outcome: 'decide', weight: 'silent', ...not_kept } })
    },
    [desk, not_kept],
  )
}

function OpenPayment({ section, pay, form }: Part): ReactNode {
  const desk = useDesk()
  const version = useDeskState().snapshot?.version
  // With another version of the desk, what it was reckoned from may be another as well.
  const ask = useCallback(() => askPayPreview(desk), [desk])
  useEffect(ask, [ask, version])
  const now = payNow(pay, section)
  useSayLost(pay, form)
  return (
    <OpenForm
      form={form}
      label={section.heading}
      part="payment"
      className={css['payment']}
      first="amount"
      onSend={() => void takePayment(desk)}
      onDiscard={() => openPay(desk)}
    >
      <Top section={section} pay={pay} now={now} />
      <Foot form={form} pay={pay} now={now} />
      <PayTenders section={section} pay={pay} />
      <PayLines section={section} pay={pay} />
    </OpenForm>
  )
}

export function Payment({ section }: { readonly section: Section }): ReactNode {
  const desk = useDesk()
  const said = useSaid()
  const { form, pay } = useDeskState()
  const isEmpty = section.lines.length === 0
  const isClosed = form === null
  useLayoutEffect(() => {
    if (isClosed && !isEmpty) openPay(desk)
  }, [desk, isClosed, isEmpty])
  if (isEmpty) return <p className={css['empty']}>{said(section.empty)}</p>
  if (!form || !pay) return null
  return <OpenPayment key={form.form_id} section={section} pay={pay} form={form} />
}
