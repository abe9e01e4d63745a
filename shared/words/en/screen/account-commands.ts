/**
 * English for what the command list says of the acts of an open account: other words that clerks type for each, with
 * commas between them. Its label is the act's own.
 */

export const ACCOUNT_COMMANDS = {
  /** With no account on the screen: where the act is. */
  under_more: 'With the patron open: {key:account}, then More.',
  by_scan: 'With the patron open: scan the new card, or {key:account}, then More.',
  in_row: (section: string) => `With the patron open: {key:account}, ↓ to the person under “${section}”, then X.`,
  also: {
    'card-renew': `renew card, renew the card, renew patron, expired card, expired, card expired, extend card,
      renew library card, renew membership`,
    'card-another': `replace card, replacement card, replace a card, worn card, damaged card, extra card, second card,
      another card, give a new card, replace lost card, charge for lost card`,
    'card-lose': `lost card, card lost, stolen card, report a lost card, stop card, cancel card, block card`,
    'patron-edit': `edit patron, edit the patron, edit, change address, address, new address, moved, change name,
      name change, new name, marriage, married, divorce, change phone, change e-mail, change email, change category,
      change patron category, change patron type, home branch, change home branch, home library,
      statistical categories, correct birth date`,
    'email-bounced': `bounced, bounced e-mail, bounced email, email came back, undeliverable, bad e-mail, bad email`,
    'mail-returned': `mail came back, mail returned, returned mail, undeliverable mail, return to sender, bad address,
      letter came back, letter returned, moved away, wrong address, incorrect address`,
    'address-checked': `address checked, verify address, confirm address, address verified`,
    'family-next': `next of the family, clone patron, save and clone, duplicate patron, register a child,
      another child, sibling`,
    'family-renew': `renew family, renew the family, renew household, renew several`,
    'family-link': `link as family, link family, family link, link spouse, spouse, husband, wife, partner`,
    'guardian-link': `link a guardian, add guardian, parent, link parent, responsible person, sponsor`,
    'guardian-end': `end guardianship, remove guardian, unlink guardian, no guardian`,
    'pickup-allow': `may pick up, pick up for another, proxy, add proxy, authorized to pick up`,
    'pickup-end': `may no longer, may no longer pick up, remove proxy, end pickup, stop pickup`,
    'family-end': `end family link, unlink family, remove from family, unlink`,
    merge: `merge, merge patrons, merge records, same person, combine patrons`,
    'pin-set': `patron PIN, set the PIN, set PIN, reset PIN, reset patron PIN, change patron PIN, forgot PIN,
      forgotten PIN, new PIN, patron password, reset password`,
    'pin-remove': `remove PIN, clear PIN, delete PIN`,
    welcome: `welcome slip, welcome letter, new patron slip`,
    'form-to-sign': `form to sign, registration form, application form, card application, sign`,
    'label-mail': `mailing label, address label, envelope`,
    'label-card': `card label, label for the card`,
  },
}
