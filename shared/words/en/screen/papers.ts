/** English for the names of papers, for clerks, whatever the paper's own language. */

export const PAPERS = {
  kinds: {
    'check-out': 'Checkout receipt',
    'check-in': 'Check-in receipt',
    renewal: 'Renewal receipt',
    'hold-slip': 'Hold slip',
    'transit-slip': 'Transit slip',
    statement: 'Account statement',
    welcome: 'Welcome slip',
    'item-slip': 'Item slip',
    'recall-notice': 'Recall notice',
    'pull-list': 'Pull list',
    'shelf-list': 'Hold shelf list',
    'cart-order': 'Shelving order of the cart',
    payment: 'Payment receipt',
    refund: 'Refund receipt',
    'refund-due': 'Refund due by check',
    'drawer-report': 'Drawer report',
    'deposit-slip': 'Deposit slip',
    'count-sheet': 'Count sheet',
    'cash-slip': 'Cash slip',
    list: 'List',
  },
  in_spanish: 'in Spanish',
  large: 'large print',
  copy: 'copy',
}
