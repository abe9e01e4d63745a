/** Winnetka-Northfield Public Library District: who gets which card, until when, and what proves the address. */
import { must } from '../../../shared/kernel/assert.ts'
import { categoryCode } from '../../../shared/kernel/ids.ts'
import { cardRule, proof } from '../cards-made.ts'
import { category } from '../policy-made.ts'
import { done, mapped, monthsIn, nested, type Mapping } from './reading.ts'

const JUVENILE = categoryCode('JUVENILE')
const TEEN = categoryCode('TEEN')

export const WINNETKA: Mapping = {
  library: 'Winnetka-Northfield PLD',
  map: (given) => {
    const expiry = nested(given, 'expiry')
    const card_months_count = monthsIn(expiry.text('resident'))
    done(expiry)
    const [from, to] = given.numbers('teen_self_register_ages')
    const child_max = must(given.number('child_max_age'), 'an age')
    const proofs = nested(given, 'proof_max_age_days')
    const days_count_max = must(proofs.number('utility_bill'), 'days')
    done(proofs)
    const others = given.texts('other_cards').map((name, index) => {
      // "one-year business card"
      const months = /one-year/.test(name) ? 12 : null
      const category_code = categoryCode(`OTHER ${index + 1}`)
      return category({ category_code, name, card_months_count: months })
    })
    const teen = { age_count_min: must(from, 'an age'), age_count_max: must(to, 'an age') }
    return mapped(given, {
      categories: [
        category({ card_months_count }),
        category({ category_code: JUVENILE, name: 'Juvenile', card_months_count }),
        category({ category_code: TEEN, name: 'Teen', card_months_count }),
        ...others,
      ],
      proof_kinds: [proof('utility bill', { shows_kind: 'address', days_count_max })],
      card_rules: [
        cardRule('ADULT', { age_count_min: teen.age_count_max + 1 }),
        cardRule('TEEN', { category_code: TEEN, ...teen }),
        cardRule('CHILD', { category_code: JUVENILE, age_count_max: child_max, is_guardian_required: true }),
        ...others.map(({ category_code }) =>
          cardRule(category_code, { category_code, given_kind: 'if-chosen', order_number: 9 }),
        ),
      ],
    })
  },
}
