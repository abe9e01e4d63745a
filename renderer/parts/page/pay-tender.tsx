/**
 * What is given: the amount, what its tender asks for besides, and the keys of the tenders as buttons. The texts belong
 * to the browser, so that a scan leaves them as they were.
 */
import type { ReactNode } from 'react'
import { nextNote } from '../../../shared/cash/pay/next-notes.ts'
import { givenCents, offered, type Payment, type TypedTender } from '../../../shared/desk/pay/payment.ts'
import { signOf, type PayKey } from '../../../shared/desk/pay/pay-keys.ts'
import type { PayTender } from '../../../shared/desk/pay/payment-section.ts'
import { ASKED, readAmount, type PayFault, type PayField } from '../../../shared/desk/pay/read-tender.ts'
import type { FieldUse } from '../../../shared/desk/wedge.ts'
import { cents, type Cents } from '../../../shared/kernel/money.ts'
import { hasOthers, payNow, readTyped, type Pay } from '../../desk/pay.ts'
import { runPayKey, typedPay } from '../../desk/run-pay.ts'
import { useDesk, useMoney, useWords } from '../../desk/use-desk.ts'
import { focusForm } from '../../fields/form-fields.ts'
import css from '../../styles/pay.module.css'
import type { ScreenWords } from '../../screen-words.ts'
import { shown } from '../../text.ts'
import { Button } from '../frame/keys.tsx'
import { PAY_LINES_ID, payLineId } from './pay-lines.tsx'

type Part = { readonly section: Payment; readonly pay: Pay }

const USES: Readonly<Record<PayField, FieldUse>> = {
  amount: 'amount',
  check_number: 'code',
  authorization: 'code',
  last_four: 'code',
}

const wrongId = (field: PayField): string => `pay-${field}-wrong`

function usePayFault(fault: PayFault): string {
  const words = useWords().pay.faults
  const money = useMoney()
  switch (fault.reason) {
    case 'digit':
      return words.digit(fault.digit)
    case 'replaces':
      return words.replaces(fault.key)
    case 'over':
    case 'too_much_credit':
      return words[fault.reason](money(fault.most_cents))
    default:
      return words[fault.reason]
  }
}

/** On a line of its own below the figures, where it moves neither the field nor the keys that it names. */
export function Wrong({ fault }: { readonly fault: PayFault }): ReactNode {
  return (
    <p className={css['wrong']} id={wrongId(fault.at)} role="alert" data-fault={fault.reason}>
      {usePayFault(fault)}
    </p>
  )
}

function labelOf(words: ScreenWords['pay'], field: PayField, { tender, kind_code }: Pay, { in_kind }: Payment): string {
  if (field !== 'amount') return words[field]
  const kind = tender === 'in-kind' ? in_kind.find((one) => one.kind_code === kind_code) : undefined
  if (kind !== undefined) return words.in_kind[kind.per_kind](kind.name)
  return tender === null ? words.amount : words.amount_of[tender]
}

/** What the text says so far: an amount, or what goods or work take off; null: nothing that can be read. */
function amountRead(pay: Pay, section: Payment): Cents | null {
  if (pay.tender !== 'in-kind') {
    const read = readAmount(pay.texts.amount)
    return read && 'amount_cents' in read ? read.amount_cents : null
  }
  const typed = readTyped(pay, section)
  return typed && 'tender' in typed ? givenCents(typed.tender) : null
}

function PayInput({ section, pay, field }: Part & { readonly field: PayField }): ReactNode {
  const desk = useDesk()
  const words = useWords().pay
  const money = useMoney()
  const read = field === 'amount' ? amountRead(pay, section) : null
  const isWrong = pay.fault?.at === field
  const lines = {
    role: 'combobox',
    'aria-haspopup': 'listbox',
    'aria-expanded': true,
    'aria-controls': PAY_LINES_ID,
    'aria-activedescendant': pay.line_id === null ? undefined : payLineId(section, pay.line_id),
  } as const
  return (
    <div className={css['field']} data-field={field} data-kind={field === 'amount' ? 'money' : 'text'}>
      <label htmlFor={`pay-${field}`}>{labelOf(words, field, pay, section)}</label>
      <input
        id={`pay-${field}`}
        name={field}
        type="text"
        className="number"
        inputMode={field === 'authorization' ? 'text' : 'numeric'}
        autoComplete="off"
        spellCheck={false}
        data-use={USES[field]}
        defaultValue={pay.texts[field]}
        onInput={() => typedPay(desk)}
        aria-invalid={isWrong || undefined}
        aria-describedby={isWrong ? wrongId(field) : undefined}
        {...(field === 'amount' && section.lines.length > 0 ? lines : {})}
      />
      {field === 'amount' ? <output className={css['read']}>{read === null ? '' : money(read)}</output> : null}
    </div>
  )
}

function TenderKey({ of, isOn, children }: { of: PayKey; isOn: boolean; children: ReactNode }): ReactNode {
  const desk = useDesk()
  const press = (): void => {
    focusForm('amount')
    runPayKey(desk, of)
  }
  return (
    <span data-pay-key={of}>
      <Button chord={signOf(of)} look={isOn ? 'main' : 'plain'} onClick={press}>
        {children}
      </Button>
    </span>
  )
}

function TenderKeys({ section, pay }: Part): ReactNode {
  const words = useWords().pay
  const money = useMoney()
  const { left_cents, coming } = payNow(pay, section)
  const here = offered(section)
  const read = readAmount(pay.texts.amount)
  const given = pay.tender === 'cash' && read && 'amount_cents' in read ? read.amount_cents : null
  const credit = money(cents(section.credit_cents))
  const label = (tender: Exclude<PayTender, 'cash'>): string => {
    if (tender === 'in-kind' && pay.tender === tender && section.in_kind.length > 1) return words.in_kind.next
    if (tender !== 'credit') return words.tenders[tender]
    if (pay.is_for_others) return words.credit_for_all(credit)
    return pay.tender === 'credit' && hasOthers(pay, section) ? words.credit_own(credit) : words.credit(credit)
  }
  return (
    <div className={css['tenders']}>
      {here.includes('cash') && left_cents > 0 ? (
        <>
          <TenderKey of="exact" isOn={given === left_cents}>
            {words.exact(money(left_cents))}
          </TenderKey>
          <TenderKey of="next-note" isOn={false}>
            {words.next_note(money(nextNote(left_cents, given)))}
          </TenderKey>
        </>
      ) : null}
      {here.map((tender) =>
        tender === 'cash' ? null : (
          <TenderKey key={tender} of={tender} isOn={pay.tender === tender}>
            {label(tender)}
          </TenderKey>
        ),
      )}
      {section.can_keep_change && coming.kind === 'whole' && coming.change_cents + coming.credit_cents > 0 ? (
        <TenderKey of="keep" isOn={pay.keeps_change}>
          {words.keep(money(cents(coming.change_cents + coming.credit_cents)))}
        </TenderKey>
      ) : null}
      {section.rounding === 'no-exact-change' ? (
        <TenderKey of="no-exact" isOn={!pay.is_exact_possible}>
          {words.no_exact}
        </TenderKey>
      ) : null}
      {coming.kind === 'part' ? (
        <TenderKey of="split" isOn={false}>
          {words.split}
        </TenderKey>
      ) : null}
    </div>
  )
}

/** What was tendered before the one that is typed. */
function SoFar({ pay }: Pick<Part, 'pay'>): ReactNode {
  const words = useWords().pay
  const money = useMoney()
  const said = (one: TypedTender): string => `${words.tenders[one.tender]} ${money(givenCents(one))}`
  if (pay.added.length === 0) return null
  return (
    <p className={css['soFar']} data-part="tenders-so-far">
      {words.given}: <bdi>{shown(pay.added.map(said).join(', '))}</bdi>
    </p>
  )
}

export function PayFields({ section, pay }: Part): ReactNode {
  return (
    <div className={css['fields']}>
      {ASKED[pay.tender ?? 'cash'].map((field) => (
        <PayInput key={field} section={section} pay={pay} field={field} />
      ))}
    </div>
  )
}

export function PayTenders({ section, pay }: Part): ReactNode {
  return (
    <div className={css['given']}>
      <SoFar pay={pay} />
      <TenderKeys section={section} pay={pay} />
    </div>
  )
}
