-- The roles themselves: the three that come with the program, which can be renamed and stay, and the library's own.
-- order_key: in which order they are listed, the smallest first.
CREATE TABLE role (
  role_code TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  is_built_in INTEGER NOT NULL CHECK (is_built_in IN (0, 1)),
  order_key INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

INSERT INTO role (role_code, name, is_built_in, order_key) VALUES
  ('staff', 'Staff', 1, 1),
  ('supervisor', 'Supervisor', 1, 2),
  ('manager', 'Manager', 1, 3);

-- Staff as before, of any role. No reference: whoever left keeps the code of a role that is gone since.
ALTER TABLE staff RENAME TO staff_of_three_roles;

CREATE TABLE staff (
  staff_code TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  initials TEXT NOT NULL,
  role TEXT NOT NULL,
  badge_barcode TEXT UNIQUE,
  pin_salt BLOB NOT NULL,
  pin_hash BLOB NOT NULL,
  is_active INTEGER NOT NULL CHECK (is_active IN (0, 1))
) STRICT, WITHOUT ROWID;

INSERT INTO staff (staff_code, name, initials, role, badge_barcode, pin_salt, pin_hash, is_active)
  SELECT staff_code, name, initials, role, badge_barcode, pin_salt, pin_hash, is_active FROM staff_of_three_roles;

DROP TABLE staff_of_three_roles;
