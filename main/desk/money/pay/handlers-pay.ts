/** The methods of the payment page: they read, or change the basket of the session. */
import type { PAY_METHODS } from '../../../../shared/ipc/cash/methods-pay.ts'
import { ok } from '../../../ipc/answer.ts'
import type { Handlers } from '../../../ipc/router.ts'
import type { Desk } from '../../desk.ts'
import { once } from '../../handlers-desk.ts'
import { openPayment } from '../../places.ts'
import { noteChosen } from '../../upkeep/devices/display-facts.ts'
import { addToBasket, namePaper, removeFromBasket } from './basket.ts'
import { discardPayments } from './half-entered.ts'
import { previewPayment } from './preview.ts'

export type PayMethod = keyof typeof PAY_METHODS

export function payHandlers(desk: Desk): Pick<Handlers, PayMethod> {
  return {
    'payment.preview': (input) => {
      noteChosen(desk, input)
      return ok({ lines: [...previewPayment(desk, input)] })
    },
    'payment.discard': (input) => once(desk, 'payment.discard', input, () => discardPayments(desk, input)),
    'basket.add': (input) => once(desk, 'basket.add', input, () => addToBasket(desk, input) ?? openPayment(desk)),
    'basket.paper': (input) => once(desk, 'basket.paper', input, () => namePaper(desk, input) ?? openPayment(desk)),
    'basket.remove': (input) =>
      once(desk, 'basket.remove', input, () => {
        removeFromBasket(desk, input.line_id)
        return null
      }),
  }
}
