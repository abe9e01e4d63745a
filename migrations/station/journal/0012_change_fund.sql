-- What moved in or out of the change fund, as for the safe: its balance is summed from these alone.
CREATE INDEX money_transfer_change_fund ON money_transfer (debit_code, amount_cents)
  WHERE debit_code = 'change-fund' OR credit_code = 'change-fund';
